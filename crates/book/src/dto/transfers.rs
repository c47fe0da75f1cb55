//! Transfers as lists and pages show them.
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::{LotShown, TimelineItem, Tracking};

/// How far a transfer has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum TransferState {
    /// Being written.
    Draft,
    /// Under way, at least in part.
    Sent,
    /// Nothing of it is under way any more.
    Done,
    /// Thrown away before it was sent.
    Discarded,
}

/// A row of the list of transfers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct TransferRow {
    /// The transfer.
    pub id: Uuid,
    /// Its number.
    pub number: String,
    /// What it is about, in the words of the shop.
    pub title: Option<String>,
    /// The location that sends.
    pub from: String,
    /// Its name.
    pub from_name: String,
    /// The location that receives.
    pub to: String,
    /// Its name.
    pub to_name: String,
    /// How far it has come.
    pub state: TransferState,
    /// When it was written down, wall clock.
    pub at_local: String,
    /// What is still under way.
    pub open_milli: i64,
    /// Counts the changes; sent back as `expected_version`.
    pub version: i64,
}

/// A product of a transfer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct TransferLine {
    /// The product.
    pub product: Uuid,
    /// Its SKU.
    pub sku: String,
    /// What people read.
    pub title: String,
    /// What is to go, or went.
    pub quantity_milli: i64,
    /// What arrived.
    pub received_milli: i64,
    /// What came back to where it was sent from.
    pub returned_milli: i64,
    /// What was written off.
    pub written_off_milli: i64,
    /// What is still under way.
    pub open_milli: i64,
    /// What there is at the location that sends.
    pub on_hand_milli: i64,
    /// What tells its goods apart.
    pub tracking: Tracking,
    /// The lots that are to go, where somebody named them, or went.
    pub lots: Vec<LotShown>,
    /// The lots that are still under way.
    pub open_lots: Vec<LotShown>,
}

/// What became of goods on their way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum TransferOutcome {
    /// They arrived.
    Received,
    /// They went back.
    Returned,
    /// They are lost or broken.
    WrittenOff,
}

/// A part of a transfer that arrived, went back or was written off.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct TransferReceipt {
    /// Its id.
    pub receipt: Uuid,
    /// What became of the goods.
    pub outcome: TransferOutcome,
    /// When, wall clock.
    pub at_local: String,
    /// Why.
    pub reason: Option<String>,
    /// How much, all products together.
    pub quantity_milli: i64,
}

/// A transfer with everything about it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct Transfer {
    /// What rows and pages share.
    #[serde(flatten)]
    pub row: TransferRow,
    /// The products.
    pub lines: Vec<TransferLine>,
    /// What became of it, the newest first.
    pub receipts: Vec<TransferReceipt>,
    /// The history, newest first.
    pub timeline: Vec<TimelineItem>,
}
