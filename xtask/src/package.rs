//! `cargo xtask package`: the installers for this system, with the window and the command line in
//! them.

use std::path::PathBuf;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use crate::setup::Need;
use crate::{files, paths, setup, steps, ui};

mod deb;

const ENDINGS: [&str; 6] = ["deb", "rpm", "AppImage", "msi", "exe", "dmg"];

/// Builds the installers named by `arguments`, or all that this system has.
pub fn package(arguments: &[String]) -> Result<()> {
    setup::system(&[Need::WebView])?;
    ui::build()?;
    // Always all of the workspace's programs: another choice would build all they stand on again.
    let programs = ["build", "--release", "--workspace", "--bins"];
    steps::run(&mut steps::cargo(&programs))?;
    let kinds = if arguments.is_empty() {
        usual()
    } else {
        arguments.to_vec()
    };
    let (debian, others): (Vec<_>, Vec<_>) = kinds.into_iter().partition(|kind| kind == "deb");
    if !debian.is_empty() {
        bundle("deb", &json!({}))?;
        deb::finish()?;
    }
    if !others.is_empty() {
        let program = place_beside()?;
        let config = json!({ "bundle": { "externalBin": [program] } });
        bundle(&others.join(","), &config)?;
    }
    let found = files::everything_below(&paths::target().join("release/bundle"))?;
    for installer in found.iter().filter(|file| files::ends_with(file, &ENDINGS)) {
        let bytes = std::fs::metadata(installer)?.len();
        println!("{:8.1} MB  {}", bytes as f64 / 1e6, installer.display());
    }
    Ok(())
}

fn usual() -> Vec<String> {
    let kinds: &[&str] = match std::env::consts::OS {
        "macos" => &["app", "dmg"],
        "windows" => &["msi", "nsis"],
        _ => &["deb", "rpm", "appimage"],
    };
    kinds.iter().map(|kind| (*kind).to_owned()).collect()
}

fn bundle(kinds: &str, config: &Value) -> Result<()> {
    let mut bundle = setup::tauri_cli()?;
    bundle.args([
        "bundle",
        "--bundles",
        kinds,
        "--config",
        &config.to_string(),
    ]);
    steps::run(bundle.env("CI", "true"))
}

/// Puts the command line's program where the bundler looks for programs to ship beside the window,
/// under the name with the system's triple that it wants, and answers with the path without the
/// triple.
fn place_beside() -> Result<String> {
    let told = steps::read(&mut steps::command("rustc", &["-vV"]))?;
    let triple = told.lines().find_map(|line| line.strip_prefix("host: "));
    let triple = triple.context("rustc does not tell its host")?;
    let folder = paths::root().join("src-tauri/gen/programs");
    std::fs::create_dir_all(&folder)?;
    let from: PathBuf = paths::target()
        .join("release")
        .join(paths::executable("counterbook"));
    let to = folder.join(paths::executable(&format!("counterbook-{triple}")));
    std::fs::copy(&from, &to).with_context(|| format!("cannot copy {}", from.display()))?;
    Ok("gen/programs/counterbook".to_owned())
}
