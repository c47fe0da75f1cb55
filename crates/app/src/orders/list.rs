//! `orders.list`: a window of the orders, filtered and sorted.
use crate::App;
use crate::error::AppError;
use crate::list::ListInput;
use crate::list::check_days;
use book::dto::{OrderFilter, OrderRow, OrderSortKey, Page};

/// What it takes.
pub type Input = ListInput<OrderFilter, OrderSortKey>;
/// What it gives.
pub type Output = Page<OrderRow>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    check_days(input.filter.as_ref())?;
    let mut asked = input.asked()?;
    asked.today = app.today()?.0;
    let open = app.book()?;
    Ok(open.book.read(|read| open.views.orders(read, &asked))?)
}

#[cfg(test)]
mod tests {
    use book::dto::*;
    use serde_json::json;

    use crate::testing::Shop;

    #[test]
    fn a_list_is_filtered_sorted_and_windowed() {
        let shop = Shop::open();
        let mug = shop.product("MUG", 1_000_000);
        for quantity in 1..=5 {
            shop.placed(&mug, quantity * 1_000);
        }
        let page: Page<OrderRow> = shop.call(
            "orders.list",
            json!({
                "filter": { "state": ["placed"] },
                "sort": { "key": "total", "descending": true }, "offset": 1, "limit": 2
            }),
        );
        let totals: Vec<i64> = page.rows.iter().map(|row| row.head.total_minor).collect();
        assert_eq!((page.total, totals), (5, vec![400, 300]));
    }

    #[test]
    fn a_day_that_does_not_exist_is_refused_at_its_field() {
        let shop = Shop::open();
        let input = json!({ "filter": { "from": "2026-02-30" }, "offset": 0, "limit": 1 });
        let refused = shop.refused("orders.list", input);
        assert_eq!(
            refused,
            ("day_malformed".into(), Some("filter.from".into()))
        );
    }
}
