//! `cargo xtask bench`: the workloads beside their targets, in optimised builds. What needs no
//! window is measured by the crate `bench`; the start of the window (W6) is measured here, on a
//! virtual screen. Seeded books are kept in `target/bench` for the next time.

mod start;

use anyhow::Result;

use crate::{paths, steps, ui};

/// Runs the workloads; arguments name some of them (`W1 W6`) or go to the bench as they are.
pub fn bench(arguments: &[String]) -> Result<()> {
    let names: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let names_workloads = names
        .iter()
        .any(|name| name.to_uppercase().starts_with('W'));
    let others: Vec<&str> = names.iter().copied().filter(|name| *name != "W6").collect();
    let books = paths::target().join("bench");
    std::fs::create_dir_all(&books)?;
    build()?;
    if !names_workloads || others.iter().any(|name| name.starts_with('W')) {
        let mut bench = steps::command(paths::target().join("release/bench"), &others);
        steps::run(bench.arg("--keep").arg(&books))?;
    }
    if !names_workloads || names.contains(&"W6") {
        start::measure(&books)?;
    }
    Ok(())
}

/// Everything at once: another choice of packages would build what they stand on with other
/// features, and so a second time.
fn build() -> Result<()> {
    ui::build()?;
    let programs = ["build", "--release", "--workspace", "--bins"];
    steps::run(steps::cargo(&programs).args(["--example", "empty_window"]))
}
