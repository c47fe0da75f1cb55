//! `cargo xtask codegen`: writes the files that come from the table of verbs. `ci` writes them
//! too, and fails when that changed one.

use anyhow::{Result, bail};

use crate::{files, paths, steps};

const GENERATED: [&str; 2] = ["ui/src/api/generated.ts", "docs/commands.md"];

/// Writes the generated files.
pub fn codegen() -> Result<()> {
    // Of the whole workspace: see `test::build_programs`.
    let example = ["build", "--quiet", "--workspace", "--example", "codegen"];
    steps::run(&mut steps::cargo(&example))?;
    let codegen = paths::built("examples/codegen");
    steps::run(&mut steps::command(codegen, &GENERATED))
}

/// Writes the generated files and fails when one of them was not what it should have been.
pub fn check() -> Result<()> {
    let before = GENERATED.map(fingerprint);
    codegen()?;
    let after = GENERATED.map(fingerprint);
    let stale: Vec<&str> = (0..GENERATED.len())
        .filter(|at| before[*at] != after[*at])
        .map(|at| GENERATED[at])
        .collect();
    if !stale.is_empty() {
        bail!("stale, and now written anew: {}", stale.join(", "));
    }
    Ok(())
}

fn fingerprint(file: &str) -> String {
    files::fingerprint(&[paths::root().join(file)])
}
