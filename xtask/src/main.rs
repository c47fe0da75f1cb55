//! `cargo xtask`: everything one does with this repository. Each subcommand is one file; each
//! finds out for itself what it needs and installs it where it may (see `setup`), so a fresh
//! machine needs only Rust, Node and a C compiler.

mod bench;
mod ci;
mod codegen;
mod files;
mod fuzz;
mod package;
mod paths;
mod run;
mod scratch;
mod setup;
mod shots;
mod steps;
mod test;
mod tidy;
mod ui;

use std::process::ExitCode;

use anyhow::{Result, bail};

const HELP: &str = "\
cargo xtask COMMAND

  run [BOOK]   build the desktop application and open it (without a display: in a virtual one,
               with the sample shop, a screenshot and an exported chart in target/run)
  test         every ring of tests, the stories in the real window included
  ci           what must hold before a change lands: format, lints, tidy, generated files,
               licences and sources, types and lints of the user interface, workflows
  codegen      write the generated files (TypeScript client, lists of verbs)
  tidy         check the walls of the house: sizes, headers, directions, colours
  bench        run the workloads and print them beside their targets
  simulate     many devices in a world that breaks: --seeds N, or --seed S for one history
  fuzz         foreign bytes at every reader, a minute each: [TARGET]... [--seconds N]
  package      build the installers for this system
  shots        pictures of every screen, light and dark, in target/shots";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match dispatch(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nerror: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(arguments: &[String]) -> Result<()> {
    let (command, rest) = match arguments.split_first() {
        Some((command, rest)) => (command.as_str(), rest),
        None => ("--help", arguments),
    };
    match command {
        "run" => run::run(rest),
        "test" => test::test(rest),
        "ci" => ci::ci(),
        "codegen" => codegen::codegen(),
        "tidy" => tidy::tidy(),
        "bench" => bench::bench(rest),
        "simulate" => simulate(rest),
        "fuzz" => fuzz::fuzz(rest),
        "package" => package::package(rest),
        "shots" => shots::shots(rest),
        "help" | "-h" | "--help" => {
            println!("{HELP}");
            Ok(())
        }
        other => bail!("there is no `cargo xtask {other}`\n\n{HELP}"),
    }
}

/// Histories of many devices; what fails names its seed.
fn simulate(arguments: &[String]) -> Result<()> {
    let mut command = steps::cargo(&["run", "--release", "--package", "simulation", "--"]);
    steps::run(command.args(arguments))
}
