//! `book.today`: the day at a glance. A book that nobody has sold from for more than a month opens
//! on its last day with sales rather than on an empty one.
use crate::App;
use crate::day;
use crate::error::AppError;
use book::dto::Today;
use domain::Day;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which day.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct BookToday {
    /// The business day. When absent the present one, or the last one with sales where that is
    /// more than 31 days ago.
    pub day: Option<String>,
}

/// So long after the last sale the present day tells nothing.
const QUIET_DAYS: i32 = 31;

/// What it takes.
pub type Input = BookToday;
/// What it gives.
pub type Output = Today;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let day = match &input.day {
        Some(text) => day::parse("day", text)?,
        None => opening_day(app)?,
    };
    app.read(|read| read.today(day))
}

fn opening_day(app: &App) -> Result<Day, AppError> {
    let present = app.today()?;
    let last = app.read(|read| read.sales_days())?.map(|(_, last)| last);
    let quiet_since = present.plus(-QUIET_DAYS);
    Ok(last.filter(|last| *last < quiet_since).unwrap_or(present))
}

#[cfg(test)]
mod tests {
    use book::dto::*;
    use serde_json::json;

    use crate::testing::{NOON_MS, Shop};

    const DAY_MS: i64 = 86_400_000;

    #[test]
    fn today_counts_what_was_done_today() {
        let shop = Shop::open();
        let mug = shop.product("MUG", 10_000_000);
        shop.placed(&mug, 2_000);
        let today: Today = shop.call("book.today", json!({}));
        assert_eq!((today.day.as_str(), today.orders), ("2026-11-23", 1));
        assert_eq!((today.to_ship, today.to_pay), (1, 1));
        // Two mugs at 10.00, tax and all.
        assert_eq!(today.taken_minor, 2_000);
        let before: Today = shop.call("book.today", json!({ "day": "2026-11-22" }));
        assert_eq!(before.orders, 0);
    }

    #[test]
    fn after_a_quiet_month_today_opens_on_the_last_day_with_sales() {
        let shop = Shop::open();
        let mug = shop.product("MUG", 10_000_000);
        let opens_on = || shop.call::<Today>("book.today", json!({})).day;
        assert_eq!(opens_on(), "2026-11-23", "there are no sales at all");
        shop.placed(&mug, 1_000);
        for (days, day) in [(1, "2026-11-24"), (31, "2026-12-24"), (32, "2026-11-23")] {
            shop.clock.set(NOON_MS + days * DAY_MS);
            assert_eq!(opens_on(), day);
        }
        let asked: Today = shop.call("book.today", json!({ "day": "2026-12-25" }));
        assert_eq!((asked.day.as_str(), asked.orders), ("2026-12-25", 0));
        shop.placed(&mug, 1_000);
        assert_eq!(opens_on(), "2026-12-25");
    }
}
