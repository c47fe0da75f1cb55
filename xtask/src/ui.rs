//! The user interface: its packages from the npm registry and its build into `ui/dist`. Both are
//! skipped when nothing that goes into them has changed.

use anyhow::Result;

use crate::{files, paths, setup, steps};

/// Installs the packages named by the lock file.
pub fn install() -> Result<()> {
    setup::node()?;
    let lock = paths::ui().join("package-lock.json");
    let fingerprint = files::fingerprint(&[lock, paths::ui().join("package.json")]);
    let product = paths::ui().join("node_modules/.package-lock.json");
    files::unless_done("npm-ci", &fingerprint, &product, || {
        steps::run(&mut steps::npm(&["ci", "--no-audit", "--no-fund"]))
    })
}

/// Builds the user interface into `ui/dist`.
pub fn build() -> Result<()> {
    install()?;
    let inputs = files::below(&paths::ui())?;
    let product = paths::ui().join("dist/index.html");
    files::unless_done("ui-build", &files::fingerprint(&inputs), &product, || {
        steps::run(&mut steps::npm(&["run", "build"]))
    })
}
