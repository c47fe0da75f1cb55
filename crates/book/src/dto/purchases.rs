//! Purchases as lists and pages show them, and what is on its way.
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::{LotShown, TimelineItem, Tracking};

/// How far a purchase is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PurchaseStage {
    /// Being written.
    Draft,
    /// Ordered; nothing has come.
    Ordered,
    /// Something has come and something is open.
    PartlyReceived,
    /// All has come.
    Received,
    /// What was open does not come any more.
    Closed,
    /// Called off.
    Cancelled,
    /// Goods that went back by themselves.
    Return,
}

/// How a charge is spread over what came.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ChargeSpread {
    /// By what the goods cost.
    Value,
    /// By what they weigh.
    Weight,
    /// By how many there are.
    Quantity,
}

/// What bringing the goods here costs beside the goods.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PurchaseCharge {
    /// What it is.
    pub name: String,
    /// What it comes to.
    pub amount_minor: i64,
    /// How it is spread over the goods.
    pub spread: ChargeSpread,
}

/// A row of the list of purchases.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct PurchaseRow {
    /// The purchase.
    pub id: Uuid,
    /// Its number; none while it is a draft.
    pub number: Option<String>,
    /// The supplier.
    pub supplier: Uuid,
    /// Its name.
    pub supplier_name: String,
    /// How far it is.
    pub stage: PurchaseStage,
    /// The business day on which it was begun.
    pub began_day: String,
    /// The business day on which it was ordered.
    pub ordered_day: Option<String>,
    /// The first day on which something open is to come.
    pub expected_day: Option<String>,
    /// How many lines it has.
    pub line_count: i64,
    /// How much was ordered.
    pub ordered_milli: i64,
    /// How much of that is still to come.
    pub open_milli: i64,
    /// What lines and charges come to.
    pub total_minor: i64,
    /// Counts the changes; sent back as `expected_version`.
    pub version: i64,
}

/// A line of a purchase.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct PurchaseLine {
    /// Its number, from 1.
    pub line: u32,
    /// The product.
    pub product: Uuid,
    /// The SKU at the time.
    pub sku: String,
    /// The title at the time.
    pub title: String,
    /// What the supplier calls it.
    pub code: Option<String>,
    /// How much was ordered.
    pub quantity_milli: i64,
    /// What a pack holds.
    pub pack_milli: Option<i64>,
    /// The cost of one unit.
    pub unit_cost_micro: i64,
    /// What it comes to.
    pub total_minor: i64,
    /// The day agreed for this line alone.
    pub own_day: Option<String>,
    /// When it is to come.
    pub expected_day: Option<String>,
    /// What has come; more than was ordered when too much came.
    pub received_milli: i64,
    /// What went back.
    pub returned_milli: i64,
    /// What is still to come.
    pub open_milli: i64,
    /// What tells its goods apart.
    pub tracking: Tracking,
}

/// Goods that came with a delivery.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct ReceivedGoods {
    /// The line that they were ordered by; none when nobody ordered them.
    pub line: Option<u32>,
    /// The product.
    pub product: Uuid,
    /// Its SKU.
    pub sku: String,
    /// What people read.
    pub title: String,
    /// How much.
    pub quantity_milli: i64,
    /// What one unit was bought for.
    pub unit_cost_micro: i64,
    /// What one unit costs here, with its share of the charges.
    pub landed_cost_micro: i64,
    /// Its share of the charges.
    pub charges_minor: i64,
    /// What of it belongs to lots.
    pub lots: Vec<LotShown>,
}

/// Something that came and was put aside for the supplier.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct GoodsSetAside {
    /// What was scanned or written on it.
    pub code: String,
    /// The product, where it is one of the shop's.
    pub product: Option<Uuid>,
    /// How much.
    pub quantity_milli: i64,
}

/// A delivery as far as it is about a purchase.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct PurchaseReceipt {
    /// The delivery; the same for all purchases that it is about.
    pub receipt: Uuid,
    /// When, wall clock.
    pub at_local: String,
    /// Where the goods went.
    pub location: String,
    /// The number on the delivery note.
    pub delivery_note: Option<String>,
    /// What came.
    pub lines: Vec<ReceivedGoods>,
    /// What was put aside.
    pub set_aside: Vec<GoodsSetAside>,
}

