//! `cargo xtask bench`: the workloads beside their targets, in optimised builds. What needs no
//! window is measured by the crate `bench`; the start of the window (W6) is measured here, on a
//! virtual screen.

mod start;

use anyhow::Result;

use crate::steps;

/// Runs the workloads; arguments name some of them (`W1 W6`) or go to the bench as they are.
pub fn bench(arguments: &[String]) -> Result<()> {
    let names: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let names_workloads = names
        .iter()
        .any(|name| name.to_uppercase().starts_with('W'));
    let others: Vec<&str> = names.iter().copied().filter(|name| *name != "W6").collect();
    if !names_workloads || others.iter().any(|name| name.starts_with('W')) {
        let bench = ["run", "--release", "--quiet", "--package", "bench", "--"];
        steps::run(steps::cargo(&bench).args(&others))?;
    }
    if !names_workloads || names.contains(&"W6") {
        start::measure()?;
    }
    Ok(())
}
