//! Counterbook in a window. The shell serves the table of verbs to a page, adds what only a window
//! has (native dialogs, further windows, the file manager), and remembers where its windows were.
//! It knows no verb by name except those of its own noun, `shell`.

#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod calls;
mod command_line;
mod customer;
mod dialogs;
mod errors;
mod fatal;
mod files;
mod placement;
mod rest;
mod start;
mod verbs;
mod windows;

use std::process::ExitCode;

fn main() -> ExitCode {
    if app::typesetter::is_asked() {
        return app::typesetter::serve();
    }
    if command_line::is_asked() {
        return cli::run();
    }
    match start::start() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            fatal::tell(&error);
            ExitCode::FAILURE
        }
    }
}
