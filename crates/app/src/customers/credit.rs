//! `customers.credit`: store credit given by hand, or taken back, with a reason.
use super::steps;
use crate::App;
use crate::error::AppError;
use crate::request::{Amend, Written};
use book::Said;
use book::dto::Customer;
use domain::ids::PaymentId;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What is given, or taken back.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CustomerCredit {
    /// Below zero when taken back, at most what there is.
    pub amount_minor: i64,
    /// Why.
    pub reason: String,
}

/// What it takes.
pub type Input = Amend<CustomerCredit>;
/// What it gives.
pub type Output = Written<Customer>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let (change, said) = (&input.part, &input.body);
    app.write(
        *change,
        |tx| {
            let now = steps::customer(tx, change)?;
            let (id, left_minor) = (PaymentId(app.new_id()), steps::credit(tx, change.id)?);
            let amount = said.amount_minor;
            let credited = domain::customer::credit(&now, id, amount, left_minor, &said.reason)?;
            let subject = steps::subject(change.id);
            tx.append(Said::new(subject, "customer.credited", &credited))?;
            Ok(change.id)
        },
        steps::face,
    )
}

#[cfg(test)]
mod tests {
    use book::dto::*;
    use serde_json::{Value, json};

    use crate::testing::Shop;

    fn credit(shop: &Shop, ann: &Customer, amount_minor: i64) -> Value {
        let now: Customer = shop.call("customers.get", json!({ "id": ann.row.id }));
        json!({
            "id": ann.row.id, "expected_version": now.row.version, "request_id": shop.request(),
            "amount_minor": amount_minor, "reason": "Late parcel"
        })
    }

    #[test]
    fn credit_is_given_paid_out_and_never_more_than_there_is() {
        let shop = Shop::open();
        let ann = shop.customer("Ann");
        let _: Value = shop.call("customers.credit", credit(&shop, &ann, 1_000));
        shop.clock.set(crate::testing::NOON_MS + 60_000);
        let mut out = credit(&shop, &ann, 1_001);
        out.as_object_mut().unwrap().remove("reason");
        out["method"] = json!("cash");
        let short = ("credit_short".to_owned(), Some("amount_minor".to_owned()));
        assert_eq!(shop.refused("customers.pay_out", out.clone()), short);
        out["amount_minor"] = json!(400);
        let _: Value = shop.call("customers.pay_out", out);
        assert_eq!(
            shop.refused("customers.credit", credit(&shop, &ann, -601)),
            short
        );
        let held: StoreCredit = shop.call("customers.store_credit", json!({ "id": ann.row.id }));
        let moves = held.moves.iter().map(|one| (one.kind, one.amount_minor));
        let moves: Vec<_> = moves.collect();
        assert_eq!(held.balance_minor, 600);
        assert_eq!(
            moves,
            [
                (CreditMoveKind::PaidOut, -400),
                (CreditMoveKind::ByHand, 1_000)
            ]
        );
        assert_eq!(held.moves[1].reason.as_deref(), Some("Late parcel"));
        let verified = shop.job("book.verify", json!({}));
        assert_eq!(verified.output.unwrap()["ok"], json!(true));
    }
}
