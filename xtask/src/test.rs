//! `cargo xtask test`: every ring of tests. The crates' own tests, the user interface's, and the
//! stories in the real window; each runner prints its own closing lines, and all of them run even
//! when one fails.

use std::process::Command;

use anyhow::Result;

use crate::setup::Need;
use crate::{paths, scratch, setup, steps, ui};

/// Runs all rings; arguments are a filter for the names of stories, and then only the stories run.
pub fn test(arguments: &[String]) -> Result<()> {
    setup::system(&[
        Need::WebView,
        Need::Screen,
        Need::Driver,
        Need::Database,
        Need::Printing,
        Need::Units,
    ])?;
    ui::build()?;
    let mut checks = steps::Checks::default();
    if arguments.is_empty() {
        checks.check("crates", crates);
        checks.check("user interface", || {
            steps::run(&mut steps::npm(&["run", "test"]))
        });
    }
    checks.check("stories in the real window", || stories(arguments));
    checks.finish("cargo xtask test")
}

/// The programs, the window among them. Always all of the workspace's, and an example with them,
/// which counts as a test: another choice would build all that they stand on with other features
/// than the tests have, and so a second time.
pub fn build_programs() -> Result<()> {
    let programs = ["build", "--workspace", "--bins", "--example", "codegen"];
    steps::run(&mut steps::cargo(&programs))
}

/// All tests but the stories, which are marked to be run by name alone.
fn crates() -> Result<()> {
    build_programs()?;
    run_in_memory(&mut tests_of(&["--workspace"]))
}

/// Runs tests whose books lie in memory, where there is a place for them.
fn run_in_memory(tests: &mut Command) -> Result<()> {
    let scratch = scratch::in_memory()?;
    if let Some(folder) = &scratch {
        tests.env("TMPDIR", folder.path());
    }
    steps::run(tests)
}

/// The stories need the driver, the built programs, and on systems other than Linux a real screen,
/// which a test must not take over: there they are left to Linux.
fn stories(filter: &[String]) -> Result<()> {
    if !cfg!(target_os = "linux") {
        println!("the stories run on Linux, where the window can be opened on a virtual screen");
        return Ok(());
    }
    build_programs()?;
    let mut command = stories_of(filter);
    let pictures = paths::target().join("stories");
    run_in_memory(programs_under_test(&mut command)?.env("COUNTERBOOK_PICTURES", pictures))
}

/// The stories alone; nextest chooses them from the whole workspace, so that nothing is built
/// anew for another choice of packages.
fn stories_of(filter: &[String]) -> Command {
    if nextest_is_there() {
        let mut command = tests_of(&["--workspace", "--run-ignored", "all", "-j", "4"]);
        command.args(["-E", "package(stories)"]).args(filter);
        return command;
    }
    let mut command = tests_of(&["--package", "stories"]);
    command
        .args(filter)
        .args(["--", "--include-ignored", "--test-threads", "4"]);
    command
}

/// Tells a command where the programs are that drive the window and are driven in it.
pub fn programs_under_test(command: &mut Command) -> Result<&mut Command> {
    command.env("COUNTERBOOK_DESKTOP", paths::built("counterbook-desktop"));
    command.env("COUNTERBOOK_CLI", paths::built("counterbook"));
    command.env("COUNTERBOOK_HUB", paths::built("counterbook-hub"));
    // A story that fails tells what it waited for; where in the code it waited is of no use.
    Ok(command
        .env("COUNTERBOOK_DRIVER", setup::tauri_driver()?)
        .env("RUST_BACKTRACE", "0"))
}

/// nextest where it is installed: it runs the tests of all crates side by side.
fn tests_of(selection: &[&str]) -> Command {
    let nextest = nextest_is_there();
    let runner: &[&str] = if nextest {
        &["nextest", "run", "--no-fail-fast"]
    } else {
        &["test"]
    };
    let mut command = steps::cargo(runner);
    if !nextest {
        command.arg("--no-fail-fast");
    }
    command.args(selection);
    command
}

fn nextest_is_there() -> bool {
    steps::find_program("cargo-nextest").is_some()
}
