//! What is to be fetched for several orders together: each goods once, in the order of places and
//! SKUs, with how much of it is for which order.
use std::collections::BTreeMap;

use book::dto::Order;
use documents::{Align, Content, Fact, Row};
use uuid::Uuid;

use super::fetched::Fetched;
use super::figures::Figures;
use super::table::{column, wide};
use super::words::{Words, with};

/// What tells goods apart: where they lie, SKU, title, product.
type Goods = (String, String, String, Option<Uuid>);

/// What is to be fetched.
#[derive(Debug, Default)]
pub(super) struct Wave {
    goods: BTreeMap<Goods, Vec<(String, i64)>>,
    orders: Vec<String>,
}

impl Wave {
    /// Adds what is open of an order.
    pub fn add(&mut self, order: &Order, places: &BTreeMap<Uuid, String>) {
        self.orders.push(order.head.number.clone());
        let lines = order.lines.iter().filter(|line| !line.service);
        let open = lines.filter(|line| line.open_milli > 0);
        for one in open.flat_map(Fetched::each) {
            let place = one.product.and_then(|id| places.get(&id)).cloned();
            let (sku, title) = (one.sku.to_owned(), one.title.to_owned());
            let key = (place.unwrap_or_default(), sku, title, one.product);
            let parts = self.goods.entry(key).or_default();
            match parts
                .last_mut()
                .filter(|(number, _)| *number == order.head.number)
            {
                Some((_, milli)) => *milli += one.open_milli,
                None => parts.push((order.head.number.clone(), one.open_milli)),
            }
        }
    }

    /// Whether there are several orders: one has its own list and needs no other.
    pub fn is_several(&self) -> bool {
        self.orders.len() > 1
    }

    /// Puts the goods into a document that says nothing of them yet.
    pub fn content(&self, words: &Words, figures: &Figures, bare: Content) -> Content {
        let mut places: Vec<&String> = self.goods.keys().map(|(place, ..)| place).collect();
        places.dedup();
        let has_places = places.len() > 1;
        let place = has_places.then(|| column(words.place, Align::Start));
        let columns = [
            column(words.sku, Align::Start),
            wide(words.item),
            column(words.to_ship, Align::End),
            column("", Align::Tick),
        ];
        let rows = self.goods.iter().map(|((place, sku, title, _), parts)| {
            let sum_milli: i64 = parts.iter().map(|(_, milli)| milli).sum();
            let place = has_places.then(|| place.clone());
            let quantity = figures.quantity(sum_milli);
            let goods = [sku.clone(), title.clone(), quantity, String::new()];
            let of = parts.iter();
            let of = of.map(|(number, milli)| format!("{number}: {}", figures.quantity(*milli)));
            Row {
                cells: place.into_iter().chain(goods).collect(),
                detail: Some(of.collect::<Vec<_>>().join(" · ")),
            }
        });
        Content {
            title: with(words.wave, &[&self.orders.len().to_string()]),
            number: None,
            facts: [
                bare.facts,
                vec![Fact {
                    label: words.orders.to_owned(),
                    value: self.orders.len().to_string(),
                }],
            ]
            .concat(),
            columns: place.into_iter().chain(columns).collect(),
            rows: rows.collect(),
            ..bare
        }
    }
}

#[cfg(test)]
mod tests {
    use book::dto::{LocationRow, Order};
    use documents::Content;
    use serde_json::{Value, json};

    use super::Wave;
    use crate::documents::figures::Figures;
    use crate::documents::words::Words;
    use crate::language::Language;
    use crate::testing::Shop;

    #[test]
    fn goods_of_several_orders_are_summed_in_the_order_of_places_and_skus() {
        let shop = Shop::open();
        let [mug, cup] = ["MUG", "CUP"].map(|sku| shop.product(sku, 1_000_000).row.id);
        for (product, name) in [(mug, "Aisle"), (cup, "Back")] {
            let location: LocationRow = shop.write("locations.create", json!({ "name": name }));
            let location = location.location;
            let stock = json!({ "product": product, "counted_milli": 900_000, "reason": "count",
                "location": location, "request_id": shop.request() });
            shop.call::<Value>("stock.adjust", stock);
        }
        let place = |lines: Value| -> Order {
            shop.write("orders.place", json!({ "channel": "web", "lines": lines }))
        };
        let of = |product, milli: i64| json!({ "product": product, "quantity_milli": milli });
        let orders = [
            place(json!([of(cup, 1_000), of(mug, 2_000)])),
            place(json!([of(mug, 3_000)])),
        ];
        let mut wave = Wave::default();
        for order in &orders {
            let places = shop.app.read_rows(|read| read.places_of(order)).unwrap();
            wave.add(order, &places);
        }
        let figures = Figures::new(Language::En, 2);
        let said = wave.content(Words::of(Language::En), &figures, Content::default());
        let cells: Vec<_> = said
            .rows
            .iter()
            .map(|row| row.cells[..4].join(" "))
            .collect();
        assert_eq!(cells, ["Aisle MUG MUG 5", "Back CUP CUP 1"]);
        let details: Vec<_> = said.rows.iter().map(|row| row.detail.clone()).collect();
        let expected = ["A-000001: 2 · A-000002: 3", "A-000001: 1"];
        assert_eq!(details, expected.map(|it| Some(it.to_owned())));
        assert_eq!(said.title, "Pick list for 2 orders");
    }
}
