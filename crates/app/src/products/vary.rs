//! `products.vary`: what the variants of a product differ in, and new variants of it: each a
//! product of its own, as the product where nothing else is said.
use crate::App;
use crate::error::AppError;
use crate::product;
use crate::request::check_version;
use book::dto::{Product, ProductOption};
use book::{Said, Tx};
use domain::limits::VARIANTS;
use domain::product as rules;

use crate::request::{Amend, Written};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The options of a product, and the variants that it gets beside those that it has.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct ProductVary {
    /// What its variants differ in.
    #[ts(optional = false)]
    pub options: Vec<ProductOption>,
    /// The new variants, at most 1000.
    pub variants: Option<Vec<VariantInput>>,
}

/// A new variant.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct VariantInput {
    /// A value of each option, in their order.
    #[ts(optional = false)]
    pub values: Vec<String>,
    /// The stock-keeping unit: text, case-sensitive.
    #[ts(optional = false)]
    pub sku: String,
    /// What people read; the product's title and the values when absent.
    pub title: Option<String>,
    /// The price of one unit; the product's when absent.
    pub unit_price_micro: Option<i64>,
    /// What one unit costs; the product's when absent.
    pub cost_micro: Option<i64>,
    /// The codes that scan to it.
    pub barcodes: Option<Vec<String>>,
}

/// What it takes.
pub type Input = Amend<ProductVary>;
/// What it gives.
pub type Output = Written<Product>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let change = input.part;
    let variants = input.body.variants.unwrap_or_default();
    if variants.len() > VARIANTS {
        return Err(AppError::at("variants", "too_many").with(VARIANTS));
    }
    app.write(
        change,
        |tx| {
            let mut now = product::product(tx, change.id)?;
            check_version(now.version, change.expected_version)?;
            tx.settle()?;
            let has_moved = tx.read().movements(change.id, None, (0, 1))?.total > 0;
            let mut there = tx.read().variant_values(change.id)?;
            let options: Vec<_> = input.body.options.iter().map(option).collect();
            let said = rules::vary(&now, &options, has_moved, &there)?;
            let subject = product::subject(change.id);
            if now.terms.options != said.options {
                tx.append(Said::new(subject, "product.amended", &said))?;
            }
            now.terms.options = said.options;
            for (index, variant) in variants.iter().enumerate() {
                add(app, tx, &now, variant, &there)
                    .map_err(|error| error.under(&format!("variants.{index}")))?;
                there.push(variant.values.clone());
            }
            Ok(change.id)
        },
        product::face,
    )
}

fn add(
    app: &App,
    tx: &mut Tx<'_>,
    of: &rules::Product,
    said: &VariantInput,
    there: &[Vec<String>],
) -> Result<(), AppError> {
    let said = rules::VariantSaid {
        values: said.values.clone(),
        sku: said.sku.clone(),
        title: said.title.clone(),
        unit_price_micro: said.unit_price_micro,
        cost_micro: said.cost_micro,
        barcodes: said.barcodes.clone().unwrap_or_default(),
    };
    let terms = rules::variant(of, said, there)?;
    let subject = product::subject(app.new_id());
    Ok(tx
        .append(Said::new(subject, "product.created", &terms))
        .map(|_| ())?)
}

fn option(said: &ProductOption) -> rules::ProductOption {
    rules::ProductOption {
        name: said.name.clone(),
        values: said.values.clone(),
    }
}

#[cfg(test)]
mod tests {
    use book::dto::*;
    use serde_json::{Value, json};

    use crate::testing::Shop;

    fn change(shop: &Shop, of: &Product, body: Value) -> Value {
        let mut input = json!({
            "id": of.row.id, "expected_version": of.row.version, "request_id": shop.request()
        });
        let fields = body.as_object().expect("an object").clone();
        input.as_object_mut().expect("an object").extend(fields);
        input
    }

    /// A product of which nothing has come in yet.
    fn shirt(shop: &Shop) -> Product {
        let input = json!({ "sku": "SHIRT", "title": "Shirt", "unit_price_micro": 20_000_000 });
        shop.write("products.create", input)
    }

