//! `orders.sell`: a counter sale: placed, paid and handed over in one entry.
use book::dto::Order;

use crate::request::{Create, Part, With, Written};

use super::input::OrderInput;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How a counter sale is paid.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct Tender {
    /// How it is paid.
    #[ts(optional = false)]
    pub method: String,
    /// What was handed over, when more than the total; the rest is change.
    pub tendered_minor: Option<i64>,
}

impl Part for Tender {
    const KEYS: &'static [&'static str] = &["method", "tendered_minor"];
}

/// What it takes.
pub type Input = Create<With<Tender, OrderInput>>;
/// What it gives.
pub type Output = Written<Order>;
