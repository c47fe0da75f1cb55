//! Where the one document of a batch goes: to a file, or to a printer.
use std::path::Path;

use crate::App;
use crate::error::AppError;
use crate::print::{Printing, Sheet, send};
use crate::settings::replace;

/// A file, or a printer.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Outlet<'a> {
    /// The file; replaced when it is there.
    File(&'a str),
    /// The printer, and how often.
    Printer(&'a Printing),
}

impl<'a> Outlet<'a> {
    /// The one that was named.
    pub(crate) fn of(path: Option<&'a str>, print: Option<&'a Printing>) -> Result<Self, AppError> {
        match (path, print) {
            (Some(path), None) => Ok(Self::File(path)),
            (None, Some(print)) => Ok(Self::Printer(print)),
            _ => Err(AppError::at("path", "file_or_printer")),
        }
    }

    /// Writes or prints; gives the path or the printer.
    pub(crate) fn take(&self, app: &App, title: &str, pdf: &[u8]) -> Result<Taken, AppError> {
        let mut taken = Taken::default();
        match self {
            Self::File(path) => {
                replace(Path::new(path), pdf).map_err(unwritable)?;
                taken.path = Some((*path).to_owned());
            }
            Self::Printer(print) => {
                let copies = print.copies.unwrap_or(1);
                let sheet = Sheet { title, pdf, copies };
                taken.printer = Some(send(app, print.printer.as_deref(), &sheet)?);
            }
        }
        Ok(taken)
    }
}

/// Where it went.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Taken {
    /// The file.
    pub path: Option<String>,
    /// The printer.
    pub printer: Option<String>,
}

/// A file that cannot be written.
pub(crate) fn unwritable(error: std::io::Error) -> AppError {
    AppError::unavailable("file_unwritable")
        .in_field("path")
        .with(error)
}
