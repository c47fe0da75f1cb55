//! The decision to adjust stock.

use super::state::{Adjusted, AdjustedLine};
use crate::ids::ProductId;
use crate::limits::{NAME_CHARS, QUANTITY_MILLI};
use crate::product::Product;
use crate::refusal::Refusal;
use crate::text;

/// Checks an adjustment of one product at a location.
pub fn adjust(
    product: &Product,
    location: &str,
    quantity_milli: i64,
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
    if super::is_virtual(location) {
        return Err(Refusal::at("location", "location_unknown"));
    }
    check_quantity(quantity_milli)?;
    let reason = text::required("reason", reason, NAME_CHARS)?;
    Ok(adjusted(id, location, quantity_milli, reason))
}

fn adjusted(product: ProductId, location: &str, quantity_milli: i64, reason: String) -> Adjusted {
    Adjusted {
        location: location.to_owned(),
        reason,
        channel: None,
        country: None,
        dated_ms: None,
        external_id: None,
        run: None,
        lines: vec![AdjustedLine {
            product,
            quantity_milli,
        }],
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
