//! `till.open`: begins a session of this device's till with the float in its drawer.
use super::notes::{self, TillNotesCount};
use super::steps;
use crate::App;
use crate::error::AppError;
use crate::request::{Create, Written};
use book::dto::TillReport;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a session begins with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct TillFloat {
    /// The money in the drawer before the first sale.
    #[ts(optional = false)]
    pub float_minor: i64,
    /// Notes of other currencies that lie there too.
    pub notes: Option<Vec<TillNotesCount>>,
}

/// What it takes.
pub type Input = Create<TillFloat>;
/// What it gives.
pub type Output = Written<TillReport>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    app.write(
        input.part,
        |tx| {
            let is_open = tx.read().open_till()?.is_some();
            let prefix = tx.device().prefix.clone();
            let notes = notes::counted(tx, input.body.notes.as_deref(), &[])?;
            let float = (input.body.float_minor, notes);
            let said = domain::till::open(is_open, &prefix, float)?;
            let id = app.new_id();
            steps::append(tx, id, "till.opened", &said)?;
            Ok(id)
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
    fn a_till_is_opened_once_and_says_so() {
        let shop = Shop::open();
        let status: TillStatus = shop.call("till.status", json!({}));
        assert_eq!((status.open, status.till.as_str()), (None, "A"));
        let opened: TillReport = shop.write("till.open", json!({ "float_minor": 10_000 }));
        assert_eq!((opened.expected_minor, opened.number), (10_000, None));
        let again = json!({ "float_minor": 0, "request_id": shop.request() });
        assert_eq!(shop.refused("till.open", again).0, "till_open_already");
        let status: TillStatus = shop.call("till.status", json!({}));
        let open = status.open.unwrap();
        assert_eq!((open.id, open.float_minor), (opened.id, 10_000));
        assert_eq!(status.denominations.first(), Some(&5_000));
    }

    #[test]
    fn a_float_below_nothing_is_refused_at_its_field() {
        let shop = Shop::open();
        let input = json!({ "float_minor": -1, "request_id": shop.request() });
        let refused = ("out_of_range".to_owned(), Some("float_minor".to_owned()));
        assert_eq!(shop.refused("till.open", input), refused);
    }

    #[test]
    fn cash_needs_an_open_till_only_where_the_book_asks_for_it() {
        let shop = Shop::open();
        let mug = shop.product("MUG", 1_000_000);
        let sale = |method: &str| {
            json!({
                "channel": "counter", "method": method,
                "lines": [{ "product": mug.row.id, "quantity_milli": 1_000 }]
            })
        };
        shop.write::<Order>("orders.sell", sale("cash"));
        let settings = json!({ "expected_version": 1, "till_required": true });
        shop.write::<BookInfo>("book.amend", settings);
        let mut cash = sale("cash");
        cash["request_id"] = json!(shop.request());
        assert_eq!(shop.refused("orders.sell", cash).0, "till_required");
        shop.write::<Order>("orders.sell", sale("card"));
        shop.write::<TillReport>("till.open", json!({ "float_minor": 0 }));
        shop.write::<Order>("orders.sell", sale("cash"));
    }
}
