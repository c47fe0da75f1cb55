//! `customers.erase`: takes a person's data out of the book and its journal, for ever.
use super::steps;
use crate::App;
use crate::error::AppError;
use book::Said;
use book::dto::Customer;
use domain::customer::CustomerFacts;

use crate::request::{Amend, Nothing, Written};

/// What it takes.
pub type Input = Amend<Nothing>;
/// What it gives.
pub type Output = Written<Customer>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let change = input.part;
    app.write(
        change,
        |tx| {
            domain::customer::erase(&steps::customer(tx, &change)?)?;
            let nothing = CustomerFacts::default();
            tx.append(Said::new(
                steps::subject(change.id),
                "customer.erased",
                &nothing,
            ))?;
            Ok(change.id)
        },
        steps::face,
    )
}

#[cfg(test)]
mod tests {
    use book::dto::*;
    use serde_json::{Value, json};

    use crate::testing::Shop;

    #[test]
    fn erasing_takes_the_person_out_of_the_file_and_keeps_the_order() {
        let shop = Shop::open();
        let mug = shop.product("MUG", 10_000_000);
        let ada = shop.customer("Ada Lovelace-Byron");
        let lines = json!([{ "product": mug.row.id, "quantity_milli": 1_000 }]);
        let order: Order = shop.write(
            "orders.place",
            json!({
                "channel": "web", "customer": ada.row.id, "lines": lines, "note": "for Byron"
            }),
        );
        let now: Customer = shop.call("customers.get", json!({ "id": ada.row.id }));
        let erase = json!({ "id": ada.row.id, "expected_version": now.row.version });
        let erased: Customer = shop.write("customers.erase", erase);
        assert!(erased.row.erased && !erased.row.name.contains("Byron"));
        let after: Order = shop.call("orders.get", json!({ "id": order.head.id }));
        assert_eq!((after.head.total_minor, after.note), (1_000, None));
        let id = ada.row.id.simple().to_string();
        let called = format!("{ERASED}{}", &id[26..]);
        assert_eq!(erased.row.name, called);
        assert_eq!(after.customer_summary.unwrap().name, called);
        assert_eq!(after.head.customer_name, Some(called));
        let verified = shop.job("book.verify", json!({}));
        assert_eq!(verified.output.unwrap()["ok"], true);
        let path = shop.path("copy.counterbook");
        shop.job("book.backup", json!({ "path": path }));
        let bytes = std::fs::read(path).unwrap();
        assert!(!bytes.windows(5).any(|part| part == b"Byron"));
    }

    #[test]
    fn an_erased_customer_has_the_same_pseudonym_in_lists_searches_and_reports() {
        let shop = Shop::open();
        let mug = shop.product("MUG", 10_000_000);
        let ada = json!({ "name": "Ada Byron", "code": "C-7" });
        let ada: Customer = shop.write("customers.create", ada);
        let lines = json!([{ "product": mug.row.id, "quantity_milli": 1_000 }]);
        let order = json!({ "channel": "web", "customer": ada.row.id, "lines": lines });
        let order: Order = shop.write("orders.place", order);
        let erase = json!({ "id": ada.row.id, "expected_version": ada.row.version });
        let erased: Customer = shop.write("customers.erase", erase);
        let called = erased.row.name;
        assert!(called.starts_with(ERASED));

        let page = json!({ "offset": 0, "limit": 10 });
        let customers: Page<CustomerRow> = shop.call("customers.list", page.clone());
        assert_eq!(customers.rows[0].name, called);
        let orders: Page<OrderRow> = shop.call("orders.list", page);
        assert_eq!(orders.rows[0].head.customer_name.as_ref(), Some(&called));
        let found = |text: &str| {
            let found: Value = shop.call("book.search", json!({ "text": text }));
            found["hits"][0].clone()
        };
        assert_eq!(found("C-7")["title"], json!(called));
        let number = &order.head.number;
        assert_eq!(found(number)["detail"], json!(called));
        assert_eq!(found(&number[..4])["detail"], json!(called));
        let report: Report = shop.call("reports.run", json!({ "report": "top-customers" }));
        assert_eq!(report.rows[0]["name"], json!(called));
        let drawn = json!({
            "report": "top-customers", "format": "svg", "width_px": 600, "height_px": 300,
            "theme": "light", "language": "de"
        });
        let drawn = shop.app.call_bytes("reports.chart", drawn).unwrap();
        assert!(
            String::from_utf8(drawn.data)
                .unwrap()
                .contains("Gelöschter Kunde")
        );
    }
}
