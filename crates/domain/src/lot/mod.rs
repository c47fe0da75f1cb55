//! Lots and serial numbers: what a product is tracked by, which part of which goods moved, and
//! which lot goes out first.
//!
//! A lot is known by its product and its code; there is no record of it beside the goods that name
//! it. What lies at a place without a lot is what lies there less what its lots say, so that the
//! lots of a place and the goods without one always are its stock.

pub mod gs1;
mod held;
mod moves;
mod named;
mod pick;

pub use held::held;
pub use moves::{LotMove, order_lots, purchase_lots, stock_lots, transfer_lots};
pub use named::{LotDated, check_named, check_pieces, date, lot_code};
pub use pick::{LotStock, Picked, pick, put_in_order};

use crate::day::Day;
use crate::ids::ProductId;
use serde::{Deserialize, Serialize};

/// What tells goods of one product apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tracking {
    /// Nothing: one is as good as the other.
    #[default]
    None,
    /// The lot that they were made in.
    Lot,
    /// A number that each piece has for itself.
    Serial,
}

/// One piece, in thousandths: what a serial number stands for.
pub const PIECE_MILLI: i64 = 1_000;

/// What of goods that moved belongs to a lot. What an entry moves and names no lot for has none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LotPart {
    /// The product.
    pub product: ProductId,
    /// Code of the lot, or the serial number.
    pub lot: String,
    /// How much, thousandths, with the sign of what moved.
    pub quantity_milli: i64,
    /// The last day on which it is good, as goods that come in say it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires: Option<Day>,
    /// The line of the document that it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub line: Option<u32>,
    /// Of goods that came back: thrown away, and not put back to stock.
    #[serde(default, skip_serializing_if = "is_false")]
    pub scrapped: bool,
}

impl LotPart {
    /// So much of a lot, with nothing else said of it.
    pub fn of(product: ProductId, lot: &str, quantity_milli: i64) -> Self {
        Self {
            product,
            lot: lot.to_owned(),
            quantity_milli,
            expires: None,
            line: None,
            scrapped: false,
        }
    }
}

// Serde hands over references.
#[allow(clippy::trivially_copy_pass_by_ref)]
fn is_false(said: &bool) -> bool {
    !*said
}
