//! What entries say of a purchase.

use crate::day::Day;
use crate::ids::{DocumentId, ProductId, ReceiptId, ReturnId, SupplierId};
use crate::lot::LotPart;
use serde::{Deserialize, Serialize};

/// How a charge is spread over what came.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Spread {
    /// By what the goods cost.
    #[default]
    Value,
    /// By what they weigh.
    Weight,
    /// By how many there are.
    Quantity,
}

/// What bringing the goods here costs beside the goods: freight, duty.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Charge {
    /// What it is.
    pub name: String,
    /// What it comes to, minor units.
    pub amount_minor: i64,
    /// How it is spread over the goods.
    pub spread: Spread,
}

/// A line of a purchase.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PurchaseLine {
    /// Its number, from 1.
    pub line: u32,
    /// The product.
    pub product: ProductId,
    /// The SKU at the time.
    pub sku: String,
    /// The title at the time.
    pub title: String,
    /// What the supplier calls it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// How much, thousandths.
    pub quantity_milli: i64,
    /// What a pack holds, thousandths.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pack_milli: Option<i64>,
    /// Cost of one unit, millionths of the major unit.
    pub unit_cost_micro: i64,
    /// What one unit weighs, grams.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weight_g: Option<i64>,
    /// When it is to come, where not with the rest.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected: Option<Day>,
}

/// Payload of `purchase.drafted` and `purchase.amended`: the whole of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PurchaseDocument {
    /// Whom it goes to.
    pub supplier: SupplierId,
    /// ISO 4217 code of its amounts: the book's.
    pub currency: String,
    /// Where the goods are to come.
    pub location: String,
    /// When they are to come.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected: Option<Day>,
    /// What is said to the supplier.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// What is ordered.
    pub lines: Vec<PurchaseLine>,
    /// What it costs beside the goods.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub charges: Vec<Charge>,
}

/// Payload of `purchase.ordered`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ordered {
    /// The number, as printed.
    pub number: String,
    /// When it should come, where nothing was agreed: by the supplier's usual way.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected: Option<Day>,
}

/// The day of one line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LineDay {
    /// The line.
    pub line: u32,
    /// When it is to come; none when with the rest.
    pub expected: Option<Day>,
}

/// Payload of `purchase.dated`: other days than those that were agreed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dated {
    /// When the rest is to come; none when nobody knows.
    pub expected: Option<Day>,
    /// The days of single lines; those not named keep theirs.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lines: Vec<LineDay>,
}

/// Goods that came.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReceivedLine {
    /// The line that they were ordered by; none when nobody ordered them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub line: Option<u32>,
    /// The product.
    pub product: ProductId,
    /// How much, thousandths, above zero.
    pub quantity_milli: i64,
    /// Cost of one unit, millionths of the major unit.
    pub unit_cost_micro: i64,
    /// What one unit weighs, grams.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weight_g: Option<i64>,
}

/// Something that came and is not the shop's: put aside until the supplier fetches it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetAside {
    /// What was scanned or written on it.
    pub code: String,
    /// The product, where it is one of the shop's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub product: Option<ProductId>,
    /// How much, thousandths, above zero.
    pub quantity_milli: i64,
}

/// Payload of `purchase.received`: what came of one purchase with one delivery.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Received {
    /// The delivery; the same for all purchases that it is about.
    pub receipt: ReceiptId,
    /// Where the goods are now.
    pub location: String,
    /// The number on the supplier's delivery note.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delivery_note: Option<String>,
    /// What came.
    pub lines: Vec<ReceivedLine>,
    /// What of it belongs to lots.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lots: Vec<LotPart>,
    /// What was put aside.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub set_aside: Vec<SetAside>,
}

/// Payload of `purchase.closed`: what is open does not come any more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Closed {
    /// Why.
    pub reason: String,
}

/// Payload of `purchase.cancelled`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cancelled {
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// Goods that go back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReturnedGoods {
    /// The line that they were ordered by.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub line: Option<u32>,
    /// The product.
    pub product: ProductId,
    /// The SKU at the time.
    pub sku: String,
    /// The title at the time.
    pub title: String,
    /// How much, thousandths, above zero.
    pub quantity_milli: i64,
    /// Cost of one unit, millionths of the major unit.
    pub unit_cost_micro: i64,
}

/// Payload of `purchase.returned`: of a purchase, or by itself when it is a record's first word.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Returned {
    /// Identity of the return.
    pub back: ReturnId,
    /// Its number, as printed.
    pub number: String,
    /// Whom it goes to.
    pub supplier: SupplierId,
    /// ISO 4217 code of its amounts: the book's.
    pub currency: String,
    /// Where the goods were.
    pub location: String,
    /// Why.
    pub reason: String,
    /// What goes back.
    pub lines: Vec<ReturnedGoods>,
    /// What of it belongs to lots.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lots: Vec<LotPart>,
}

/// Payload of `purchase.landed`: what bringing the goods here has cost, replaced as a whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Landed {
    /// The charges.
    pub charges: Vec<Charge>,
}

/// Payload of `purchase.issued`: the document to the supplier, which never changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Issued {
    /// Identity of the document.
    pub document: DocumentId,
    /// Language of its words, BCP 47.
    pub language: String,
    /// SHA-256 of the file as it was typeset, in hexadecimal digits.
    pub sha256: String,
    /// SHA-256 of what it says, as the personal part keeps it.
    pub words_sha256: String,
}
