//! `counts.discard`: throws a count away; the stock stays as it was.
use super::steps;
use crate::App;
use crate::error::AppError;
use crate::request::{Amend, Nothing, Written, check_version};
use book::Said;
use book::dto::Count;

/// What it takes.
pub type Input = Amend<Nothing>;
/// What it gives.
pub type Output = Written<Count>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let change = input.part;
    app.write(
        change,
        |tx| {
            let now = steps::count(tx, change.id)?;
            check_version(now.version, change.expected_version)?;
            domain::count::discard(&now)?;
            let said = serde_json::json!({});
            tx.append(Said::new(
                steps::subject(change.id),
                "count.discarded",
                &said,
            ))?;
            Ok(change.id)
        },
        steps::face,
    )
}
