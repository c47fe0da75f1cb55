//! `customers.pay_out`: store credit paid out in money. Cash comes out of the till: it goes through
//! its session, and is rounded to coins.
use super::steps;
use crate::App;
use crate::drawer::check_till;
use crate::error::AppError;
use crate::request::{Amend, Written};

use book::dto::Customer;
use book::{Said, Tx};
use domain::customer::PaidOut;
use domain::ids::PaymentId;
use domain::pricing::cash_round;
use domain::till::CASH;
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
            check_till(tx, std::iter::once(said.method.as_str()))?;
            let paid = PaidOut {
                payment: PaymentId(app.new_id()),
                method: said.method.clone(),
                amount_minor: said.amount_minor,
                rounding_minor: rounding_minor(tx, said),
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

/// What rounding to coins adds to what is paid out in cash.
fn rounding_minor(tx: &Tx<'_>, said: &CustomerPayOut) -> i64 {
    let coin_minor = tx.settings().cash_rounding_minor();
    match said.method == CASH && coin_minor > 1 {
        true => cash_round(said.amount_minor, coin_minor).map_or(0, |cash| cash.rounding_minor),
        false => 0,
    }
}

#[cfg(test)]
mod tests {
    use book::dto::*;
    use serde_json::{Value, json};

    use crate::testing::Shop;

    #[test]
    fn cash_that_is_paid_out_comes_from_an_open_till_in_coins_and_is_counted_there() {
        let shop = Shop::open();
        let settings = json!({
            "expected_version": 1, "cash_rounding_minor": 5, "till_required": true
        });
        shop.write::<BookInfo>("book.amend", settings);
        let ann = shop.customer("Ann");
        let said = |more: Value| {
            let now: Customer = shop.call("customers.get", json!({ "id": ann.row.id }));
            let mut said = json!({
                "id": ann.row.id, "expected_version": now.row.version,
                "request_id": shop.request()
            });
            said.as_object_mut()
                .unwrap()
                .extend(more.as_object().unwrap().clone());
            said
        };
        let given = json!({ "amount_minor": 2_000, "reason": "Late" });
        let _: Value = shop.call("customers.credit", said(given));
        let out = |method: &str| said(json!({ "method": method, "amount_minor": 1_003 }));
        let refused = shop.refused("customers.pay_out", out("cash"));
        assert_eq!(refused, ("till_required".into(), None));
        shop.write::<TillReport>("till.open", json!({ "float_minor": 5_000 }));
        let _: Value = shop.call("customers.pay_out", out("cash"));
        let x: TillReport = shop.call("till.report", json!({}));
        assert_eq!((x.cash_refunded_minor, x.expected_minor), (1_005, 3_995));
        assert_eq!(x.rounding_minor, -2);
        let left: StoreCredit = shop.call("customers.store_credit", json!({ "id": ann.row.id }));
        assert_eq!(left.balance_minor, 997);
        let verified = shop.job("book.verify", json!({}));
        assert_eq!(verified.output.unwrap()["ok"], json!(true));
    }
}
