//! The lots of goods that were counted. A piece is there once, whoever finds it.
use book::Tx;
use domain::ProductId;
use domain::count::{Count, CountedLot};
use domain::lot::{PIECE_MILLI, Tracking, lot_code};

use super::count::FoundLine;
use crate::error::AppError;

/// The lots that were named for a line.
pub(super) fn counted(
    tx: &Tx<'_>,
    now: &Count,
    (index, line): (usize, &FoundLine),
) -> Result<Vec<CountedLot>, AppError> {
    let named = line.lots.as_deref().unwrap_or_default();
    if named.is_empty() {
        return Ok(Vec::new());
    }
    let field = format!("lines.{index}.lots");
    let tracking = tx.read().tracking_of(line.product)?;
    if tracking == Tracking::None {
        return Err(AppError::at(field, "product_not_tracked"));
    }
    let mut found = Vec::with_capacity(named.len());
    for (at, one) in named.iter().enumerate() {
        let at = |name: &str| format!("{field}.{at}.{name}");
        let lot = lot_code(&at("lot"), &one.lot)?;
        if tracking == Tracking::Serial {
            check_piece(now, line, (&lot, one.quantity_milli), &at)?;
        }
        let expires = one.expires.as_deref().filter(|day| !day.is_empty());
        found.push(CountedLot {
            lot,
            quantity_milli: one.quantity_milli,
            expires: crate::day::optional(&at("expires"), expires)?,
        });
    }
    Ok(found)
}

/// A serial number stands for one piece, and nobody has found it already.
fn check_piece(
    now: &Count,
    line: &FoundLine,
    (serial, quantity_milli): (&str, i64),
    at: &dyn Fn(&str) -> String,
) -> Result<(), AppError> {
    if quantity_milli.abs() != PIECE_MILLI {
        return Err(AppError::at(at("quantity_milli"), "serial_is_one_piece"));
    }
    let tally = now.tally(ProductId(line.product));
    let known = tally.is_some_and(|tally| tally.lots.contains_key(serial));
    match known && quantity_milli > 0 && line.recount != Some(true) {
        true => Err(AppError::at(at("lot"), "claimed_twice").with(serial)),
        false => Ok(()),
    }
}

#[cfg(test)]
mod tests;
