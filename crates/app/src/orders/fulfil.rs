//! `orders.fulfil`: ships goods, all that is open unless lines are named.
use super::input::quantities;
use super::steps;
use crate::App;
use crate::error::AppError;
use book::dto::{Order, ShippedLine};
use domain::ids::ShipmentId;

use crate::request::{Amend, Written};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A shipment.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct OrderFulfil {
    /// What goes out; all that is open when absent.
    pub lines: Option<Vec<ShippedLine>>,
    /// Who carries it.
    pub carrier: Option<String>,
    /// The carrier's number.
    pub tracking: Option<String>,
}

/// What it takes.
pub type Input = Amend<OrderFulfil>;
/// What it gives.
pub type Output = Written<Order>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let said = &input.body;
    let lines = said.lines.as_deref().map(quantities).transpose()?;
    steps::change(app, &input.part, "order.fulfilled", |now| {
        let shipment = ShipmentId(app.new_id());
        let (carrier, tracking) = (said.carrier.as_deref(), said.tracking.as_deref());
        domain::order::fulfil(now, shipment, lines.as_deref(), carrier, tracking)
    })
}

#[cfg(test)]
mod tests {
    use book::dto::*;
    use serde_json::json;

    use crate::testing::Shop;

    #[test]
    fn goods_go_out_in_parts_and_then_the_rest() {
        let shop = Shop::open();
        let order = shop.placed(&shop.product("MUG", 1_000_000), 5_000);
        let part = shop.change(
            &order,
            json!({ "lines": [{ "line": 1, "quantity_milli": 2_000 }], "carrier": "Post" }),
        );
        let part: Order = shop.write("orders.fulfil", part);
        assert_eq!(part.head.fulfilment, FulfilmentStatus::PartShipped);
        let rest: Order = shop.write("orders.fulfil", shop.change(&part, json!({})));
        assert_eq!(rest.head.fulfilment, FulfilmentStatus::Shipped);
        assert_eq!(rest.shipments.len(), 2);
        assert_eq!(rest.lines[0].on_hand_milli, Some(15_000));
    }

    #[test]
    fn more_than_is_open_is_refused_at_its_line() {
        let shop = Shop::open();
        let order = shop.placed(&shop.product("MUG", 1_000_000), 5_000);
        let lines = json!([{ "line": 1, "quantity_milli": 6_000 }]);
        let mut input = shop.change(&order, json!({ "lines": lines }));
        input["request_id"] = json!(shop.request());
        let refused = shop.refused("orders.fulfil", input);
        assert_eq!(
            refused,
            (
                "more_than_open".into(),
                Some("lines.0.quantity_milli".into())
            )
        );
    }
}
