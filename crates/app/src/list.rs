//! What the verbs that show long lists take: a filter, an order and a window.
use book::dto::Sort;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The most rows of one window.
pub const WINDOW_ROWS: i64 = 200;

/// A window of a list, `F` filters and `K` names the columns to sort by.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct ListInput<F, K> {
    /// Words to search for; each must begin a word of the record.
    pub text: Option<String>,
    /// Which rows.
    pub filter: Option<F>,
    /// In which order.
    pub sort: Option<Sort<K>>,
    /// The place of the first row, from 0.
    #[ts(optional = false)]
    pub offset: i64,
    /// How many rows, at most 200.
    #[ts(optional = false)]
    pub limit: i64,
}
