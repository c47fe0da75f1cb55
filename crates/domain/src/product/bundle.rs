//! Bundles: several goods sold as one. A virtual bundle has no stock of its own and takes its
//! components from theirs; an assembled one is put together beforehand and lies on the shelf.
//!
//! What a bundle is made of may change at any time. A line keeps what it was made of when it was
//! written (`order::LineComponent`), so that nothing that was agreed changes with it. Bundles are
//! not made of bundles.

use super::state::{Product, ProductTerms};
use crate::ids::ProductId;
use crate::limits::{BUNDLE_COMPONENTS, QUANTITY_MILLI};
use crate::refusal::Refusal;
use serde::{Deserialize, Serialize};

/// Where the goods of a bundle lie.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BundleKind {
    /// With its components: it is put together when it is sold.
    #[default]
    Virtual,
    /// Put together beforehand, with a stock of its own.
    Assembled,
}

/// Goods that a bundle is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Component {
    /// The goods.
    pub product: ProductId,
    /// How much of them one bundle takes, thousandths.
    pub quantity_milli: i64,
}

/// What a product is made of. Without components it is no bundle (any more).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bundle {
    /// Virtual or assembled.
    #[serde(default)]
    pub kind: BundleKind,
    /// The goods, in the order in which they are shown.
    #[serde(default)]
    pub components: Vec<Component>,
}

/// What is known beside a product that becomes a bundle.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Beside {
    /// Goods of its own have moved.
    pub has_moved: bool,
    /// Another bundle is made of it.
    pub is_component: bool,
}

/// How a decision finds the products that it names.
pub type Find<'a> = &'a mut dyn FnMut(ProductId) -> Option<Product>;

impl Product {
    /// What it is made of, when it is a bundle of either kind.
    pub fn bundle(&self) -> Option<&Bundle> {
        let said = self.terms.bundle.as_ref();
        said.filter(|bundle| !bundle.components.is_empty() && !self.is_service())
    }

    /// Whether it is sold from the stock of its components.
    pub fn is_virtual(&self) -> bool {
        self.bundle()
            .is_some_and(|bundle| bundle.kind == BundleKind::Virtual)
    }
}

impl Component {
    /// How much of it so much of the bundle takes, thousandths: half away from zero where bundles
    /// are not counted in whole ones, as no verb does.
    pub fn of(&self, bundle_milli: i64) -> i64 {
        taken_milli(self.quantity_milli, bundle_milli)
    }
}

/// How much of a component so much of a bundle takes, thousandths.
pub(crate) fn taken_milli(each_milli: i64, bundle_milli: i64) -> i64 {
    let whole = i128::from(each_milli) * i128::from(bundle_milli);
    let milli = crate::rounding::div_round_half_away(whole, 1_000);
    i64::try_from(milli).unwrap_or(i64::MAX)
}

/// How many whole bundles, in thousandths, so much of a component is enough for; below zero, how
/// many are missing.
pub fn enough_for_milli(each_milli: i64, milli: i64) -> i64 {
    milli.div_euclid(each_milli.max(1)).saturating_mul(1_000)
}

/// What a product is made of from now on, checked; no components make it a product as any other.
///
/// # Errors
/// It cannot be a bundle, or one of the components cannot be part of one.
pub fn bundle(
    now: &Product,
    said: Bundle,
    beside: Beside,
    find: Find<'_>,
) -> Result<ProductTerms, Refusal> {
    if !now.is_visible() {
        return Err(Refusal::new("product_unknown"));
    }
    check_product(now, &said, beside)?;
    if said.components.len() > BUNDLE_COMPONENTS {
        return Err(Refusal::at("components", "too_many").with(BUNDLE_COMPONENTS));
    }
    for (index, one) in said.components.iter().enumerate() {
        let at = |name: &str| format!("components.{index}.{name}");
        let before = &said.components[..index];
        if before.iter().any(|other| other.product == one.product) {
            return Err(Refusal::at(at("product"), "claimed_twice"));
        }
        if now.id == Some(one.product) {
            return Err(Refusal::at(at("product"), "bundle_nested"));
        }
        check_component(&at("product"), find(one.product))?;
        if !(1..=QUANTITY_MILLI).contains(&one.quantity_milli) {
            return Err(Refusal::at(at("quantity_milli"), "out_of_range"));
        }
    }
    Ok(ProductTerms {
        bundle: Some(said),
        ..ProductTerms::default()
    })
}

fn check_product(now: &Product, said: &Bundle, beside: Beside) -> Result<(), Refusal> {
    if said.components.is_empty() {
        return Ok(());
    }
    if now.is_service() {
        return Err(Refusal::at("kind", "product_is_service"));
    }
    if now.is_varied() {
        return Err(Refusal::at("kind", "product_has_variants"));
    }
    if beside.is_component {
        return Err(Refusal::at("kind", "bundle_is_component"));
    }
    if beside.has_moved && said.kind == BundleKind::Virtual {
        return Err(Refusal::at("kind", "bundle_after_moves"));
    }
    Ok(())
}

/// Refuses what no bundle is made of: services, products that come in variants, other bundles.
pub(crate) fn check_component(field: &str, found: Option<Product>) -> Result<Product, Refusal> {
    let found = found.filter(Product::is_visible);
    let found = found.ok_or_else(|| Refusal::at(field, "product_unknown"))?;
    let sku = found.terms.sku.as_deref().unwrap_or_default();
    if found.is_service() {
        return Err(Refusal::at(field, "product_is_service").with(sku));
    }
    if found.is_varied() {
        return Err(Refusal::at(field, "product_has_variants").with(sku));
    }
    if found.bundle().is_some() {
        return Err(Refusal::at(field, "bundle_nested").with(sku));
    }
    Ok(found)
}
