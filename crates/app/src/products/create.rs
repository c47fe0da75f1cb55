//! `products.create`: a new product or service.
use crate::App;
use crate::custom;
use crate::error::AppError;
use crate::product;
use book::Said;
use book::dto::{CustomSaid, Pack, Product, SafetyAt, Tracking};
use domain::custom::FieldSubject;
use domain::product::ProductTerms;

use crate::request::{Create, Written};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A product asked for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct ProductInput {
    /// The stock-keeping unit: text, case-sensitive.
    #[ts(optional = false)]
    pub sku: String,
    /// What people read.
    #[ts(optional = false)]
    pub title: String,
    /// The category.
    pub category: Option<String>,
    /// The price of one unit.
    #[ts(optional = false)]
    pub unit_price_micro: i64,
    /// What one unit costs.
    pub cost_micro: Option<i64>,
    /// The code of the tax.
    pub tax: Option<String>,
    /// A service: nothing moves in stock.
    pub service: Option<bool>,
    /// The codes that scan to it.
    pub barcodes: Option<Vec<String>>,
    /// The unit of measure; `pcs` when absent.
    pub unit: Option<String>,
    /// A note.
    pub note: Option<String>,
    /// The point at which to order more.
    pub reorder_point_milli: Option<i64>,
    /// What to order up to.
    pub reorder_to_milli: Option<i64>,
    /// What is kept back wherever it is sold.
    pub safety_milli: Option<i64>,
    /// What is kept back at some places instead.
    pub safety_at: Option<Vec<SafetyAt>>,
    /// The packs that it is handled in.
    pub packs: Option<Vec<Pack>>,
    /// What one unit weighs, grams.
    pub weight_g: Option<i64>,
    /// No longer offered.
    pub archived: Option<bool>,
    /// What tells its goods apart.
    pub tracking: Option<Tracking>,
    /// What is filled in of the book's own fields, by their keys.
    pub custom: Option<CustomSaid>,
}

/// What it takes.
pub type Input = Create<ProductInput>;
/// What it gives.
pub type Output = Written<Product>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    app.write(
        input.part,
        |tx| {
            let mut said = terms(&input.body);
            said.safety_at = product::safety_at(tx, None, input.body.safety_at.as_deref())?;
            let mut said = domain::product::create(said)?;
            let custom = input.body.custom.as_ref();
            said.custom = custom::filled(tx, FieldSubject::Product, custom)?;
            product::check_terms(tx, &said)?;
            let id = app.new_id();
            tx.append(Said::new(product::subject(id), "product.created", &said))?;
            Ok(id)
        },
        product::face,
    )
}

fn terms(input: &ProductInput) -> ProductTerms {
    ProductTerms {
        sku: Some(input.sku.clone()),
        title: Some(input.title.clone()),
        category: input.category.clone(),
        unit_price_micro: Some(input.unit_price_micro),
        cost_micro: input.cost_micro,
        tax: input.tax.clone(),
        service: input.service,
        barcodes: input.barcodes.clone(),
        unit: input.unit.clone(),
        note: input.note.clone(),
        reorder_point_milli: input.reorder_point_milli,
        reorder_to_milli: input.reorder_to_milli,
        safety_milli: input.safety_milli,
        packs: input.packs.as_deref().map(product::packs),
        weight_g: input.weight_g,
        archived: input.archived,
        tracking: input.tracking.map(product::tracking),
        ..ProductTerms::default()
    }
}

#[cfg(test)]
mod tests {
    use book::dto::*;
    use serde_json::json;

    use crate::testing::Shop;

    #[test]
    fn a_product_is_made_and_found_by_a_part_of_its_title() {
        let shop = Shop::open();
        let input = json!({
            "sku": "a1B", "title": "Café au lait bowl", "unit_price_micro": 3_990_000,
            "tax": "standard", "barcodes": ["5012345678900"]
        });
        let made: Product = shop.write("products.create", input);
        assert_eq!(made.barcodes, ["5012345678900"]);
        let list = json!({ "text": "cafe bow", "offset": 0, "limit": 10 });
        let page: Page<ProductRow> = shop.call("products.list", list);
        assert_eq!(page.rows.first().map(|row| row.id), Some(made.row.id));
    }

    #[test]
    fn a_tax_that_the_book_does_not_know_is_refused() {
        let shop = Shop::open();
        let input = json!({
            "sku": "A", "title": "A", "unit_price_micro": 0, "tax": "luxury",
            "request_id": shop.request()
        });
        assert_eq!(
            shop.refused("products.create", input),
            ("tax_unknown".into(), Some("tax".into()))
        );
    }
}
