//! What a machine needs beyond Rust, Node and a C compiler: found out by looking, installed where
//! this program may (Debian and Ubuntu, the registries of npm and crates.io), and otherwise named
//! with the exact command to give.

mod advice;
mod debian;
mod tools;

use std::path::Path;

use anyhow::{Result, bail};

use crate::steps;

pub use tools::{actionlint, cargo_deny, cargo_fuzz, tauri_cli, tauri_driver};

/// Something the system must provide.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// The web view that the window is made of, to compile against.
    WebView,
    /// A virtual screen: X server in memory and a window manager.
    Screen,
    /// A web driver, a keyboard and a reader of PDF files for the stories.
    Driver,
    /// A database server for the hub's tests.
    Database,
    /// The system's printing, for what comes to paper.
    Printing,
    /// The reader of units, for the one that the hub is started by.
    Units,
}

/// Makes sure that the system provides `needs`: installs on Debian and Ubuntu, elsewhere fails with
/// the command that would.
pub fn system(needs: &[Need]) -> Result<()> {
    if !cfg!(target_os = "linux") {
        return Ok(());
    }
    let missing: Vec<Need> = needs
        .iter()
        .copied()
        .filter(|need| !is_there(*need))
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    if steps::find_program("apt-get").is_some() {
        return debian::install(&missing);
    }
    bail!(
        "this machine lacks {missing:?}\n{}",
        advice::for_linux(&missing)
    )
}

/// Fails with what to do unless Node is there in a version that the user interface's tools take.
pub fn node() -> Result<()> {
    let Ok(version) = steps::read(&mut steps::command("node", &["--version"])) else {
        bail!("Node is missing: {}", advice::for_node());
    };
    let mut numbers = version
        .trim()
        .trim_start_matches('v')
        .split('.')
        .map(str::parse::<u32>);
    let mut next = || numbers.next().and_then(Result::ok).unwrap_or(0);
    let (major, minor) = (next(), next());
    match (major, minor) {
        (20, 19..) | (22, 12..) | (23.., _) => Ok(()),
        _ => bail!("Node {} is too old: {}", version.trim(), advice::for_node()),
    }
}

fn is_there(need: Need) -> bool {
    match need {
        Need::WebView => ["webkit2gtk-4.1", "librsvg-2.0"].iter().all(|library| {
            steps::succeeds(&mut steps::command("pkg-config", &["--exists", library]))
        }),
        Need::Screen => all_programs(&["Xvfb", "openbox", "xrandr"]),
        Need::Driver => all_programs(&["WebKitWebDriver", "xdotool", "pdftotext", "pdfinfo"]),
        // Debian keeps the server's programs beside the search path, a folder a version.
        Need::Database => {
            all_programs(&["initdb", "postgres"])
                || std::fs::read_dir("/usr/lib/postgresql").is_ok_and(|found| found.count() > 0)
        }
        // The scheduler lies beside the search path of those who do not look after the machine.
        Need::Printing => {
            all_programs(&["lp", "lpstat"])
                && (Path::new("/usr/sbin/cupsd").exists() || all_programs(&["cupsd"]))
        }
        Need::Units => all_programs(&["systemd-analyze"]),
    }
}

fn all_programs(names: &[&str]) -> bool {
    names.iter().all(|name| steps::find_program(name).is_some())
}
