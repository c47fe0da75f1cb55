//! `products.settle`: what two devices set apart of a product is right as it is now.
use book::Said;
use book::dto::Product;

use crate::App;
use crate::error::AppError;
use crate::product;
use crate::request::{Amend, Nothing, Written, check_version};

/// What it takes.
pub type Input = Amend<Nothing>;
/// What it gives.
pub type Output = Written<Product>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let change = input.part;
    app.write(
        change,
        |tx| {
            let now = product::product(tx, change.id)?;
            check_version(now.version, change.expected_version)?;
            let said = now.apart.settle()?;
            let subject = product::subject(change.id);
            tx.append(Said::new(subject, "product.settled", &said))?;
            Ok(change.id)
        },
        product::face,
    )
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use crate::testing::Shop;

    fn sync(shop: &Shop, place: &str) {
        shop.job("sync.run", json!({ "place": place }));
    }

    fn amended(shop: &Shop, verb: &str, id: &Value, mut said: Value) {
        let noun = verb.split('.').next().unwrap();
        let now: Value = shop.call(&format!("{noun}.get"), json!({ "id": id }));
        said["id"] = id.clone();
        said["expected_version"] = now["version"].clone();
        shop.write::<Value>(verb, said);
    }

    fn apart(shop: &Shop) -> Vec<(Value, Value)> {
        let found: Value = shop.call("book.exceptions", json!({}));
        let found = found["exceptions"].as_array().unwrap().iter();
        let found = found.filter(|one| one["code"] == "fields_apart");
        found
            .map(|one| (one["title"].clone(), one["detail"].clone()))
            .collect()
    }

    #[test]
    fn what_two_devices_set_apart_is_told_on_both_and_settled_by_one() {
        let (shop, office) = (Shop::open(), Shop::elsewhere());
        let mug = json!(shop.product("MUG", 1_000_000).row.id);
        let ann = json!(shop.customer("Ann").row.id);
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path().to_str().unwrap();
        sync(&shop, folder);
        let path = office.path("office.counterbook");
        office.job(
            "sync.join",
            json!({ "path": path, "place": folder, "name": "Office" }),
        );

        amended(
            &shop,
            "products.amend",
            &mug,
            json!({ "title": "Blue mug", "category": "A" }),
        );
        amended(
            &office,
            "products.amend",
            &mug,
            json!({ "title": "Red mug", "category": "A" }),
        );
        amended(
            &shop,
            "customers.amend",
            &ann,
            json!({ "phone": "1", "name": "Ann Lee" }),
        );
        amended(&office, "customers.amend", &ann, json!({ "phone": "2" }));
        for one in [&shop, &office, &shop] {
            sync(one, folder);
        }
        let told = apart(&shop);
        assert_eq!(told, apart(&office));
        let details: Vec<&Value> = told.iter().map(|(_, detail)| detail).collect();
        assert_eq!(details, ["title", "phone"], "{told:?}");

        amended(&shop, "products.settle", &mug, json!({}));
        amended(&shop, "customers.amend", &ann, json!({ "phone": "3" }));
        for one in [&shop, &office] {
            sync(one, folder);
        }
        assert!(apart(&shop).is_empty() && apart(&office).is_empty());
        let now: Value = shop.call("products.get", json!({ "id": mug }));
        let again = json!({ "id": mug, "expected_version": now["version"],
            "request_id": shop.request() });
        assert_eq!(shop.refused("products.settle", again).0, "nothing_apart");
        let verified = shop.job("book.verify", json!({})).output.unwrap();
        assert_eq!(verified["ok"], true, "{verified}");
    }
}
