//! Lots and serial numbers as screens show them.
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;
use uuid::Uuid;

use super::RecordKind;

/// What tells the goods of a product apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Tracking {
    /// Nothing.
    #[default]
    None,
    /// The lot.
    Lot,
    /// A number for each piece.
    Serial,
}

/// What of goods that moved belongs to a lot.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct LotShown {
    /// The product.
    pub product: Uuid,
    /// The lot, or the serial number.
    pub lot: String,
    /// How much.
    pub quantity_milli: i64,
    /// The line that it belongs to.
    pub line: Option<i64>,
    /// It was sold, or is to be, although its last day was over.
    pub expired: bool,
}

/// What lies at a place.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct LotLevel {
    /// The place.
    pub location: String,
    /// Its name; that of a virtual one is its key.
    pub name: String,
    /// What lies there.
    pub on_hand_milli: i64,
}

/// A lot of a product that lies somewhere of ours.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct LotRow {
    /// The lot, or the serial number.
    pub lot: String,
    /// The last day on which it is good.
    pub expires: Option<String>,
    /// When it first came in, wall clock.
    pub came_local: String,
    /// What there is.
    pub on_hand_milli: i64,
    /// Where it lies.
    pub places: Vec<LotLevel>,
}

/// The lots of a product.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct LotsOfProduct {
    /// The product.
    pub product: Uuid,
    /// Its SKU.
    pub sku: String,
    /// What people read.
    pub title: String,
    /// What tells its goods apart.
    pub tracking: Tracking,
    /// The business day of now: what expires before it is over.
    pub today: String,
    /// The lots that lie somewhere, in the order in which they go out.
    pub lots: Vec<LotRow>,
    /// What lies where without a lot.
    pub loose: Vec<LotLevel>,
}

/// Which lots of a line's goods go out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct LinePick {
    /// The line.
    pub line: i64,
    /// The product.
    pub product: Uuid,
    /// Its SKU.
    pub sku: String,
    /// What people read.
    pub title: String,
    /// What tells its goods apart.
    pub tracking: Tracking,
    /// How much is to go.
    pub quantity_milli: i64,
    /// What is proposed: first expired, first out. Nothing of serial numbers.
    pub parts: Vec<LotShown>,
    /// How much goes without a lot.
    pub loose_milli: i64,
    /// How much there is no lot for that may be taken unasked.
    pub short_milli: i64,
    /// The lots that there are, in the order in which they go out.
    pub lots: Vec<LotRow>,
}

/// Which lots of an order's goods go out next.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct OrderPick {
    /// The business day of now.
    pub today: String,
    /// The lines whose goods are told apart, as far as something of them is open.
    pub lines: Vec<LinePick>,
}

impl OrderPick {
    /// The lots that are proposed, by the number of their line.
    pub fn by_line(self) -> BTreeMap<i64, Vec<LotShown>> {
        let mut lines: BTreeMap<i64, Vec<LotShown>> = BTreeMap::new();
        for pick in self.lines {
            lines.entry(pick.line).or_default().extend(pick.parts);
        }
        lines
    }
}

/// Where goods of a lot came from, or went to other than to customers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct LotPassage {
    /// The kind of the record that moved them.
    pub kind: RecordKind,
    /// The record.
    pub subject: Uuid,
    /// Its number, or its reason.
    pub label: String,
    /// The supplier, when it is a purchase.
    pub party: Option<String>,
    /// When, wall clock.
    pub at_local: String,
    /// Where from.
    pub from: String,
    /// Where to.
    pub to: String,
    /// How much.
    pub quantity_milli: i64,
}

/// Who bought goods of a lot.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct LotBuyer {
    /// The order.
    pub order: Uuid,
    /// Its number.
    pub number: String,
    /// When they went out first, wall clock.
    pub at_local: String,
    /// The customer, when known.
    pub customer: Option<Uuid>,
    /// The customer's name.
    pub name: Option<String>,
    /// Where the customer can be reached.
    pub email: Option<String>,
    /// The same by telephone.
    pub phone: Option<String>,
    /// How much went out.
    pub quantity_milli: i64,
    /// How much of it came back.
    pub returned_milli: i64,
}

/// A lot with all that became of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct Recall {
    /// The product.
    pub product: Uuid,
    /// Its SKU.
    pub sku: String,
    /// What people read.
    pub title: String,
    /// The version of the product.
    pub version: i64,
    /// What tells its goods apart.
    pub tracking: Tracking,
    /// The lot, or the serial number.
    pub lot: String,
    /// The last day on which it is good.
    pub expires: Option<String>,
    /// The business day of now.
    pub today: String,
    /// What came in.
    pub came_milli: i64,
    /// What customers hold.
    pub sold_milli: i64,
    /// What lies with us.
    pub on_hand_milli: i64,
    /// Who bought it, the first first.
    pub buyers: Vec<LotBuyer>,
    /// Where the rest lies, virtual places included.
    pub rest: Vec<LotLevel>,
    /// Where it came from and where else it went, the first first.
    pub passages: Vec<LotPassage>,
}
