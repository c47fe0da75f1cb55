//! Where things are: the repository, its user interface, and the target folder that holds all that
//! is built, downloaded or left behind by a run.

use std::path::{Path, PathBuf};

/// The repository's top folder.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent()
        .expect("xtask lies in the repository")
        .to_path_buf()
}

/// The folder of the user interface.
pub fn ui() -> PathBuf {
    root().join("ui")
}

/// The target folder: `CARGO_TARGET_DIR` or `target`.
pub fn target() -> PathBuf {
    match std::env::var_os("CARGO_TARGET_DIR") {
        Some(folder) => root().join(folder),
        None => root().join("target"),
    }
}

/// A program of this workspace, built in the debug profile.
pub fn built(program: &str) -> PathBuf {
    target().join("debug").join(executable(program))
}

/// A program's file name on this system.
pub fn executable(program: &str) -> String {
    format!("{program}{}", std::env::consts::EXE_SUFFIX)
}
