//! `lots.date`: another last day for a lot than its goods said.
use crate::App;
use crate::error::AppError;
use crate::product;
use crate::request::{Amend, Written, check_version};
use book::Said;
use book::dto::Product;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The last day of a lot of a product.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct LotDate {
    /// The lot.
    #[ts(optional = false)]
    pub lot: String,
    /// Its last day; none when absent.
    pub expires: Option<String>,
}

/// What it takes.
pub type Input = Amend<LotDate>;
/// What it gives.
pub type Output = Written<Product>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let (change, said) = (input.part, &input.body);
    let expires = said.expires.as_deref().filter(|day| !day.is_empty());
    let expires = crate::day::optional("expires", expires)?;
    app.write(
        change,
        |tx| {
            let now = product::product(tx, change.id)?;
            check_version(now.version, change.expected_version)?;
            let said = domain::lot::date(&now, &said.lot, expires)?;
            let subject = product::subject(change.id);
            tx.append(Said::new(subject, "product.lot_dated", &said))?;
            Ok(change.id)
        },
        product::face,
    )
}
