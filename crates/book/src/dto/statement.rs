//! A customer's account over a period, as a statement of account prints it.
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// What a row of a statement is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum StatementKind {
    /// An order, or a document of another kind.
    Order,
    /// A change of an order.
    Change,
    /// Goods that came back.
    CreditNote,
    /// Money received.
    Payment,
    /// Money given back.
    Refund,
    /// Store credit moved.
    Credit,
}

/// A row of a statement.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct StatementRow {
    /// The business day.
    pub day: String,
    /// What it is about.
    pub kind: StatementKind,
    /// The order that it belongs to.
    pub order: Option<Uuid>,
    /// The number of the order or credit note.
    pub number: Option<String>,
    /// The number of the invoice that was issued for an order.
    pub invoice: Option<String>,
    /// The method of a payment, the reason of a return, the customer's own number.
    pub text: Option<String>,
    /// What the customer owes more.
    pub debit_minor: i64,
    /// What the customer owes less.
    pub credit_minor: i64,
    /// What the customer owes afterwards.
    pub balance_minor: i64,
}

/// An order of which something was due at the end of a statement's period.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct StatementOpen {
    /// The order.
    pub order: Uuid,
    /// Its number.
    pub number: String,
    /// The number of its invoice, when one was issued.
    pub invoice: Option<String>,
    /// The business day of the order.
    pub day: String,
    /// The business day by which it is to be paid, when it was agreed on account.
    pub due_day: Option<String>,
    /// What was due; below zero when the shop owed.
    pub due_minor: i64,
}

/// What was due at the end of a statement's period, by how late it was. The parts sum to all of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct StatementAgeing {
    /// Not yet to be paid, less what the shop owed.
    pub current_minor: i64,
    /// Late by at most 30 days.
    pub days_30_minor: i64,
    /// Late by 31 to 60 days.
    pub days_60_minor: i64,
    /// Late by 61 to 90 days.
    pub days_90_minor: i64,
    /// Late by more.
    pub older_minor: i64,
}

/// A customer's account over a period.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct Statement {
    /// The customer.
    pub customer: Uuid,
    /// The name.
    pub name: String,
    /// The first business day.
    pub from: String,
    /// The last business day.
    pub to: String,
    /// ISO 4217 code of all amounts.
    pub currency: String,
    /// What the customer owed before the first day.
    pub opening_minor: i64,
    /// What moved it, the oldest first.
    pub rows: Vec<StatementRow>,
    /// What the customer owed after the last day.
    pub closing_minor: i64,
    /// The orders that make up what was owed then, the oldest first.
    pub open: Vec<StatementOpen>,
    /// What was owed then, by age.
    pub ageing: StatementAgeing,
    /// The store credit before the first day.
    pub credit_opening_minor: i64,
    /// What moved the store credit, the oldest first: here the shop owes the balance.
    pub credit_rows: Vec<StatementRow>,
    /// The store credit after the last day.
    pub credit_closing_minor: i64,
}