/// Goods that went back with a return.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct SentBackGoods {
    /// The line that they were ordered by.
    pub line: Option<u32>,
    /// The product.
    pub product: Uuid,
    /// The SKU at the time.
    pub sku: String,
    /// The title at the time.
    pub title: String,
    /// How much.
    pub quantity_milli: i64,
    /// What one unit was bought for.
    pub unit_cost_micro: i64,
    /// What of it belongs to lots.
    pub lots: Vec<LotShown>,
}

/// Goods that went back to the supplier.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct SupplierReturn {
    /// The return.
    pub back: Uuid,
    /// Its number.
    pub number: String,
    /// When, wall clock.
    pub at_local: String,
    /// Where the goods were.
    pub location: String,
    /// Why.
    pub reason: String,
    /// What went back.
    pub lines: Vec<SentBackGoods>,
}

/// A document that went to the supplier.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct PurchasePaper {
    /// The document.
    pub document: Uuid,
    /// When it was issued, wall clock.
    pub at_local: String,
    /// The language of its words.
    pub language: String,
}

/// A purchase with everything about it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct Purchase {
    /// What rows and pages share.
    #[serde(flatten)]
    pub row: PurchaseRow,
    /// ISO 4217 code of its amounts.
    pub currency: String,
    /// Where the goods are to come.
    pub location: String,
    /// When the lines without a day of their own are to come.
    pub expected: Option<String>,
    /// What is said to the supplier.
    pub note: Option<String>,
    /// Why what was open does not come any more.
    pub close_reason: Option<String>,
    /// Why it was called off.
    pub cancel_reason: Option<String>,
    /// What was ordered.
    pub lines: Vec<PurchaseLine>,
    /// What it costs beside the goods.
    pub charges: Vec<PurchaseCharge>,
    /// What the lines come to.
    pub goods_minor: i64,
    /// What the charges come to.
    pub charges_minor: i64,
    /// Deliveries, the newest first.
    pub receipts: Vec<PurchaseReceipt>,
    /// What went back, the newest first.
    pub returns: Vec<SupplierReturn>,
    /// Documents to the supplier, the newest first.
    pub papers: Vec<PurchasePaper>,
    /// The history, newest first.
    pub timeline: Vec<TimelineItem>,
}

/// What of a product is on its way.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct Incoming {
    /// The purchase.
    pub purchase: Uuid,
    /// Its number.
    pub number: Option<String>,
    /// The supplier's name.
    pub supplier_name: String,
    /// Where it is to come.
    pub location: String,
    /// When; none when nobody knows.
    pub expected_day: Option<String>,
    /// How much.
    pub quantity_milli: i64,
}

/// What can be promised from a day on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct Promise {
    /// The day.
    pub day: String,
    /// What is free to sell by then.
    pub available_milli: i64,
}

/// A code that counts a line up when it is scanned.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct ReceivingCode {
    /// The code.
    pub code: String,
    /// By how much.
    pub quantity_milli: i64,
}

/// A line that goods may come for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct ReceivingLine {
    /// The purchase.
    pub purchase: Uuid,
    /// Its number.
    pub number: Option<String>,
    /// The line.
    pub line: u32,
    /// The product.
    pub product: Uuid,
    /// Its SKU.
    pub sku: String,
    /// What people read.
    pub title: String,
    /// What the supplier calls it.
    pub code: Option<String>,
    /// How much was ordered.
    pub quantity_milli: i64,
    /// What of it came before.
    pub received_milli: i64,
    /// What a pack holds.
    pub pack_milli: Option<i64>,
    /// What one unit was agreed to cost.
    pub unit_cost_micro: i64,
    /// What tells its goods apart.
    pub tracking: Tracking,
    /// The codes that mean it.
    pub codes: Vec<ReceivingCode>,
}

/// What can be received together: lines of purchases at one supplier.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct Receiving {
    /// The supplier.
    pub supplier: Uuid,
    /// Its name.
    pub supplier_name: String,
    /// ISO 4217 code of the costs.
    pub currency: String,
    /// Where the goods are to come.
    pub location: String,
    /// The lines, purchase by purchase.
    pub lines: Vec<ReceivingLine>,
}
