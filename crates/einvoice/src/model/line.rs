//! The lines of an invoice, and allowances and charges on a line or on the document.

use super::Tax;
use serde::{Deserialize, Serialize};

/// Whether an adjustment lowers or raises the amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Side {
    /// It lowers it: a discount.
    Allowance,
    /// It raises it: freight, packing.
    Charge,
}

/// Why an adjustment is made. At least one of the two must be said.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Reason {
    /// UNTDID 5189 for allowances (95 is a discount), 7161 for charges (FC is freight).
    pub code: Option<String>,
    /// In words.
    pub text: Option<String>,
}

/// An allowance or charge on a line (BG-27, BG-28).
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Adjustment {
    /// Which way it goes.
    pub side: Side,
    /// Its amount; not signed by `side`.
    pub amount_minor: i64,
    /// What a percentage was taken of.
    pub base_minor: Option<i64>,
    /// The percentage that gave the amount; it needs the base.
    pub percent_ppm: Option<u32>,
    /// Why.
    pub reason: Reason,
}

impl Adjustment {
    /// The amount with the sign by which it enters a sum.
    pub(crate) const fn signed(&self, amount_minor: i64) -> i64 {
        match self.side {
            Side::Allowance => amount_minor.saturating_neg(),
            Side::Charge => amount_minor,
        }
    }
}

/// An allowance or charge on the document (BG-20, BG-21), taxed like a line.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct DocumentAdjustment {
    /// What it is.
    pub adjustment: Adjustment,
    /// The tax that it bears or lowers.
    pub tax: Tax,
}

/// A line (BG-25).
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Line {
    /// Its number within the document (BT-126).
    pub id: String,
    /// A note (BT-127).
    pub note: Option<String>,
    /// The product's name (BT-153).
    pub name: String,
    /// The product in more words (BT-154).
    pub description: Option<String>,
    /// The seller's article number (BT-155).
    pub sku: Option<String>,
    /// The buyer's article number (BT-156).
    pub buyer_sku: Option<String>,
    /// The GTIN (BT-157).
    pub gtin: Option<String>,
    /// The line of the buyer's order (BT-132).
    pub order_line: Option<String>,
    /// How much; negative for what is taken back (BT-129).
    pub quantity_milli: i64,
    /// The unit after UN/ECE Recommendation 20 and 21: `H87` piece, `KGM`, `HUR` (BT-130).
    pub unit: String,
    /// The price of `base_quantity_milli` units, never negative (BT-146).
    pub price_micro: i64,
    /// The quantity that the price is for, 1000 for one unit (BT-149).
    pub base_quantity_milli: i64,
    /// Allowances and charges on this line.
    pub adjustments: Vec<Adjustment>,
    /// Its tax (BG-30).
    pub tax: Tax,
}
