//! Checks of lots that somebody names.

use super::{LotPart, PIECE_MILLI, Tracking};
use crate::day::Day;
use crate::limits::{CODE_CHARS, QUANTITY_MILLI};
use crate::product::Product;
use crate::refusal::Refusal;
use crate::text;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Payload of `product.lot_dated`: the last day of a lot, other than its goods said it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LotDated {
    /// Code of the lot.
    pub lot: String,
    /// Its last day; none when it has none.
    #[serde(default)]
    pub expires: Option<Day>,
}

/// Checks another last day for a lot.
pub fn date(now: &Product, lot: &str, expires: Option<Day>) -> Result<LotDated, Refusal> {
    if now.tracking() != Tracking::Lot {
        return Err(Refusal::at("lot", "product_not_tracked"));
    }
    let lot = text::required("lot", lot, CODE_CHARS)?;
    Ok(LotDated { lot, expires })
}

/// The code of a lot as it is written down: without spaces around it.
pub fn lot_code(field: &str, said: &str) -> Result<String, Refusal> {
    text::required(field, said, CODE_CHARS)
}

/// Checks the lots that were named for goods: each above zero and once, together no more than the
/// goods, and a serial number for exactly each piece. What they leave is of no lot.
pub fn check_named(
    tracking: Tracking,
    field: &str,
    parts: &[LotPart],
    wanted_milli: i64,
) -> Result<(), Refusal> {
    if tracking == Tracking::None {
        return match parts.is_empty() {
            true => Ok(()),
            false => Err(Refusal::at(field, "product_not_tracked")),
        };
    }
    let mut seen = BTreeSet::new();
    let mut sum: i64 = 0;
    for (index, part) in parts.iter().enumerate() {
        let at = |name: &str| format!("{field}.{index}.{name}");
        if part.quantity_milli <= 0 {
            return Err(Refusal::at(at("quantity_milli"), "quantity_zero"));
        }
        if part.quantity_milli > QUANTITY_MILLI {
            return Err(Refusal::at(at("quantity_milli"), "out_of_range"));
        }
        if tracking == Tracking::Serial && part.quantity_milli != PIECE_MILLI {
            return Err(Refusal::at(at("quantity_milli"), "serial_is_one_piece"));
        }
        if !seen.insert(&part.lot) {
            return Err(Refusal::at(at("lot"), "claimed_twice"));
        }
        sum = sum.saturating_add(part.quantity_milli);
    }
    if sum > wanted_milli || tracking == Tracking::Serial && sum < wanted_milli {
        return Err(Refusal::at(field, "lots_differ").with(wanted_milli));
    }
    Ok(())
}

/// Goods with serial numbers are whole pieces.
pub fn check_pieces(tracking: Tracking, field: &str, quantity_milli: i64) -> Result<(), Refusal> {
    let whole = quantity_milli % PIECE_MILLI == 0;
    if tracking == Tracking::Serial && !whole {
        return Err(Refusal::at(field, "serial_is_one_piece"));
    }
    Ok(())
}
