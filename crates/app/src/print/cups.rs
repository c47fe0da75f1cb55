//! Printers of Linux and macOS, through the programs of CUPS: they know queues, drivers and
//! printers on the network, and take a PDF as it is.
use std::process::Command;

use super::program::run;
use super::{Printers, Sheet};
use crate::error::AppError;

const DEFAULT: &str = "system default destination:";

/// The printers, by `lpstat`.
pub(super) fn printers() -> Result<Printers, AppError> {
    // Without a printer it ends with a failure, which here is an answer.
    let list = match run(program("lpstat").arg("-e"), &[]) {
        Err(error) if error.code == "printer_refused" => String::new(),
        list => list?,
    };
    let default = run(program("lpstat").arg("-d"), &[]).unwrap_or_default();
    let names = list.lines().map(str::trim).filter(|line| !line.is_empty());
    Ok(Printers {
        names: names.map(str::to_owned).collect(),
        default: default_of(&default),
    })
}

/// Sends a document, by `lp`.
pub(super) fn send(printer: &str, sheet: &Sheet<'_>) -> Result<(), AppError> {
    let copies = sheet.copies.to_string();
    let mut command = program("lp");
    command.args(["-d", printer, "-n", &copies, "-t", sheet.title]);
    run(&mut command, sheet.pdf).map(drop)
}

/// A program that speaks no other language than the one read here.
fn program(name: &str) -> Command {
    let mut command = Command::new(name);
    command.env("LC_ALL", "C");
    command
}

fn default_of(said: &str) -> Option<String> {
    let name = said.lines().find_map(|line| line.strip_prefix(DEFAULT));
    let name = name.map(str::trim).filter(|name| !name.is_empty());
    name.map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::default_of;

    #[test]
    fn the_systems_own_printer_is_read_from_what_is_said_of_it() {
        let said = "system default destination: Office_Laser\n";
        assert_eq!(default_of(said).as_deref(), Some("Office_Laser"));
        assert_eq!(default_of("no system default destination\n"), None);
    }
}
