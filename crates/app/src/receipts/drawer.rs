//! `receipts.drawer`: opens the drawer on the printer of this installation.
use super::port::{Printer, PrinterKind};
use crate::App;
use crate::error::AppError;
use crate::request::Nothing;
use receipts::open_drawer;

/// What it takes.
pub type Input = Nothing;
/// What it gives.
pub type Output = Nothing;

pub(crate) fn run(app: &App, _: Input) -> Result<Output, AppError> {
    let printer = Printer::kept(app)?;
    // Plain text opens nothing.
    if printer.drawer.unwrap_or(false) && printer.kind != PrinterKind::Text {
        printer.send("drawer", &open_drawer())?;
    }
    Ok(Nothing {})
}
