//! What a bundle on a line is made of. A line keeps the components that its product had when the
//! line was written: whatever becomes of the product, the same goods are set aside, go out and come
//! back.

use super::document::ProductLookup;
use super::facts::OrderLine;
use crate::ids::ProductId;
use crate::product::{Product, check_component, taken_milli};
use crate::refusal::Refusal;
use serde::{Deserialize, Serialize};

/// A whole bundle, thousandths.
const WHOLE_MILLI: i64 = 1_000;

/// Goods that one bundle of a line takes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LineComponent {
    /// The goods.
    pub product: ProductId,
    /// SKU when the line was written.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub sku: String,
    /// Title when the line was written.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// How much of them one bundle takes, thousandths.
    pub quantity_milli: i64,
    /// What one of them cost by itself when the line was written, millionths of the major unit: by
    /// that the components share what the line comes to. Older lines do not say it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub price_micro: Option<i64>,
}

impl LineComponent {
    /// How much of them so much of the bundle takes, thousandths.
    pub fn of(&self, bundle_milli: i64) -> i64 {
        taken_milli(self.quantity_milli, bundle_milli)
    }
}

impl OrderLine {
    /// Whether its goods are those of its components.
    pub fn is_bundle(&self) -> bool {
        !self.components.is_empty() && self.moves_goods()
    }

    /// The goods that so much of the line is, thousandths: its product, or the components of a
    /// bundle. Services and gift cards are none.
    pub fn goods(&self, quantity_milli: i64) -> impl Iterator<Item = (ProductId, i64)> {
        let own = self.product.filter(|_| self.components.is_empty());
        let parts = self.components.iter();
        let parts = parts.map(move |one| (one.product, one.of(quantity_milli)));
        let goods = own.map(|product| (product, quantity_milli));
        let moves = self.moves_goods();
        goods.into_iter().chain(parts).filter(move |_| moves)
    }

    fn moves_goods(&self) -> bool {
        !self.service && self.gift_card.is_none()
    }
}

/// What the line of a product is made of: nothing, unless it is a virtual bundle.
pub(super) fn of_product(
    field: &str,
    product: Option<&Product>,
    products: &mut dyn ProductLookup,
) -> Result<Vec<LineComponent>, Refusal> {
    let Some(product) = product.filter(|product| product.is_virtual()) else {
        return Ok(Vec::new());
    };
    let components = product.bundle().map(|bundle| bundle.components.clone());
    let components = components.unwrap_or_default().into_iter();
    let line = components.map(|one| {
        let found = check_component(field, products.product(one.product))?;
        Ok(LineComponent {
            product: one.product,
            sku: found.terms.sku.unwrap_or_default(),
            title: found.terms.title.unwrap_or_default(),
            quantity_milli: one.quantity_milli,
            price_micro: Some(found.terms.unit_price_micro.unwrap_or(0).max(0)),
        })
    });
    line.collect()
}

/// Refuses a part of a bundle: half of one has no goods that anybody could fetch.
pub(super) fn check_whole(
    field: impl Into<String>,
    line: &OrderLine,
    quantity_milli: i64,
) -> Result<(), Refusal> {
    if line.is_bundle() && quantity_milli % WHOLE_MILLI != 0 {
        return Err(Refusal::at(field, "bundle_whole"));
    }
    Ok(())
}
