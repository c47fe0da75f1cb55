//! `orders.refund`: gives money back.
use super::money::refund;
use super::steps;
use crate::App;
use crate::error::AppError;
use book::dto::Order;

use crate::request::{Amend, Written};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A refund.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct OrderRefund {
    /// How it goes back.
    #[ts(optional = false)]
    pub method: String,
    /// The amount, above zero.
    #[ts(optional = false)]
    pub amount_minor: i64,
    /// Why.
    pub reason: Option<String>,
    /// The code of the gift card that it goes to, when the method is `gift_card`; the one that
    /// paid when absent.
    pub gift_card: Option<String>,
}

/// What it takes.
pub type Input = Amend<OrderRefund>;
/// What it gives.
pub type Output = Written<Order>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let (change, said) = (&input.part, &input.body);
    app.write(
        *change,
        |tx| {
            let now = steps::order(tx, change)?;
            let means = (said.method.as_str(), said.gift_card.as_deref());
            let reason = said.reason.as_deref();
            let refunded = refund((app, tx), &now, means, said.amount_minor, reason)?;
            steps::append(tx, change.id, "order.refunded", &refunded, None)?;
            Ok(change.id)
        },
        steps::face,
    )
}

#[cfg(test)]
mod tests {
    use book::dto::*;
    use serde_json::json;

    use crate::testing::Shop;

    #[test]
    fn money_goes_back_up_to_what_was_paid() {
        let shop = Shop::open();
        let mug = shop.product("MUG", 10_000_000);
        let lines = json!([{ "product": mug.row.id, "quantity_milli": 1_000 }]);
        let sold: Order = shop.write(
            "orders.sell",
            json!({ "channel": "counter", "method": "card", "lines": lines }),
        );
        let refund = shop.change(&sold, json!({ "method": "card", "amount_minor": 300 }));
        let refunded: Order = shop.write("orders.refund", refund);
        assert_eq!(
            (refunded.head.paid_minor, refunded.refunded_minor),
            (700, 300)
        );
        let mut more = shop.change(&refunded, json!({ "method": "card", "amount_minor": 701 }));
        more["request_id"] = json!(shop.request());
        assert_eq!(shop.refused("orders.refund", more).0, "more_than_paid");
    }
}
