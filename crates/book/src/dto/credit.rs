//! Money that the shop holds: store credit of customers, and gift cards.
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::{RecordKind, TimelineItem};

/// Why a balance moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum CreditMoveKind {
    /// An order was paid with it.
    Spent,
    /// A refund went to it.
    Refunded,
    /// A card was sold or topped up.
    Sold,
    /// A card that was sold came back.
    Returned,
    /// Given or taken by hand.
    ByHand,
    /// Paid out in money.
    PaidOut,
    /// Moved to the card that replaces another.
    Replaced,
}

/// One movement of a balance.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct CreditMove {
    /// Why.
    pub kind: CreditMoveKind,
    /// By how much; below zero when it was spent.
    pub amount_minor: i64,
    /// What there was afterwards.
    pub balance_after_minor: i64,
    /// When, wall clock.
    pub at_local: String,
    /// The kind of the record that moved it.
    pub cause_kind: RecordKind,
    /// The record that moved it.
    pub cause: Uuid,
    /// The number of the order that moved it.
    pub number: Option<String>,
    /// What was said about it.
    pub reason: Option<String>,
}

/// What the shop holds for a customer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct StoreCredit {
    /// What there is; below zero when two devices apart spent the same.
    pub balance_minor: i64,
    /// The last movements, the newest first.
    pub moves: Vec<CreditMove>,
    /// Whether there are older ones.
    pub more: bool,
}

/// Whether a card can be spent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum GiftCardState {
    /// It can be spent.
    Active,
    /// It cannot be spent.
    Blocked,
    /// Another card took its place.
    Replaced,
    /// Its last day is over.
    Expired,
}

/// A row of the list of gift cards.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct GiftCardRow {
    /// The card.
    pub id: Uuid,
    /// Its code.
    pub code: String,
    /// Whether it can be spent.
    pub state: GiftCardState,
    /// The business day of its issue.
    pub issued_day: String,
    /// The last business day on which it can be spent.
    pub expires: Option<String>,
    /// What is on it.
    pub balance_minor: i64,
    /// Counts the changes; sent back as `expected_version`.
    pub version: i64,
}

/// A gift card with everything about it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct GiftCard {
    /// What rows and pages share.
    #[serde(flatten)]
    pub row: GiftCardRow,
    /// Why it is blocked.
    pub block_reason: Option<String>,
    /// The card that took its place.
    pub replaced_by: Option<Uuid>,
    /// Its code.
    pub replaced_by_code: Option<String>,
    /// The last movements, the newest first.
    pub moves: Vec<CreditMove>,
    /// Whether there are older ones.
    pub more: bool,
    /// The history, newest first.
    pub timeline: Vec<TimelineItem>,
}
