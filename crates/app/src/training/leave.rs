//! `training.leave`: puts the real book back on the desk. The copy stays for the next time, or is
//! thrown away.
use crate::App;
use crate::error::AppError;
use crate::request::Nothing;
use book::Book;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::path::Path;
use ts_rs::TS;

/// How practice ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct TrainingLeave {
    /// Throws the copy away with everything that was done to it.
    pub discard: Option<bool>,
}

/// What it takes.
pub type Input = TrainingLeave;
/// What it gives.
pub type Output = Nothing;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let copy = app.book()?;
    let real = copy.book.trains_for()?;
    let real = real.ok_or_else(|| AppError::conflict("not_training"))?;
    let path = copy.book.path().to_owned();
    app.put_book(Book::open(&real)?)?;
    drop(copy);
    if input.discard.unwrap_or(false) {
        throw_away(&path);
    }
    Ok(Nothing {})
}

/// Removes a copy with its log. One that cannot be removed is replaced by the next fresh one.
pub(super) fn throw_away(path: &Path) {
    for ending in ["", "-wal", "-shm"] {
        let mut name = path.file_name().unwrap_or_default().to_os_string();
        name.push(ending);
        let _ = std::fs::remove_file(path.with_file_name(name));
    }
}

#[cfg(test)]
mod tests {
    use book::dto::*;
    use serde_json::{Value, json};

    use crate::jobs::JobPhase;
    use crate::testing::Shop;

    fn train(shop: &Shop, fresh: bool) {
        let done = shop.job("training.start", json!({ "fresh": fresh }));
        assert_eq!(done.state, JobPhase::Done, "{:?}", done.error);
    }

    fn info(shop: &Shop) -> BookInfo {
        shop.call("book.info", json!({}))
    }

    fn figures(shop: &Shop) -> Value {
        let orders = json!({ "offset": 0, "limit": 50 });
        let orders: Value = shop.call("orders.list", orders);
        let products: Value = shop.call("products.list", json!({ "offset": 0, "limit": 50 }));
        let sales = json!({ "report": "sales-by-day", "from": "2026-11-01", "to": "2026-11-30" });
        let sales: Value = shop.call("reports.run", sales);
        let till: Value = shop.call("till.status", json!({}));
        let inbox: Value = shop.call("book.exceptions", json!({}));
        json!([orders["rows"], products["rows"], sales["rows"], till, inbox])
    }

    #[test]
    fn what_is_done_in_training_never_touches_the_real_book() {
        let shop = Shop::open();
        let mug = shop.product("MUG", 10_000_000);
        shop.sold(&mug, 1_000);
        shop.write::<TillReport>("till.open", json!({ "float_minor": 5_000 }));
        let before = figures(&shop);
        train(&shop, false);
        assert!(info(&shop).training);
        let sold = shop.sold(&mug, 30_000);
        assert_eq!(sold.head.number, "T-000001");
        let till: TillStatus = shop.call("till.status", json!({}));
        assert!(till.open.is_none() && till.till == "T", "{till:?}");
        let verified = shop.job("book.verify", json!({}));
        assert_eq!(verified.output.unwrap()["ok"], json!(true));
        assert_ne!(figures(&shop), before);

        shop.call::<Value>("training.leave", json!({}));
        assert!(!info(&shop).training);
        assert_eq!(figures(&shop), before);
        assert_eq!(shop.sold(&mug, 1_000).head.number, "A-000002");
    }

    #[test]
    fn a_copy_is_gone_on_with_until_a_fresh_one_is_asked_for_or_it_is_thrown_away() {
        let shop = Shop::open();
        let mug = shop.product("MUG", 10_000_000);
        let numbers = |fresh: bool, discard: bool| {
            train(&shop, fresh);
            let number = shop.sold(&mug, 1_000).head.number;
            shop.call::<Value>("training.leave", json!({ "discard": discard }));
            number
        };
        assert_eq!(numbers(false, false), "T-000001");
        assert_eq!(numbers(false, false), "T-000002");
        assert_eq!(numbers(true, true), "T-000001");
        assert!(!std::path::Path::new(&shop.path("shop.training.counterbook")).exists());
        assert_eq!(numbers(false, false), "T-000001");
    }

    #[test]
    fn training_is_begun_and_left_once_and_is_none_of_the_books_opened_before() {
        let shop = Shop::open();
        assert_eq!(shop.refused("training.leave", json!({})).0, "not_training");
        train(&shop, false);
        assert_eq!(
            shop.refused("training.start", json!({})).0,
            "training_already"
        );
        let path = shop.path("shop.training.counterbook");
        let opened: BookInfo = shop.call("book.open", json!({ "path": path }));
        assert!(opened.training);
        let status: Value = shop.call("book.status", json!({}));
        assert_eq!(
            status["recent"].as_array().map(Vec::len),
            Some(1),
            "{status}"
        );
    }

    #[test]
    fn a_receipt_of_training_says_so() {
        let shop = Shop::open();
        let mug = shop.product("MUG", 10_000_000);
        train(&shop, false);
        let order = shop.sold(&mug, 1_000);
        let slip: Value = shop.call("receipts.preview", json!({ "order": order.head.id }));
        assert!(
            slip["text"].as_str().unwrap().contains("TRAINING"),
            "{slip}"
        );
    }
}
