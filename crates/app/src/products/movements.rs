//! `products.movements`: a window of a product's movements in stock, the newest first.
use crate::App;
use crate::error::AppError;
use crate::list::check_window;
use book::dto::{Movement, Page};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// A window of movements.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct ProductMovements {
    /// The product.
    #[ts(optional = false)]
    pub id: Uuid,
    /// Only those at this location.
    pub location: Option<String>,
    /// The place of the first row, from 0.
    #[ts(optional = false)]
    pub offset: i64,
    /// How many rows, at most 200.
    #[ts(optional = false)]
    pub limit: i64,
}

/// What it takes.
pub type Input = ProductMovements;
/// What it gives.
pub type Output = Page<Movement>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    check_window(input.offset, input.limit)?;
    let window = (input.offset, input.limit);
    app.read(|read| read.movements(input.id, input.location.as_deref(), window))
}

#[cfg(test)]
mod tests {
    use book::dto::*;
    use serde_json::json;

    use crate::testing::Shop;

    #[test]
    fn the_newest_movement_stands_first_with_what_was_left() {
        let shop = Shop::open();
        let mug = shop.product("MUG", 1_000_000);
        shop.clock.set(crate::testing::NOON_MS + 60_000);
        let lines = json!([{ "product": mug.row.id, "quantity_milli": 3_000 }]);
        let sale = json!({ "channel": "counter", "method": "cash", "lines": lines });
        let sold: Order = shop.write("orders.sell", sale);
        let input = json!({ "id": mug.row.id, "offset": 0, "limit": 10 });
        let page: Page<Movement> = shop.call("products.movements", input);
        let first = &page.rows[0];
        assert_eq!(
            (first.quantity_milli, first.on_hand_after_milli),
            (-3_000, 17_000)
        );
        assert_eq!(
            (first.subject, first.kind),
            (sold.head.id, RecordKind::Order)
        );
        assert_eq!((page.total, page.rows[1].on_hand_after_milli), (2, 20_000));
    }
}
