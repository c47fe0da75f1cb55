//! `customers.pay_out`: store credit paid out in money.
use super::steps;
use crate::App;
use crate::error::AppError;
use crate::request::{Amend, Written};
use book::Said;
use book::dto::Customer;
use domain::customer::PaidOut;
use domain::ids::PaymentId;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What is paid out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct CustomerPayOut {
    /// How the money goes out.
    #[ts(optional = false)]
    pub method: String,
    /// The amount, above zero, at most what there is.
    #[ts(optional = false)]
    pub amount_minor: i64,
    /// Why.
    pub reason: Option<String>,
}

/// What it takes.
pub type Input = Amend<CustomerPayOut>;
/// What it gives.
pub type Output = Written<Customer>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let (change, said) = (&input.part, &input.body);
    app.write(
        *change,
        |tx| {
            let now = steps::customer(tx, change)?;
            let paid = PaidOut {
                payment: PaymentId(app.new_id()),
                method: said.method.clone(),
                amount_minor: said.amount_minor,
                reason: said.reason.clone(),
            };
            let paid = domain::customer::pay_out(&now, paid, steps::credit(tx, change.id)?)?;
            let subject = steps::subject(change.id);
            tx.append(Said::new(subject, "customer.paid_out", &paid))?;
            Ok(change.id)
        },
        steps::face,
    )
}
