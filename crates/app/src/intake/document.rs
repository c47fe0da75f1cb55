//! One foreign document into the book: found to be there already, written, or refused with its row.
//! Nothing of a document is appended before all of it is known to be good.
use ::book::Tx;
use domain::currency::Currency;
use domain::settings::Settings;
use domain::{RunId, Subject};
use exchange::{ForeignDocument, ForeignOrder, Outcome};

use super::catalog::Catalog;
use super::printed::Printing;
use super::report::{Counted, RefusedRow};
use crate::App;
use crate::error::{AppError, AppErrorKind};

/// What an import knows while it runs.
pub(super) struct Importer<'a> {
    pub(super) app: &'a App,
    pub(super) settings: Settings,
    pub(super) currency: Currency,
    pub(super) run: RunId,
    pub(super) catalog: Catalog,
    pub(super) printing: Printing,
    /// Records that were there before and that this transaction has changed.
    pub(super) updated: Vec<Subject>,
}

impl<'a> Importer<'a> {
    pub(super) fn new(
        app: &'a App,
        settings: Settings,
        currency: Currency,
        run: RunId,
        catalog: Catalog,
        printing: Printing,
    ) -> Self {
        Self {
            app,
            settings,
            currency,
            run,
            catalog,
            printing,
            updated: Vec::new(),
        }
    }

    /// Writes a document. A refused one is counted as such and is no error.
    pub(super) fn write(
        &mut self,
        tx: &mut Tx<'_>,
        document: &ForeignDocument,
        counted: &mut Counted,
    ) -> Result<Outcome, AppError> {
        let written = match document {
            ForeignDocument::Order(order) => self.write_order(tx, order, counted),
            ForeignDocument::Product(product) => self.write_product(tx, product, counted),
            ForeignDocument::Customer(customer) => self.write_customer(tx, customer, counted),
        };
        match written {
            Ok(outcome) => {
                counted.read.tally.settle(outcome, document.row_count());
                if outcome == Outcome::AlreadyThere {
                    counted.already_there += 1;
                }
                Ok(outcome)
            }
            Err(error) if is_refusal(&error) => {
                counted.refuse(document, refused(document, error));
                Ok(Outcome::NotReached)
            }
            Err(error) => Err(error),
        }
    }
}

/// The document is at fault, not the book.
fn is_refusal(error: &AppError) -> bool {
    matches!(error.kind, AppErrorKind::Invalid | AppErrorKind::Conflict)
}

fn refused(document: &ForeignDocument, error: AppError) -> RefusedRow {
    let line = error.field.as_deref().and_then(line_of);
    let row = match document {
        ForeignDocument::Order(order) => row_of(order, line),
        ForeignDocument::Product(product) => product.row_number,
        ForeignDocument::Customer(customer) => customer.row_number,
    };
    RefusedRow {
        row,
        column: error.field,
        code: error.code,
        detail: error.detail.unwrap_or_default(),
        value: String::new(),
    }
}

/// The place of the line in `lines.7.quantity_milli`.
fn line_of(field: &str) -> Option<usize> {
    field
        .strip_prefix("lines.")?
        .split('.')
        .next()?
        .parse()
        .ok()
}

fn row_of(order: &ForeignOrder, line: Option<usize>) -> u32 {
    let line = line
        .and_then(|line| order.lines.get(line))
        .or(order.lines.first());
    line.map_or(0, |line| line.row_number)
}

#[cfg(test)]
mod tests {
    use super::line_of;

    #[test]
    fn a_field_of_a_line_names_the_line() {
        assert_eq!(line_of("lines.7.quantity_milli"), Some(7));
        assert_eq!(line_of("currency"), None);
    }
}
