//! Bundles that are put together beforehand, or taken apart again: their components leave a place
//! and the bundles come to lie there, in one entry. Nothing is bought or lost by it, so what goods
//! are worth goes with them (`valuation::assembled`).

use crate::ids::ProductId;
use crate::limits::QUANTITY_MILLI;
use crate::lot::LotPart;
use crate::product::{BundleKind, Component, Product};
use crate::refusal::Refusal;
use serde::{Deserialize, Serialize};

/// A whole bundle, thousandths.
const WHOLE_MILLI: i64 = 1_000;

/// Payload of `stock.assembled`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assembled {
    /// Where it happened.
    pub location: String,
    /// The bundle.
    pub product: ProductId,
    /// How many were put together, thousandths; below zero, how many were taken apart.
    pub quantity_milli: i64,
    /// What went into all of them together, or came out: quantities above zero.
    pub components: Vec<Component>,
    /// What of it belongs to lots: above zero what came to lie there, below what left.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lots: Vec<LotPart>,
}

/// Puts so many bundles together at a place; below zero, takes them apart.
///
/// # Errors
/// The product is not made beforehand, or they are no whole ones.
pub fn assemble(
    product: &Product,
    location: &str,
    quantity_milli: i64,
) -> Result<Assembled, Refusal> {
    let Some(id) = product.id.filter(|_| product.is_visible()) else {
        return Err(Refusal::at("product", "product_unknown"));
    };
    let bundle = product.bundle();
    let Some(bundle) = bundle.filter(|bundle| bundle.kind == BundleKind::Assembled) else {
        return Err(Refusal::at("product", "bundle_not_assembled"));
    };
    if super::is_virtual(location) {
        return Err(Refusal::at("location", "location_unknown"));
    }
    if quantity_milli == 0 {
        return Err(Refusal::at("quantity_milli", "quantity_zero"));
    }
    if quantity_milli % WHOLE_MILLI != 0 {
        return Err(Refusal::at("quantity_milli", "bundle_whole"));
    }
    if quantity_milli.unsigned_abs() > QUANTITY_MILLI as u64 {
        return Err(Refusal::at("quantity_milli", "out_of_range"));
    }
    let components = bundle.components.iter().map(|one| Component {
        quantity_milli: one.of(quantity_milli.saturating_abs()),
        ..*one
    });
    Ok(Assembled {
        location: location.to_owned(),
        product: id,
        quantity_milli,
        components: components.collect(),
        lots: Vec::new(),
    })
}

impl Assembled {
    /// What comes to lie at the place (above zero) or leaves it, thousandths: first what leaves.
    pub fn changes(&self) -> Vec<(ProductId, i64)> {
        let apart = self.quantity_milli < 0;
        let own = (self.product, self.quantity_milli);
        let parts = self.components.iter();
        // A bundle that names itself would be made of nothing.
        let parts = parts.filter(|one| one.product != self.product);
        let parts = parts.map(|one| {
            let milli = one.quantity_milli.saturating_abs();
            (one.product, if apart { milli } else { -milli })
        });
        let mut changes: Vec<_> = std::iter::once(own).chain(parts).collect();
        changes.sort_by_key(|(product, milli)| (*milli > 0, *product));
        changes
    }
}