    fn sizes(values: &[&str], variants: Value) -> Value {
        json!({ "options": [{ "name": "Size", "values": values }], "variants": variants })
    }

    #[test]
    fn variants_are_products_of_their_own_and_their_product_is_not_sold() {
        let shop = Shop::open();
        let shirt = shirt(&shop);
        let body = sizes(
            &["S", "M"],
            json!([
                { "values": ["M"], "sku": "SHIRT-M", "barcodes": ["4006381333931"] },
                { "values": ["S"], "sku": "SHIRT-S", "unit_price_micro": 19_000_000 },
            ]),
        );
        let shirt: Product = shop.write("products.vary", change(&shop, &shirt, body));
        let skus: Vec<_> = shirt
            .variants
            .iter()
            .map(|one| one.row.sku.as_str())
            .collect();
        assert_eq!((skus, shirt.row.varied), (vec!["SHIRT-S", "SHIRT-M"], true));
        let medium: Product = shop.call("products.get", json!({ "id": shirt.variants[1].row.id }));
        let family = medium.family.expect("a family");
        assert_eq!(
            (family.id, family.values),
            (shirt.row.id, vec!["M".to_owned()])
        );
        assert_eq!(medium.row.unit_price_micro, 20_000_000);
        let sell = |product: uuid::Uuid| {
            let lines = json!([{ "product": product, "quantity_milli": 1_000 }]);
            json!({ "channel": "web", "lines": lines, "request_id": shop.request() })
        };
        let refused = shop.refused("orders.place", sell(shirt.row.id));
        let at = Some("lines.0.product".to_owned());
        assert_eq!(refused, ("product_has_variants".into(), at));
        shop.write::<Order>("orders.place", sell(medium.row.id));
        let adjust = json!({
            "product": shirt.row.id, "quantity_milli": 1_000, "reason": "found",
            "request_id": shop.request()
        });
        assert_eq!(
            shop.refused("stock.adjust", adjust).0,
            "product_has_variants"
        );
        let list = |filter: Value| -> i64 {
            let asked = json!({ "filter": filter, "offset": 0, "limit": 10 });
            let page: Page<ProductRow> = shop.call("products.list", asked);
            page.total
        };
        assert_eq!(list(json!({ "varied": true })), 1);
        assert_eq!(list(json!({ "variant_of": shirt.row.id })), 2);
        assert_eq!(list(json!({ "varied": false })), 2);
        let verified = shop
            .job("book.verify", json!({}))
            .output
            .expect("an output");
        assert_eq!(verified["ok"], true);
    }

    #[test]
    fn a_variant_is_made_once_and_its_values_stay() {
        let shop = Shop::open();
        let shirt = shirt(&shop);
        let medium = json!([{ "values": ["M"], "sku": "SHIRT-M" }]);
        let body = sizes(&["M"], medium.clone());
        let shirt: Product = shop.write("products.vary", change(&shop, &shirt, body.clone()));
        let again = shop.refused("products.vary", change(&shop, &shirt, body));
        assert_eq!(
            again,
            ("variant_exists".into(), Some("variants.0.values".into()))
        );
        let gone = shop.refused(
            "products.vary",
            change(&shop, &shirt, sizes(&["L"], json!([]))),
        );
        assert_eq!(gone.0, "option_value_in_use");
        let nameless = json!([{ "values": ["L"], "sku": " " }]);
        let more = sizes(&["M", "L"], nameless);
        let refused = shop.refused("products.vary", change(&shop, &shirt, more));
        assert_eq!(refused, ("required".into(), Some("variants.0.sku".into())));
    }

    #[test]
    fn goods_that_have_moved_do_not_become_variants() {
        let shop = Shop::open();
        let mug = shop.product("MUG", 1_000_000);
        let found = json!({ "product": mug.row.id, "quantity_milli": 1_000, "reason": "found" });
        shop.write::<Value>("stock.adjust", found);
        let refused = shop.refused(
            "products.vary",
            change(&shop, &mug, sizes(&["S"], json!([]))),
        );
        assert_eq!(
            refused,
            ("variants_after_moves".into(), Some("options".into()))
        );
    }
}
