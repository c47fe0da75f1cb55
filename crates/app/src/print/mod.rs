//! Printers of the system, without a dialog: CUPS on Linux and macOS, the shell's print verb on
//! Windows. What is printed is a PDF; the system knows how to bring it to paper.
#[cfg(unix)]
mod cups;
mod program;
#[cfg(windows)]
mod windows;

use std::time::Duration;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

#[cfg(unix)]
use cups as system;
#[cfg(windows)]
use windows as system;

use crate::App;
use crate::error::AppError;
use crate::request::Part;

/// How long the system may take to take a document.
const PATIENCE: Duration = Duration::from_secs(30);
/// Copies of one document.
pub(crate) const COPIES: u32 = 99;

/// Where something is printed, and how often.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct Printing {
    /// The printer; this installation's, or the system's, when absent.
    pub printer: Option<String>,
    /// How many copies, at most 99; one when absent.
    pub copies: Option<u32>,
}

impl Part for Printing {
    const KEYS: &'static [&'static str] = &["printer", "copies"];
}

/// The printers that there are, and which of them the system takes by itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Printers {
    pub names: Vec<String>,
    pub default: Option<String>,
}

/// What is sent to a printer.
pub(crate) struct Sheet<'a> {
    /// The name in the printer's queue; on Windows the file's, which is what is handed over there.
    #[cfg_attr(windows, allow(dead_code, reason = "a file is printed by its name"))]
    pub title: &'a str,
    /// The PDF.
    pub pdf: &'a [u8],
    pub copies: u32,
}

/// The printers of the system; none where nothing prints.
pub(crate) fn printers() -> Result<Printers, AppError> {
    system::printers()
}

/// Sends a sheet to the printer that is named, else to the one of this installation, else to the
/// system's own; gives the name.
pub(crate) fn send(app: &App, named: Option<&str>, sheet: &Sheet<'_>) -> Result<String, AppError> {
    if !(1..=COPIES).contains(&sheet.copies) {
        return Err(AppError::at("copies", "out_of_range").with(COPIES));
    }
    let known = printers()?;
    let printer = match named {
        Some(named) => known.named(named)?,
        None => known.usual(app)?,
    };
    system::send(&printer, sheet)?;
    Ok(printer)
}

/// The printer for documents that this installation keeps.
pub(crate) fn kept(app: &App) -> Option<String> {
    let kept = app.settings().kept();
    let name = kept.get("document_printer")?.as_str()?;
    Some(name.to_owned())
}

impl Printers {
    /// Only a printer that is there: a name from outside becomes no argument of a program.
    fn named(&self, name: &str) -> Result<String, AppError> {
        if self.names.iter().any(|known| known == name) {
            return Ok(name.to_owned());
        }
        Err(AppError::at("printer", "printer_unknown").with(name))
    }

    fn usual(&self, app: &App) -> Result<String, AppError> {
        let there = |name: &String| self.names.contains(name);
        let usual = kept(app).filter(there).or_else(|| self.default.clone());
        let usual = usual.or_else(|| self.names.first().cloned());
        usual.ok_or_else(|| AppError::unavailable("no_printer"))
    }
}
