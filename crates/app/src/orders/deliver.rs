//! `orders.deliver`: marks a shipment as arrived.
use super::steps;
use crate::App;
use crate::error::AppError;
use book::dto::Order;
use domain::ids::ShipmentId;
use uuid::Uuid;

use crate::request::{Amend, Written};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which shipment has arrived.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct OrderDeliver {
    /// The shipment.
    #[ts(optional = false)]
    pub shipment: Uuid,
}

/// What it takes.
pub type Input = Amend<OrderDeliver>;
/// What it gives.
pub type Output = Written<Order>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let shipment = ShipmentId(input.body.shipment);
    steps::change(app, &input.part, "order.delivered", |now| {
        domain::order::deliver(now, shipment)
    })
}

#[cfg(test)]
mod tests {
    use book::dto::*;
    use serde_json::json;

    use crate::testing::Shop;

    #[test]
    fn an_order_is_delivered_when_all_its_shipments_have_arrived() {
        let shop = Shop::open();
        let order = shop.placed(&shop.product("MUG", 1_000_000), 3_000);
        let first = json!({
            "lines": [{ "line": 1, "quantity_milli": 1_000 }],
            "carrier": "dpd", "tracking": "0123 4",
        });
        let first: Order = shop.write("orders.fulfil", shop.change(&order, first));
        let url = first.shipments[0].tracking_url.as_deref();
        assert_eq!(
            url,
            Some("https://tracking.dpd.de/status/en_US/parcel/0123%204")
        );
        let both: Order = shop.write("orders.fulfil", shop.change(&first, json!({})));
        let arrive = |order: &Order, at: usize| -> Order {
            let said = json!({ "shipment": order.shipments[at].shipment });
            shop.write("orders.deliver", shop.change(order, said))
        };
        let half = arrive(&both, 0);
        assert_eq!(half.head.fulfilment, FulfilmentStatus::Shipped);
        assert!(!half.shipments[0].under_way && half.shipments[1].under_way);
        let all = arrive(&half, 1);
        assert_eq!(all.head.fulfilment, FulfilmentStatus::Delivered);
        assert!(!all.allowed.contains(&OrderAction::Deliver));
        let mut again = shop.change(&all, json!({ "shipment": all.shipments[0].shipment }));
        again["request_id"] = json!(shop.request());
        assert_eq!(shop.refused("orders.deliver", again).0, "nothing_under_way");
    }
}
