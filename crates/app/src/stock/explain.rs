//! `stock.explain`: why the stock of a product at a location is what it is, down to what happened.
use crate::App;
use crate::error::AppError;
use book::dto::StockExplained;
use domain::stock::MAIN;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// A stock that is asked about.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct StockAsked {
    /// The product.
    #[ts(optional = false)]
    pub product: Uuid,
    /// The location; the main one when absent.
    pub location: Option<String>,
}

/// What it takes.
pub type Input = StockAsked;
/// What it gives.
pub type Output = StockExplained;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let location = input.location.as_deref().unwrap_or(MAIN);
    app.read(|read| read.explain_stock(input.product, location))
}

#[cfg(test)]
mod tests {
    use book::dto::*;
    use serde_json::json;

    use crate::testing::{NOON_MS, Shop};

    #[test]
    fn what_is_available_is_explained_down_to_what_happened() {
        let shop = Shop::open();
        let mug = shop.product("MUG", 1_000_000);
        let patch = json!({
            "id": mug.row.id, "expected_version": mug.row.version, "safety_milli": 4_000
        });
        let kept: Product = shop.write("products.amend", patch);
        assert_eq!(kept.row.available_milli, 16_000);
        shop.clock.set(NOON_MS + 60_000);
        shop.sold(&mug, 3_000);
        let held = shop.placed(&mug, 2_000);
        let asked = json!({ "product": mug.row.id });
        let why: StockExplained = shop.call("stock.explain", asked.clone());
        assert_eq!(
            (why.on_hand_milli, why.allocated_milli, why.safety_milli),
            (17_000, 2_000, 4_000)
        );
        assert_eq!(why.available_milli, 11_000);
        assert_eq!(
            (why.counted, why.moved_milli, why.movement_count),
            (None, 17_000, 2)
        );
        let [order] = why.orders.as_slice() else {
            panic!("{:?}", why.orders)
        };
        assert_eq!((order.order, order.allocated_milli), (held.head.id, 2_000));

        shop.clock.set(NOON_MS + 120_000);
        let count = json!({ "location": "main", "scope": "products", "products": [mug.row.id] });
        let count: Count = shop.write("counts.open", count);
        let line = json!([{ "product": mug.row.id, "quantity_milli": 15_000 }]);
        let found = json!({ "id": count.row.id, "counter": "A", "lines": line });
        let count: Count = shop.write("counts.count", found);
        let done = json!({ "id": count.row.id, "expected_version": count.row.version });
        shop.write::<Count>("counts.finish", done);
        shop.clock.set(NOON_MS + 180_000);
        shop.sold(&mug, 1_000);
        let why: StockExplained = shop.call("stock.explain", asked);
        let counted = why.counted.unwrap();
        assert_eq!(
            (counted.count, counted.counted_milli),
            (count.row.id, 15_000)
        );
        assert_eq!((why.moved_milli, why.on_hand_milli), (-1_000, 14_000));
        assert_eq!(why.movements.len(), 1);
    }
}
