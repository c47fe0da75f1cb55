//! The `.deb`: what the bundler made, packed again with the command line as a link to the window's
//! program (ADR 29) and with xz, the packer of the system, which the bundler does not know.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::{files, paths, steps};

/// Packs what the bundler made again, in its place.
pub fn finish() -> Result<()> {
    for package in packages()? {
        pack_again(&package)?;
    }
    Ok(())
}

fn packages() -> Result<Vec<PathBuf>> {
    let mut found = files::everything_below(&paths::target().join("release/bundle/deb"))?;
    found.retain(|file| files::ends_with(file, &["deb"]));
    Ok(found)
}

fn pack_again(package: &Path) -> Result<()> {
    let content = package.with_extension("content");
    if content.exists() {
        std::fs::remove_dir_all(&content)?;
    }
    let (from, content_text) = (text(package)?, text(&content)?);
    steps::run(&mut steps::command("dpkg-deb", &["-R", from, content_text]))?;
    link(&content.join("usr/bin"))?;
    let pack = ["-Zxz", "--root-owner-group", "-b", content_text, from];
    steps::run(&mut steps::command("dpkg-deb", &pack))?;
    std::fs::remove_dir_all(&content).with_context(|| format!("cannot remove {content_text}"))
}

fn text(path: &Path) -> Result<&str> {
    path.to_str().context("the target folder's name is no text")
}

#[cfg(unix)]
fn link(programs: &Path) -> Result<()> {
    std::os::unix::fs::symlink("counterbook-desktop", programs.join("counterbook"))
        .context("cannot link the command line")
}

#[cfg(not(unix))]
fn link(_programs: &Path) -> Result<()> {
    anyhow::bail!("a .deb can only be made on a system with links")
}
