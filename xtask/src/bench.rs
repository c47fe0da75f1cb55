//! `cargo xtask bench`: the workloads beside their targets, in optimised builds, by the crate
//! `bench`. Seeded books and the figures as JSON are kept in `target/bench`.

use anyhow::Result;

use crate::setup::Need;
use crate::{paths, setup, steps, ui};

/// Runs the workloads; arguments name some of them (`W1 W6`) or go to the bench as they are.
pub fn bench(arguments: &[String]) -> Result<()> {
    if cfg!(target_os = "linux") {
        setup::system(&[Need::WebView, Need::Screen])?;
    }
    let books = paths::target().join("bench");
    std::fs::create_dir_all(&books)?;
    build()?;
    let mut bench = steps::command(paths::target().join("release/bench"), &[]);
    bench.arg("--keep").arg(&books);
    bench.arg("--json").arg(books.join("figures.json"));
    steps::run(bench.args(arguments))
}

/// Everything at once: another choice of packages would build what they stand on with other
/// features, and so a second time.
fn build() -> Result<()> {
    ui::build()?;
    let programs = ["build", "--release", "--workspace", "--bins"];
    steps::run(steps::cargo(&programs).args(["--example", "empty_window"]))
}
