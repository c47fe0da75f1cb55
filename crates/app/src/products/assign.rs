//! `products.assign`: says who looks after something about a product that needs a person.
use crate::App;
use crate::error::AppError;
use book::Said;
use book::dto::Product;
use domain::attention::assign;
use domain::{State, Subject, SubjectKind};

use crate::request::{Amend, Written, check_version};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Who looks after what. A note would outlive the erasure of the person it is about: there is none.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct ProductAssign {
    /// The kind of exception, such as `oversold`.
    #[ts(optional = false)]
    pub code: String,
    /// Who; nobody when absent.
    pub owner: Option<String>,
}

/// What it takes.
pub type Input = Amend<ProductAssign>;
/// What it gives.
pub type Output = Written<Product>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let change = &input.part;
    let assigned = assign(&input.body.code, input.body.owner.as_deref())?;
    app.write(
        *change,
        |tx| {
            let subject = Subject::new(SubjectKind::Product, change.id);
            match tx.state(subject)? {
                State::Product(now) if now.is_visible() => {
                    check_version(now.version, change.expected_version)?;
                }
                _ => return Err(AppError::not_found("product_unknown")),
            }
            tx.append(Said::new(subject, "product.assigned", &assigned))?;
            Ok(change.id)
        },
        |read, id| Ok(read.product(id)?),
    )
}
