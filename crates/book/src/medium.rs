//! What kind of medium a file lies on: SQLite's locks cannot be trusted on a network share.

use std::path::Path;

/// Where a file lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Medium {
    /// A disk of this machine.
    Local,
    /// A share of another machine (NFS, SMB, …).
    Network,
}

/// The medium of an existing file or folder; `Local` when the system does not tell.
pub fn medium_of(path: &Path) -> Medium {
    if is_network(path) {
        Medium::Network
    } else {
        Medium::Local
    }
}

/// File system magics of statfs(2) for NFS, SMB, CIFS, SMB2, AFS, Coda, NCP and 9P.
#[cfg(target_os = "linux")]
fn is_network(path: &Path) -> bool {
    const NETWORK: [u64; 8] = [
        0x6969,
        0x517b,
        0xff53_4d42,
        0xfe53_4d42,
        0x5346_414f,
        0x7375_7245,
        0x564c,
        0x0102_1997,
    ];
    rustix::fs::statfs(path).is_ok_and(|found| NETWORK.contains(&(found.f_type as u64)))
}

/// `MNT_LOCAL` of statfs(2) is missing on shares.
#[cfg(target_os = "macos")]
fn is_network(path: &Path) -> bool {
    const MNT_LOCAL: u32 = 0x1000;
    rustix::fs::statfs(path).is_ok_and(|found| found.f_flags & MNT_LOCAL == 0)
}

/// A mapped drive or share resolves to a UNC path.
#[cfg(windows)]
fn is_network(path: &Path) -> bool {
    use std::path::{Component, Prefix};
    let Ok(full) = path.canonicalize() else {
        return false;
    };
    matches!(
        full.components().next(),
        Some(Component::Prefix(prefix))
            if matches!(prefix.kind(), Prefix::UNC(..) | Prefix::VerbatimUNC(..))
    )
}

#[cfg(not(any(target_os = "linux", target_os = "macos", windows)))]
fn is_network(_path: &Path) -> bool {
    false
}
