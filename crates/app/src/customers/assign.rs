//! `customers.assign`: says who looks after something about a customer that needs a person.
use super::steps;
use crate::App;
use crate::error::AppError;
use crate::request::{Amend, Written};
use book::Said;
use book::dto::Customer;
use domain::attention::assign;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Who looks after what.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct CustomerAssign {
    /// The kind of exception, such as `credit_overdrawn`.
    #[ts(optional = false)]
    pub code: String,
    /// Who; nobody when absent.
    pub owner: Option<String>,
}

/// What it takes.
pub type Input = Amend<CustomerAssign>;
/// What it gives.
pub type Output = Written<Customer>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let change = &input.part;
    let assigned = assign(&input.body.code, input.body.owner.as_deref())?;
    app.write(
        *change,
        |tx| {
            steps::customer(tx, change)?;
            let subject = steps::subject(change.id);
            tx.append(Said::new(subject, "customer.assigned", &assigned))?;
            Ok(change.id)
        },
        steps::face,
    )
}
