//! What came back of orders.
use super::LotShown;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// What came back of a line.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct OrderReturnLine {
    /// The line's number.
    pub line: i64,
    /// The component of its bundle that came back by itself.
    pub component: Option<Uuid>,
    /// Back in stock.
    pub restocked_milli: i64,
    /// Thrown away.
    pub scrapped_milli: i64,
    /// The credit, with tax.
    pub total_minor: i64,
    /// The tax in it.
    pub tax_minor: i64,
}

/// Goods of an order that came back.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct OrderReturn {
    /// The return's id.
    pub received: Uuid,
    /// The number of its credit note.
    pub number: String,
    /// When, wall clock.
    pub at_local: String,
    /// Why.
    pub reason: Option<String>,
    /// What came back.
    pub lines: Vec<OrderReturnLine>,
    /// What of it belongs to lots.
    pub lots: Vec<LotShown>,
    /// The credit, with tax.
    pub total_minor: i64,
    /// The tax in it.
    pub tax_minor: i64,
    /// That tax in the book's currency.
    pub book_tax_minor: i64,
    /// The change that was made in the same act: what was taken for it.
    pub edit: Option<Uuid>,
    /// The money that moved in the same act.
    pub payments: Vec<Uuid>,
    /// What the act came to: what was taken, less the credit.
    pub difference_minor: i64,
    /// What went back as change in the same act.
    pub change_minor: i64,
}

/// A return that a customer asked for, until goods come back for it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct ReturnRequest {
    /// The request's id.
    pub request: Uuid,
    /// When, wall clock.
    pub at_local: String,
    /// Why.
    pub reason: Option<String>,
    /// What is to come back.
    pub lines: Vec<ReturnRequestLine>,
}

/// What of a line is to come back.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct ReturnRequestLine {
    /// The line's number.
    #[ts(optional = false)]
    pub line: i64,
    /// The component of its bundle that is to come back by itself.
    pub component: Option<Uuid>,
    /// How much.
    #[ts(optional = false)]
    pub quantity_milli: i64,
}
