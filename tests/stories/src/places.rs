//! Where the programs under test are: told by `cargo xtask test`, and otherwise where it puts them.

use std::path::{Path, PathBuf};

use anyhow::{Result, ensure};

/// The desktop application.
pub fn desktop() -> Result<PathBuf> {
    found(
        "COUNTERBOOK_DESKTOP",
        target().join("debug/counterbook-desktop"),
    )
}

/// The command line.
pub fn counterbook() -> Result<PathBuf> {
    found("COUNTERBOOK_CLI", target().join("debug/counterbook"))
}

/// The hub.
pub fn hub() -> Result<PathBuf> {
    found("COUNTERBOOK_HUB", target().join("debug/counterbook-hub"))
}

/// The sample shop's data.
#[must_use]
pub fn sample_data() -> PathBuf {
    root().join("tests/fixtures/online_retail/OnlineRetail.csv.zst")
}

/// The program that starts the application for a web driver.
pub fn driver() -> Result<PathBuf> {
    found(
        "COUNTERBOOK_DRIVER",
        target().join("tools/tauri-driver-2.1.0/bin/tauri-driver"),
    )
}

/// The checker of accessibility, a package of the user interface.
pub fn axe() -> Result<PathBuf> {
    found(
        "COUNTERBOOK_AXE",
        root().join("ui/node_modules/axe-core/axe.min.js"),
    )
}

/// Where stories leave pictures of what they saw when they failed.
#[must_use]
pub fn picture_folder() -> PathBuf {
    std::env::var_os("COUNTERBOOK_PICTURES").map_or_else(|| target().join("stories"), PathBuf::from)
}

fn found(variable: &str, usual: PathBuf) -> Result<PathBuf> {
    let path = std::env::var_os(variable).map_or(usual, PathBuf::from);
    ensure!(
        path.exists(),
        "{} is missing: run `cargo xtask test`",
        path.display()
    );
    Ok(path)
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}
