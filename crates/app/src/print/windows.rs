//! Printers of Windows: PowerShell knows them, and the program that shows PDF files prints them.
//! What comes from outside goes in as variables of the environment, never as part of a script.
use std::process::Command;

use super::program::run;
use super::{Printers, Sheet};
use crate::error::AppError;

const LIST: &str = "Get-CimInstance Win32_Printer | ForEach-Object { \
                    if ($_.Default) { '*' + $_.Name } else { ' ' + $_.Name } }";
const SEND: &str = "Start-Process -FilePath $env:COUNTERBOOK_SHEET -Verb PrintTo \
                    -ArgumentList ('\"' + $env:COUNTERBOOK_PRINTER + '\"') -WindowStyle Hidden";

/// The printers; the default has a star before its name.
pub(super) fn printers() -> Result<Printers, AppError> {
    let said = run(&mut script(LIST), &[])?;
    let mut printers = Printers::default();
    for line in said.lines() {
        let Some(name) = line.get(1..).map(str::trim).filter(|name| !name.is_empty()) else {
            continue;
        };
        if line.starts_with('*') {
            printers.default = Some(name.to_owned());
        }
        printers.names.push(name.to_owned());
    }
    Ok(printers)
}

/// Prints a file of the document, once a copy: the verb knows no count.
pub(super) fn send(printer: &str, sheet: &Sheet<'_>) -> Result<(), AppError> {
    let name = format!("counterbook-{}.pdf", std::process::id());
    let file = std::env::temp_dir().join(name);
    let unwritable = |error| AppError::unavailable("file_unwritable").with(error);
    std::fs::write(&file, sheet.pdf).map_err(unwritable)?;
    for _ in 0..sheet.copies {
        let mut command = script(SEND);
        command.env("COUNTERBOOK_SHEET", &file);
        command.env("COUNTERBOOK_PRINTER", printer);
        run(&mut command, &[])?;
    }
    Ok(())
}

fn script(text: &str) -> Command {
    let mut command = Command::new("powershell.exe");
    command.args(["-NoProfile", "-NonInteractive", "-Command", text]);
    command
}
