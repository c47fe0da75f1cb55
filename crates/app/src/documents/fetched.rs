//! Goods as somebody fetches them from their shelf: a line's own, or each component of its bundle.
use book::dto::OrderLine;
use documents::Kind;
use uuid::Uuid;

/// What is to be fetched at one place.
pub(super) struct Fetched<'a> {
    /// The line that they are for.
    pub line: &'a OrderLine,
    /// The goods.
    pub product: Option<Uuid>,
    /// Their SKU.
    pub sku: &'a str,
    /// Their title.
    pub title: &'a str,
    /// What is still to go out of them.
    pub open_milli: i64,
    /// The bundle that they are part of.
    pub bundle: Option<&'a str>,
}

impl<'a> Fetched<'a> {
    /// The goods of a line. Who packs sees the bundle that was sold, who fetches its components.
    pub fn of(kind: Kind, line: &'a OrderLine) -> Vec<Self> {
        match kind {
            Kind::PickList => Self::each(line),
            _ => vec![Self::whole(line)],
        }
    }

    /// The goods of a line as they lie on shelves.
    pub fn each(line: &'a OrderLine) -> Vec<Self> {
        if line.components.is_empty() {
            return vec![Self::whole(line)];
        }
        let parts = line.components.iter().map(|one| Self {
            line,
            product: Some(one.product),
            sku: &one.sku,
            title: &one.title,
            open_milli: one.quantity_milli.saturating_mul(line.open_milli) / 1_000,
            bundle: Some(&line.title),
        });
        parts.collect()
    }

    fn whole(line: &'a OrderLine) -> Self {
        Self {
            line,
            product: line.product,
            sku: &line.sku,
            title: &line.title,
            open_milli: line.open_milli,
            bundle: None,
        }
    }
}

#[cfg(test)]
mod tests {
    use book::dto::{Order, Product};
    use documents::Kind;
    use serde_json::json;

    use super::Fetched;
    use crate::testing::Shop;

    fn rows(kind: Kind, order: &Order) -> Vec<(String, i64, bool)> {
        let rows = Fetched::of(kind, &order.lines[0]).into_iter();
        rows.map(|one| (one.sku.to_owned(), one.open_milli, one.bundle.is_some()))
            .collect()
    }

    #[test]
    fn who_fetches_goods_sees_components_and_who_packs_them_the_bundle() {
        let shop = Shop::open();
        let [mug, cup, set] = ["MUG", "CUP", "SET"].map(|sku| {
            let made = json!({ "sku": sku, "title": sku, "unit_price_micro": 1_000_000 });
            shop.write::<Product>("products.create", made)
        });
        let recipe = json!({ "id": set.row.id, "expected_version": 1, "kind": "virtual",
            "components": [{ "product": mug.row.id, "quantity_milli": 2_000 },
                { "product": cup.row.id, "quantity_milli": 1_000 }] });
        let set: Product = shop.write("products.bundle", recipe);
        let order = shop.placed(&set, 3_000);
        let fetched = [
            ("MUG".to_owned(), 6_000, true),
            ("CUP".to_owned(), 3_000, true),
        ];
        assert_eq!(rows(Kind::PickList, &order), fetched);
        let packed = [("SET".to_owned(), 3_000, false)];
        assert_eq!(rows(Kind::PackingSlip, &order), packed);
    }
}
