//! `book.search`: orders, products and customers by the beginnings of words.
use crate::App;
use crate::error::AppError;
use crate::list::check_window;
use book::dto::Hit;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What to look for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct BookSearch {
    /// The words.
    #[ts(optional = false)]
    pub text: String,
    /// How many hits, at most 200; 20 when absent.
    pub limit: Option<i64>,
}

/// What was found.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct Hits {
    /// The best hits first.
    pub hits: Vec<Hit>,
}

/// What it takes.
pub type Input = BookSearch;
/// What it gives.
pub type Output = Hits;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let limit = input.limit.unwrap_or(20);
    check_window(0, limit)?;
    Ok(Hits {
        hits: app.read(|read| read.search(&input.text, limit))?,
    })
}

#[cfg(test)]
mod tests {
    use book::dto::*;
    use serde_json::json;

    use crate::testing::Shop;

    #[test]
    fn a_search_finds_records_of_every_kind() {
        let shop = Shop::open();
        let mug = shop.product("MUG-1", 1_000_000);
        shop.customer("Mugdha Rao");
        let order = shop.placed(&mug, 1_000);
        let found: super::Hits = shop.call("book.search", json!({ "text": "mug" }));
        let kinds: Vec<RecordKind> = found.hits.iter().map(|hit| hit.kind).collect();
        assert!(kinds.contains(&RecordKind::Product) && kinds.contains(&RecordKind::Customer));
        let found: super::Hits = shop.call("book.search", json!({ "text": order.head.number }));
        assert_eq!(found.hits.first().map(|hit| hit.id), Some(order.head.id));
    }
}
