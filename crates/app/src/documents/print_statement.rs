//! `documents.print_statement`: a customer's account over a period on paper, without a dialog.
use documents::{Kind, Pdf};

use super::preview::refused;
use super::print::PrintedDocument;
use super::statement::{StatementInput, made};
use crate::App;
use crate::error::AppError;
use crate::print::{Printing, Sheet, send};
use crate::request::With;

/// What it takes.
pub type Input = With<Printing, StatementInput>;
/// What it gives.
pub type Output = PrintedDocument;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let (made, template) = made(app, &input.body)?;
    let data = app
        .typesetter()
        .pdf(&template, &made.content, &Pdf::default())
        .map_err(|error| refused(error, Kind::Statement))?;
    let title = format!("{} {}", made.content.title, made.account.name);
    let copies = input.part.copies.unwrap_or(1);
    let sheet = Sheet {
        title: &title,
        pdf: &data,
        copies,
    };
    let printer = send(app, input.part.printer.as_deref(), &sheet)?;
    Ok(PrintedDocument { printer, copies })
}
