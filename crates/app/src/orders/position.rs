//! `orders.position`: where an order stands in a list, for the previous and the next one.
use book::dto::{OrderFilter, OrderSortKey, Sort};
use uuid::Uuid;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

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
