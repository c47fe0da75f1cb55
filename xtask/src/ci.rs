//! `cargo xtask ci`: what must hold before a change lands, beside the tests. All checks run, so
//! that one run tells everything that is wrong.

use anyhow::{Result, bail};

use crate::setup::Need;
use crate::{codegen, files, paths, setup, steps, tidy, ui};

/// Runs every check.
pub fn ci() -> Result<()> {
    setup::system(&[Need::WebView])?;
    ui::build()?;
    let mut checks = steps::Checks::default();
    checks.check("format", || {
        steps::run(&mut steps::cargo(&["fmt", "--all", "--check"]))
    });
    checks.check("tidy", tidy::tidy);
    checks.check("clippy", clippy);
    checks.check("generated files", codegen::check);
    checks.check("licences, bans, sources", deny);
    // Each of the two keeps one core busy. Lints print nothing unless something is wrong.
    let lints = std::thread::spawn(|| steps::run(&mut steps::npm(&["run", "lint"])));
    checks.check("types of the user interface", || {
        steps::run(&mut steps::npm(&["run", "check"]))
    });
    checks.check("lints of the user interface", || {
        lints.join().expect("a program is started and waited for")
    });
    checks.check("workflows", workflows);
    checks.finish("cargo xtask ci")
}

fn clippy() -> Result<()> {
    let arguments = [
        "clippy",
        "--workspace",
        "--all-targets",
        "--",
        "-D",
        "warnings",
    ];
    steps::run(&mut steps::cargo(&arguments))
}

/// Licences, bans and sources need nothing but the lock file. Advisories need a database from the
/// network, so only CI on the forge looks at them.
fn deny() -> Result<()> {
    let program = setup::cargo_deny()?;
    let mut command = steps::command(program, &["check", "licenses", "bans", "sources"]);
    steps::run(&mut command)
}

fn workflows() -> Result<()> {
    let folder = paths::root().join(".github/workflows");
    let workflows = files::below(&folder)?;
    if workflows.is_empty() {
        bail!("no workflows in {}", folder.display());
    }
    // One after the other: not every build of actionlint looks at more than its first file.
    workflows.iter().try_for_each(|file| {
        let mut command = setup::actionlint()?;
        steps::run(command.arg(files::shown(file)))
    })
}
