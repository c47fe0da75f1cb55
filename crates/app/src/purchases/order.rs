//! `purchases.order`: a draft is ordered: it takes its number, and a day on which it should come.
use super::steps;
use crate::App;
use crate::error::AppError;
use crate::request::{Amend, Nothing, Written};
use book::Said;
use book::dto::Purchase;
use domain::purchase::{Ordered, PURCHASE, PURCHASES};

/// What it takes.
pub type Input = Amend<Nothing>;
/// What it gives.
pub type Output = Written<Purchase>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let change = input.part;
    app.write(
        change,
        |tx| {
            let now = steps::seen(tx, &change)?;
            domain::purchase::order(&now)?;
            let supplier = now.supplier().map_or_else(Default::default, |id| id.0);
            let supplier = steps::supplier(tx, supplier)?;
            let days = supplier.terms.lead_time_days;
            let days = days.and_then(|days| i32::try_from(days).ok());
            let said = Ordered {
                number: format!("{PURCHASE}{}", tx.next_number(PURCHASES)?),
                expected: days.map(|days| tx.business_day().plus(days)),
            };
            let subject = steps::subject(change.id);
            tx.append(Said::new(subject, "purchase.ordered", &said))?;
            Ok(change.id)
        },
        steps::face,
    )
}
