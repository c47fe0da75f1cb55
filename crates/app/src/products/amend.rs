//! `products.amend`: changes a product.
use crate::App;
use crate::custom;
use crate::error::AppError;
use crate::product;
use crate::request::check_version;
use book::Said;
use book::dto::{CustomSaid, Pack, Product, SafetyAt, Tracking};
use domain::apart::Upon;
use domain::custom::FieldSubject;
use domain::product::ProductTerms;

use crate::parse::nullable;
use crate::request::{Amend, Written};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What of a product changes; what is absent stays, null clears.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct ProductPatch {
    /// The stock-keeping unit: text, case-sensitive.
    pub sku: Option<String>,
    /// What people read.
    pub title: Option<String>,
    /// The category.
    #[serde(default, deserialize_with = "nullable")]
    pub category: Option<Option<String>>,
    /// The price of one unit.
    pub unit_price_micro: Option<i64>,
    /// What one unit costs.
    #[serde(default, deserialize_with = "nullable")]
    pub cost_micro: Option<Option<i64>>,
    /// The code of the tax.
    #[serde(default, deserialize_with = "nullable")]
    pub tax: Option<Option<String>>,
    /// A service: nothing moves in stock.
    pub service: Option<bool>,
    /// The codes that scan to it.
    pub barcodes: Option<Vec<String>>,
    /// The unit of measure; `pcs` when absent.
    pub unit: Option<String>,
    /// A note.
    #[serde(default, deserialize_with = "nullable")]
    pub note: Option<Option<String>>,
    /// The point at which to order more.
    #[serde(default, deserialize_with = "nullable")]
    pub reorder_point_milli: Option<Option<i64>>,
    /// What to order up to.
    #[serde(default, deserialize_with = "nullable")]
    pub reorder_to_milli: Option<Option<i64>>,
    /// What is kept back wherever it is sold.
    #[serde(default, deserialize_with = "nullable")]
    pub safety_milli: Option<Option<i64>>,
    /// What is kept back at some places instead; it replaces what was said of places.
    pub safety_at: Option<Vec<SafetyAt>>,
    /// The packs that it is handled in; they replace those before.
    pub packs: Option<Vec<Pack>>,
    /// What one unit weighs, grams.
    #[serde(default, deserialize_with = "nullable")]
    pub weight_g: Option<Option<i64>>,
    /// No longer offered.
    pub archived: Option<bool>,
    /// What tells its goods apart.
    pub tracking: Option<Tracking>,
    /// What is filled in of the book's own fields, by their keys; fields that are not named stay.
    pub custom: Option<CustomSaid>,
}

/// What it takes.
pub type Input = Amend<ProductPatch>;
/// What it gives.
pub type Output = Written<Product>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let change = input.part;
    app.write(
        change,
        |tx| {
            let now = product::product(tx, change.id)?;
            check_version(now.version, change.expected_version)?;
            tx.settle()?;
            let has_moved = tx.read().movements(change.id, None, (0, 1))?.total > 0;
            let mut said = terms(&input.body);
            said.safety_at = product::safety_at(tx, Some(&now), input.body.safety_at.as_deref())?;
            let mut said = domain::product::amend(&now, said, has_moved)?;
            let custom = input.body.custom.as_ref();
            said.custom = custom::filled(tx, FieldSubject::Product, custom)?;
            if said.tracking == Some(domain::lot::Tracking::Serial)
                && tx.read().is_component(change.id)?
            {
                return Err(AppError::at("tracking", "component_serial"));
            }
            product::check_terms(tx, &said)?;
            let upon = now.apart.known().clone();
            let said = Upon { said, upon };
            tx.append(Said::new(
                product::subject(change.id),
                "product.amended",
                &said,
            ))?;
            Ok(change.id)
        },
        product::face,
    )
}

/// In an entry an empty text and a figure below zero clear a field.
fn terms(patch: &ProductPatch) -> ProductTerms {
    ProductTerms {
        sku: patch.sku.clone(),
        title: patch.title.clone(),
        category: patch.category.clone().map(Option::unwrap_or_default),
        unit_price_micro: patch.unit_price_micro,
        cost_micro: patch.cost_micro.map(|cost| cost.unwrap_or(-1)),
        tax: patch.tax.clone().map(Option::unwrap_or_default),
        service: patch.service,
        barcodes: patch.barcodes.clone(),
        unit: patch.unit.clone(),
        note: patch.note.clone().map(Option::unwrap_or_default),
        reorder_point_milli: patch.reorder_point_milli.map(|point| point.unwrap_or(-1)),
        reorder_to_milli: patch.reorder_to_milli.map(|to| to.unwrap_or(-1)),
        safety_milli: patch.safety_milli.map(|kept| kept.unwrap_or(-1)),
        packs: patch.packs.as_deref().map(product::packs),
        weight_g: patch.weight_g.map(|weight| weight.unwrap_or(-1)),
        archived: patch.archived,
        tracking: patch.tracking.map(product::tracking),
        ..ProductTerms::default()
    }
}

#[cfg(test)]
mod kept_back_tests;
#[cfg(test)]
mod tests {
    use book::dto::*;
    use serde_json::json;

    use crate::testing::Shop;

    #[test]
    fn null_clears_and_absence_keeps() {
        let shop = Shop::open();
        let input = json!({
            "sku": "A", "title": "A", "unit_price_micro": 1_000_000, "category": "Cups",
            "cost_micro": 500_000, "note": "fragile"
        });
        let made: Product = shop.write("products.create", input);
        let patch = json!({
            "id": made.row.id, "expected_version": made.row.version, "title": "B",
            "category": null, "cost_micro": null
        });
        let amended: Product = shop.write("products.amend", patch);
        assert_eq!(
            (amended.row.title.as_str(), amended.row.category),
            ("B", None)
        );
        assert_eq!(
            (amended.row.cost_micro, amended.note.as_deref()),
            (None, Some("fragile"))
        );
    }

    #[test]
    fn goods_that_have_moved_stay_goods() {
        let shop = Shop::open();
        let mug = shop.product("MUG", 1_000_000);
        let patch = json!({
            "id": mug.row.id, "expected_version": mug.row.version, "service": true,
            "request_id": shop.request()
        });
        let refused = shop.refused("products.amend", patch);
        assert_eq!(
            refused,
            ("product_has_moved".into(), Some("service".into()))
        );
    }
}
