//! The verbs on the command line, for scripts and scheduled jobs. Answers go to standard output,
//! everything else to standard error; an error is one clear line and status 1. A library, because
//! one program can be both the window and the command line (ADR 29).
mod arguments;
mod commands;
mod failure;
mod house;
mod progress;
mod words;

use std::process::ExitCode;

use arguments::{Arguments, Command};
use clap::Parser;

/// Carries out what the arguments of this process ask for.
pub fn run() -> ExitCode {
    let arguments = Arguments::parse();
    let done = match arguments.command {
        Command::New(asked) => commands::new::run(&asked),
        Command::Import(asked) => commands::import::run(&asked),
        Command::Report(asked) => commands::report::run(&asked),
        Command::Call(asked) => commands::call::run(&asked),
        Command::Verbs => commands::verbs::run(),
        Command::Verify(asked) => commands::verify::run(&asked),
        Command::Rebuild(asked) => commands::rebuild::run(&asked),
        Command::Backup(asked) => commands::backup::run(&asked),
        Command::Seed(asked) => commands::seed::run(&asked),
        Command::Sync(asked) => commands::sync::run(&asked),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failure.tell(),
    }
}
