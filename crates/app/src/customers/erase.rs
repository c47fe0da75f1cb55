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
        change.request(),
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
    use serde_json::json;

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
        let verified = shop.job("book.verify", json!({}));
        assert_eq!(verified.output.unwrap()["ok"], true);
        let path = shop.path("copy.counterbook");
        shop.job("book.backup", json!({ "path": path }));
        let bytes = std::fs::read(path).unwrap();
        assert!(!bytes.windows(5).any(|part| part == b"Byron"));
    }
}
