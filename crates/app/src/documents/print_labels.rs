//! `documents.print_labels`: labels on paper, without a dialog.
use super::labels::{LabelsInput, laid};
use super::print::PrintedDocument;
use crate::App;
use crate::error::AppError;
use crate::print::{Printing, Sheet, send};
use crate::request::With;

/// What it takes.
pub type Input = With<Printing, LabelsInput>;
/// What it gives.
pub type Output = PrintedDocument;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let labels = laid(app, &input.body)?;
    let pdf = labels.pdf();
    let copies = input.part.copies.unwrap_or(1);
    let sheet = Sheet {
        title: &labels.title,
        pdf: &pdf.map_err(|error| AppError::broken("internal").with(error))?,
        copies,
    };
    let printer = send(app, input.part.printer.as_deref(), &sheet)?;
    Ok(PrintedDocument { printer, copies })
}
