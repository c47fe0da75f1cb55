//! `orders.fulfil`: ships goods, all that is open unless lines are named.
use super::input::{line_number, quantities};
use super::shelf::{Figure, Shelf};
use super::{line_lots, steps};
use crate::App;
use crate::error::AppError;
use crate::lots::input::LineLots;
use crate::place;
use book::dto::{Order, ShippedLine};
use domain::ids::ShipmentId;
use domain::order::{Fulfilled, LineQuantity};

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
    /// Ships only what is there, with no lines named: what there are goods for now.
    pub in_stock: Option<bool>,
    /// Lots or serial numbers of lines; first expired, first out for lines without them.
    pub lots: Option<Vec<LineLots>>,
    /// The location that the goods leave; the order's own, or this installation's, when absent.
    pub location: Option<String>,
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
    let change = &input.part;
    app.write(
        *change,
        |tx| {
            let now = steps::order(tx, change)?;
            let lines = if said.in_stock == Some(true) && said.lines.is_none() {
                Some(there(&tx.read().order(change.id)?)?)
            } else {
                said.lines.as_deref().map(quantities).transpose()?
            };
            let shipment = ShipmentId(app.new_id());
            let (carrier, tracking) = (said.carrier.as_deref(), said.tracking.as_deref());
            let left = place::other_than(app, tx, &now, said.location.as_deref())?;
            let named = said.lots.as_deref().unwrap_or_default();
            let said = domain::order::fulfil(&now, shipment, lines.as_deref(), carrier, tracking)?;
            let place = left.as_deref().unwrap_or(now.location());
            let lots = line_lots::shipped(app, tx, (&now, place), &said.lines, named)?;
            let said = Fulfilled {
                location: left,
                lots,
                ..said
            };
            steps::append(tx, change.id, "order.fulfilled", &said, None)?;
            Ok(change.id)
        },
        steps::face,
    )
}

/// What of the open goods is on the shelf, line by line; services go with the last of the goods.
fn there(order: &Order) -> Result<Vec<LineQuantity>, AppError> {
    let mut shelf = Shelf::new(Figure::OnHand);
    let mut parts = Vec::new();
    let open = order.lines.iter().filter(|line| line.open_milli > 0);
    let (services, goods): (Vec<_>, Vec<_>) = open.partition(|line| line.service);
    for line in &goods {
        parts.push((line.line, shelf.take(line, line.open_milli)));
    }
    let whole = goods
        .iter()
        .zip(&parts)
        .all(|(line, part)| line.open_milli == part.1);
    parts.extend(
        services
            .iter()
            .filter(|_| whole)
            .map(|line| (line.line, line.open_milli)),
    );
    parts.retain(|(_, quantity_milli)| *quantity_milli > 0);
    if parts.is_empty() {
        return Err(AppError::conflict("nothing_in_stock"));
    }
    let part = |(index, (line, quantity_milli)): (usize, (i64, i64))| {
        let line = line_number(index, line)?;
        Ok(LineQuantity {
            line,
            quantity_milli,
        })
    };
    parts.into_iter().enumerate().map(part).collect()
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

    #[test]
    fn of_what_is_on_backorder_the_goods_that_are_there_go_out() {
        let shop = Shop::open();
        let mug = shop.product("MUG", 1_000_000);
        let order = shop.placed(&mug, 25_000);
        assert_eq!(order.lines[0].backordered_milli, 5_000);
        let part = shop.change(&order, json!({ "in_stock": true }));
        let part: Order = shop.write("orders.fulfil", part);
        assert_eq!(
            (part.lines[0].shipped_milli, part.lines[0].open_milli),
            (20_000, 5_000)
        );
        let mut none = shop.change(&part, json!({ "in_stock": true }));
        none["request_id"] = json!(shop.request());
        assert_eq!(shop.refused("orders.fulfil", none).0, "nothing_in_stock");
    }
}
