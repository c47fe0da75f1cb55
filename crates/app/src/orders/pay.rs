//! `orders.pay`: records money received for an order.
use super::money::payment;
use super::steps;
use crate::App;
use crate::error::AppError;
use book::dto::Order;

use crate::request::{Amend, Written};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A payment.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct OrderPay {
    /// How it was paid.
    #[ts(optional = false)]
    pub method: String,
    /// The amount.
    #[ts(optional = false)]
    pub amount_minor: i64,
    /// A voucher's number or a bank reference.
    pub reference: Option<String>,
    /// The code of the gift card that pays, when the method is `gift_card`.
    pub gift_card: Option<String>,
}

/// What it takes.
pub type Input = Amend<OrderPay>;
/// What it gives.
pub type Output = Written<Order>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let (change, said) = (&input.part, &input.body);
    app.write(
        *change,
        |tx| {
            let now = steps::order(tx, change)?;
            let means = (said.method.as_str(), said.gift_card.as_deref());
            let reference = said.reference.as_deref();
            let paid = payment((app, tx), &now, means, said.amount_minor, reference)?;
            steps::append(tx, change.id, "order.paid", &paid, None)?;
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
    fn an_order_is_paid_in_parts_and_never_more_than_is_due() {
        let shop = Shop::open();
        let order = shop.placed(&shop.product("MUG", 10_000_000), 1_000);
        let pay = |order: &Order, amount_minor: i64| {
            shop.change(
                order,
                json!({ "method": "card", "amount_minor": amount_minor }),
            )
        };
        let part: Order = shop.write("orders.pay", pay(&order, 400));
        assert_eq!(
            (part.head.payment, part.due_minor),
            (PaymentStatus::PartPaid, 600)
        );
        let mut more = pay(&part, 601);
        more["request_id"] = json!(shop.request());
        let refused = shop.refused("orders.pay", more);
        assert_eq!(
            refused,
            ("more_than_due".into(), Some("amount_minor".into()))
        );
        let paid: Order = shop.write("orders.pay", pay(&part, 600));
        assert_eq!(
            (paid.head.payment, paid.payments.len()),
            (PaymentStatus::Paid, 2)
        );
    }
}
