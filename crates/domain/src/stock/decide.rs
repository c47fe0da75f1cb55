//! The decision to adjust stock.

use super::state::{Adjusted, AdjustedLine};
use crate::ids::ProductId;
use crate::limits::{NAME_CHARS, QUANTITY_MILLI, UNIT_PRICE_MICRO};
use crate::product::Product;
use crate::refusal::Refusal;
use crate::text;

/// Checks an adjustment of one product at a location.
pub fn adjust(
    product: &Product,
    location: &str,
    change: Change,
    reason: &str,
) -> Result<Adjusted, Refusal> {
    let Some(id) = product.id.filter(|_| product.is_visible()) else {
        return Err(Refusal::at("product", "product_unknown"));
    };
    if product.is_service() {
        return Err(Refusal::at("product", "product_is_service"));
    }
    if product.is_varied() {
        return Err(Refusal::at("product", "product_has_variants"));
    }
    if product.is_virtual() {
        return Err(Refusal::at("product", "product_is_bundle"));
    }
    if super::is_virtual(location) {
        return Err(Refusal::at("location", "location_unknown"));
    }
    check_quantity(change.quantity_milli)?;
    check_cost(change)?;
    let reason = text::required("reason", reason, NAME_CHARS)?;
    Ok(adjusted(id, location, change, reason))
}

/// What changes of a product at a location.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// Found (positive) or lost (negative), thousandths.
    pub quantity_milli: i64,
    /// What one unit of what was found cost, millionths of the major unit.
    pub unit_cost_micro: Option<i64>,
}

fn adjusted(product: ProductId, location: &str, change: Change, reason: String) -> Adjusted {
    Adjusted {
        lots: Vec::new(),
        location: location.to_owned(),
        reason,
        channel: None,
        country: None,
        dated_ms: None,
        external_id: None,
        run: None,
        lines: vec![AdjustedLine {
            product,
            quantity_milli: change.quantity_milli,
            unit_cost_micro: change.unit_cost_micro,
        }],
    }
}

/// Goods that are lost leave at what the ledger says they cost.
fn check_cost(change: Change) -> Result<(), Refusal> {
    match change.unit_cost_micro {
        Some(_) if change.quantity_milli < 0 => {
            Err(Refusal::at("unit_cost_micro", "cost_of_lost_goods"))
        }
        Some(cost) if !(0..=UNIT_PRICE_MICRO).contains(&cost) => {
            Err(Refusal::at("unit_cost_micro", "out_of_range"))
        }
        _ => Ok(()),
    }
}

fn check_quantity(quantity_milli: i64) -> Result<(), Refusal> {
    if quantity_milli == 0 {
        return Err(Refusal::at("quantity_milli", "quantity_zero"));
    }
    if quantity_milli.unsigned_abs() > QUANTITY_MILLI as u64 {
        return Err(Refusal::at("quantity_milli", "out_of_range"));
    }
    Ok(())
}
