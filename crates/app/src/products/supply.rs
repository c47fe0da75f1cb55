//! `products.supply`: says what a product is called and costs at a supplier.
use crate::App;
use crate::error::AppError;
use crate::product;
use crate::request::{Amend, Written, check_version};
use book::Said;
use book::dto::Product;
use domain::supplier::Supply;
use domain::{State, Subject, SubjectKind, SupplierId};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// What a supplier says of a product; it replaces what it said before.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct ProductSupply {
    /// The supplier.
    #[ts(optional = false)]
    pub supplier: Uuid,
    /// What it calls the product.
    pub code: Option<String>,
    /// The code on its packs: scanned, it means a whole one.
    pub pack_barcode: Option<String>,
    /// What a pack holds.
    pub pack_milli: Option<i64>,
    /// The least that can be ordered.
    pub minimum_milli: Option<i64>,
    /// The cost of one unit.
    pub unit_cost_micro: Option<i64>,
    /// Days from the order to the delivery, where not its usual ones.
    pub lead_time_days: Option<i64>,
    /// The product is bought here unless something else is said.
    pub preferred: Option<bool>,
}

/// What it takes.
pub type Input = Amend<ProductSupply>;
/// What it gives.
pub type Output = Written<Product>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let (change, said) = (input.part, input.body);
    app.write(
        change,
        |tx| {
            let now = product::product(tx, change.id)?;
            check_version(now.version, change.expected_version)?;
            let supplier = Subject::new(SubjectKind::Supplier, said.supplier);
            if !matches!(tx.state(supplier)?, State::Supplier(known) if known.exists) {
                return Err(AppError::at("supplier", "supplier_unknown"));
            }
            let supplier = SupplierId(said.supplier);
            let said = domain::supplier::supply(&now, supplier, terms(&said))?;
            let subject = product::subject(change.id);
            tx.append(Said::new(subject, "product.supplied", &said))?;
            Ok(change.id)
        },
        product::face,
    )
}

fn terms(said: &ProductSupply) -> Supply {
    Supply {
        code: said.code.clone(),
        pack_barcode: said.pack_barcode.clone(),
        pack_milli: said.pack_milli,
        minimum_milli: said.minimum_milli,
        unit_cost_micro: said.unit_cost_micro,
        lead_time_days: said.lead_time_days,
        preferred: said.preferred.unwrap_or(false),
    }
}

#[cfg(test)]
mod tests {
    use book::dto::{Page, Product, SuppliedProduct, Supplier};
    use serde_json::json;

    use crate::testing::Shop;

    #[test]
    fn the_last_supplier_that_was_preferred_is_and_one_can_be_taken_away() {
        let shop = Shop::open();
        let mug = shop.product("MUG", 9_000_000);
        let id = mug.row.id;
        let [a, b] = ["A", "B"].map(|name| {
            let made: Supplier = shop.write("suppliers.create", json!({ "name": name }));
            made.row.id
        });
        let mut version = mug.row.version;
        for supplier in [a, b] {
            let said = json!({
                "id": id, "expected_version": version, "supplier": supplier, "code": "K-1",
                "pack_milli": 12_000, "pack_barcode": "40063813", "unit_cost_micro": 4_000_000,
                "preferred": true
            });
            version = shop.write::<Product>("products.supply", said).row.version;
        }
        let now: Product = shop.call("products.get", json!({ "id": id }));
        let shown = now
            .supplies
            .iter()
            .map(|row| (row.supplier, row.terms.preferred));
        let shown: Vec<_> = shown.collect();
        assert_eq!(shown, [(b, true), (a, false)]);
        let window = json!({ "id": a, "text": "mu", "offset": 0, "limit": 10 });
        let sold: Page<SuppliedProduct> = shop.call("suppliers.products", window);
        assert_eq!((sold.total, sold.rows[0].product), (1, id));
        let away = json!({ "id": id, "expected_version": version, "supplier": b });
        let now: Product = shop.write("products.unsupply", away);
        assert_eq!(now.supplies.len(), 1);
    }

    #[test]
    fn a_pack_has_a_size_and_a_supplier_is_known() {
        let shop = Shop::open();
        let mug = shop.product("MUG", 9_000_000);
        let a: Supplier = shop.write("suppliers.create", json!({ "name": "A" }));
        let said = json!({
            "id": mug.row.id, "expected_version": mug.row.version, "supplier": a.row.id,
            "pack_barcode": "40063813", "request_id": shop.request()
        });
        let refused = shop.refused("products.supply", said);
        assert_eq!(refused, ("required".into(), Some("pack_milli".into())));
        let said = json!({
            "id": mug.row.id, "expected_version": mug.row.version, "supplier": mug.row.id,
            "request_id": shop.request()
        });
        let refused = shop.refused("products.supply", said);
        assert_eq!(
            refused,
            ("supplier_unknown".into(), Some("supplier".into()))
        );
    }
}
