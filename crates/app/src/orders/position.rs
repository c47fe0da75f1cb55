//! `orders.position`: where an order stands in a list, for the previous and the next one.
use crate::App;
use crate::error::AppError;
use crate::list::check_days;
use book::dto::{OrderFilter, OrderSortKey, Sort};
use book::views::Asked;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// An order in a list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct OrderPosition {
    /// Words to search for.
    pub text: Option<String>,
    /// Which rows.
    pub filter: Option<OrderFilter>,
    /// In which order.
    pub sort: Option<Sort<OrderSortKey>>,
    /// The order.
    #[ts(optional = false)]
    pub id: Uuid,
}

/// A place in a list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct Position {
    /// The place, from 0; null when the list does not hold it.
    pub position: Option<i64>,
}

/// What it takes.
pub type Input = OrderPosition;
/// What it gives.
pub type Output = Position;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    check_days(input.filter.as_ref())?;
    let OrderPosition {
        text,
        filter,
        sort,
        id,
    } = input;
    let asked = Asked {
        text,
        filter: filter.unwrap_or_default(),
        today: app.today()?.0,
        sort,
        offset: 0,
        limit: 1,
    };
    let open = app.book()?;
    let position = open
        .book
        .read(|read| open.views.order_position(read, &asked, id))?;
    Ok(Position { position })
}

#[cfg(test)]
mod tests {
    use book::dto::*;
    use serde_json::json;

    use crate::testing::Shop;

    #[test]
    fn the_place_of_an_order_is_that_of_its_row() {
        let shop = Shop::open();
        let mug = shop.product("MUG", 1_000_000);
        let orders: Vec<Order> = (0..3).map(|_| shop.placed(&mug, 1_000)).collect();
        let sort = json!({ "key": "number", "descending": false });
        let input = json!({ "id": orders[2].head.id, "sort": sort });
        let found: super::Position = shop.call("orders.position", input);
        assert_eq!(found.position, Some(2));
    }
}
