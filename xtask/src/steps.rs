//! Running other programs: what is run is printed first, what fails is named with its exit status.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

use anyhow::{Context, Result, bail};

use crate::paths;

/// A program with arguments, run in the repository's top folder without a standard input.
pub fn command(program: impl AsRef<std::ffi::OsStr>, arguments: &[&str]) -> Command {
    let mut command = Command::new(program);
    command
        .args(arguments)
        .current_dir(paths::root())
        .stdin(Stdio::null());
    command
}

/// `cargo` with arguments: the cargo that runs this program. What that one told this program of its
/// package is not passed on: build scripts that look at it would run again, and half of the product
/// be built anew, whenever somebody calls cargo by hand in between.
pub fn cargo(arguments: &[&str]) -> Command {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = command(cargo, arguments);
    let told = [
        "CARGO_PKG_",
        "CARGO_MANIFEST_",
        "CARGO_CRATE_",
        "CARGO_BIN_",
    ];
    for (name, _) in std::env::vars_os() {
        let text = name.to_string_lossy();
        if told.iter().any(|begin| text.starts_with(begin)) {
            command.env_remove(&name);
        }
    }
    command
}

/// `npm` with arguments, in the user interface's folder.
pub fn npm(arguments: &[&str]) -> Command {
    // On Windows npm is a script, which only the command processor can start.
    let mut npm = if cfg!(windows) {
        command("cmd", &["/c", "npm"])
    } else {
        command("npm", &[])
    };
    npm.args(arguments).current_dir(paths::ui());
    npm
}

/// Prints the command, runs it and fails when it fails.
pub fn run(command: &mut Command) -> Result<()> {
    let line = shown(command);
    eprintln!("\n\x1b[1m$ {line}\x1b[0m");
    let status = command
        .status()
        .with_context(|| format!("cannot start `{line}`"))?;
    if !status.success() {
        bail!("`{line}` failed ({status})");
    }
    Ok(())
}

/// Runs the command silently and answers with what it printed; fails with what it said.
pub fn read(command: &mut Command) -> Result<String> {
    let line = shown(command);
    let output = command
        .output()
        .with_context(|| format!("cannot start `{line}`"))?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        bail!("`{line}` failed ({}): {}", output.status, said.trim());
    }
    String::from_utf8(output.stdout).with_context(|| format!("`{line}` did not print text"))
}

/// Whether the command can be started and succeeds; it prints nothing.
pub fn succeeds(command: &mut Command) -> bool {
    command
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

/// Where a program is in `PATH`.
pub fn find_program(name: &str) -> Option<std::path::PathBuf> {
    let file = paths::executable(name);
    let folders = std::env::var_os("PATH")?;
    std::env::split_paths(&folders)
        .map(|folder| folder.join(&file))
        .find(|path| path.is_file())
}

/// Several checks, all of them run, so that one run tells everything that is wrong.
#[derive(Default)]
pub struct Checks {
    lines: Vec<(String, bool, u64)>,
}

impl Checks {
    /// Runs one check under a name and remembers how it went.
    pub fn check(&mut self, name: &str, check: impl FnOnce() -> Result<()>) {
        let started = Instant::now();
        let outcome = check();
        if let Err(error) = &outcome {
            eprintln!("{name}: {error:#}");
        }
        self.lines.push((
            name.to_owned(),
            outcome.is_ok(),
            started.elapsed().as_secs(),
        ));
    }

    /// Prints all checks with their times and fails when one of them failed.
    pub fn finish(self, what: &str) -> Result<()> {
        println!();
        for (name, good, seconds) in &self.lines {
            println!(
                "{} {name} ({seconds} s)",
                if *good { "ok    " } else { "FAILED" }
            );
        }
        let failed: Vec<&str> = self
            .lines
            .iter()
            .filter(|line| !line.1)
            .map(|line| line.0.as_str())
            .collect();
        match failed.as_slice() {
            [] => Ok(()),
            names => bail!("{what}: failed in {}", names.join(", ")),
        }
    }
}

fn shown(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let name = program
        .file_name()
        .unwrap_or(command.get_program())
        .to_string_lossy();
    let arguments = command
        .get_args()
        .map(|argument| argument.to_string_lossy());
    std::iter::once(name)
        .chain(arguments)
        .collect::<Vec<_>>()
        .join(" ")
}
