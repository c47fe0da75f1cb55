//! `book.today`: the day at a glance.
use crate::App;
use crate::day;
use crate::error::AppError;
use book::dto::Today;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which day.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct BookToday {
    /// The business day; today when absent.
    pub day: Option<String>,
}

/// What it takes.
pub type Input = BookToday;
/// What it gives.
pub type Output = Today;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let day = match &input.day {
        Some(text) => day::parse("day", text)?,
        None => app.today()?,
    };
    app.read(|read| read.today(day))
}

#[cfg(test)]
mod tests {
    use book::dto::*;
    use serde_json::json;

    use crate::testing::Shop;

    #[test]
    fn today_counts_what_was_done_today() {
        let shop = Shop::open();
        let mug = shop.product("MUG", 10_000_000);
        shop.placed(&mug, 2_000);
        let today: Today = shop.call("book.today", json!({}));
        assert_eq!((today.day.as_str(), today.orders), ("2026-11-23", 1));
        assert_eq!((today.to_ship, today.to_pay), (1, 1));
        let before: Today = shop.call("book.today", json!({ "day": "2026-11-22" }));
        assert_eq!(before.orders, 0);
    }
}
