//! Takes back what an import changed in a record that was there before: each field gets the value
//! that it had, unless something changed it since; then it stays and is named.
use std::collections::HashSet;

use ::book::dto::RecordKind;
use ::book::{Read, Said, Tx};
use domain::custom::{CUSTOM, flat, nested};
use domain::{Entry, RequestId, State, Subject, SubjectKind};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use ts_rs::TS;
use uuid::Uuid;

use crate::error::AppError;

/// A record of which an undo left something as it is, because it was changed after the import.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct KeptRecord {
    /// What it is.
    pub kind: RecordKind,
    /// The record.
    pub id: Uuid,
    /// Its name for people, as it is now; never kept in the journal.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[ts(as = "String")]
    pub title: String,
    /// The fields that stay.
    pub fields: Vec<String>,
}

/// The fields of a record, by name: the facts, and what is known of a person.
type Fields = [Map<String, Value>; 2];

impl KeptRecord {
    /// The same with its name; a record that is gone has none.
    pub(super) fn named(self, read: Read<'_>) -> Self {
        let title = match self.kind {
            RecordKind::Product => read
                .product(self.id)
                .map(|product| format!("{} {}", product.row.sku, product.row.title)),
            _ => read.customer(self.id).map(|customer| customer.row.name),
        };
        Self {
            title: title.unwrap_or_default(),
            ..self
        }
    }
}

/// What a record goes back to.
#[derive(Default)]
struct Way {
    back: Fields,
    kept: Vec<String>,
}

/// Takes back what the requests of an import changed in a record. Gives whether anything went back,
/// and what stays.
pub(super) fn restore(
    tx: &mut Tx<'_>,
    record: Subject,
    requests: &HashSet<RequestId>,
) -> Result<(bool, Option<KeptRecord>), AppError> {
    let state = tx.state(record)?.clone();
    let (kind, said_kind) = match &state {
        State::Product(product) if product.is_visible() => (RecordKind::Product, "product.amended"),
        State::Customer(buyer) if buyer.is_visible() => (RecordKind::Customer, "customer.amended"),
        _ => return Ok((false, None)),
    };
    let entries = tx.read().entries_about(record)?;
    let Way { back, mut kept } = way_back(record.kind, &entries, &state, requests);
    let [facts, personal] = back;
    let goes_back = !(facts.is_empty() && personal.is_empty());
    if goes_back {
        let (facts, personal) = (nested(facts), nested(personal));
        tx.append(Said::new(record, said_kind, &facts).with_personal(&personal))?;
    }
    kept.sort();
    kept.dedup();
    let id = record.id;
    let kept = (!kept.is_empty()).then_some(KeptRecord {
        kind,
        id,
        title: String::new(),
        fields: kept,
    });
    Ok((goes_back, kept))
}

/// Goes through the import's entries from the newest to the oldest, as if each were taken away.
fn way_back(
    kind: SubjectKind,
    entries: &[Entry],
    state: &State,
    requests: &HashSet<RequestId>,
) -> Way {
    let (mut way, mut now) = (Way::default(), fields(state));
    let ours =
        |entry: &Entry| requests.contains(&entry.request_id) && entry.kind.ends_with(".amended");
    for place in (0..entries.len())
        .rev()
        .filter(|place| ours(&entries[*place]))
    {
        let before = fields(&domain::fold(kind, &mut entries[..place].to_vec()));
        let said = said(&entries[place]);
        for part in 0..now.len() {
            for (field, value) in &said[part] {
                let old = before[part].get(field).cloned();
                let old = old.unwrap_or_else(|| cleared(field, value));
                let present = now[part].get(field).cloned();
                let present = present.unwrap_or_else(|| cleared(field, value));
                if old == *value || present == old {
                    continue;
                }
                if present == *value {
                    now[part].insert(field.clone(), old.clone());
                    way.back[part].insert(field.clone(), old);
                } else {
                    way.kept.push(field.clone());
                }
            }
        }
    }
    way
}

fn fields(state: &State) -> Fields {
    match state {
        State::Product(product) => [map(json!(product.terms)), Map::new()],
        State::Customer(buyer) => [map(json!(buyer.facts)), map(json!(buyer.personal))],
        _ => Fields::default(),
    }
}

/// What an entry says; the personal part of one that was erased says nothing.
fn said(entry: &Entry) -> Fields {
    let personal = entry.personal.as_ref().map(|part| part.text.as_str());
    [Some(entry.payload.as_str()), personal].map(|text| {
        let value = text.and_then(|text| serde_json::from_str(text).ok());
        let mut said = map(value.unwrap_or_default());
        said.shift_remove("run");
        said
    })
}

fn map(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(map) => flat(map),
        _ => Map::new(),
    }
}

/// What an entry says to clear a field of this kind.
fn cleared(field: &str, value: &Value) -> Value {
    match value {
        _ if is_custom(field) => Value::Null,
        Value::Null => Value::Null,
        Value::Bool(_) => Value::Bool(false),
        Value::Number(_) => json!(-1),
        Value::String(_) => json!(""),
        Value::Array(_) => json!([]),
        Value::Object(_) => json!({}),
    }
}

fn is_custom(field: &str) -> bool {
    field.split('.').next() == Some(CUSTOM)
}

#[cfg(test)]
mod tests {
    use book::dto::*;
    use serde_json::{Value, json};
    use uuid::Uuid;

    use super::KeptRecord;
    use crate::imports::undo::Undone;
    use crate::intake::ImportReport;
    use crate::jobs::JobPhase;
    use crate::testing::Shop;

    /// Imports a table of a kind and gives the run.
    fn import(shop: &Shop, mapping: &Value, table: &str) -> Uuid {
        let path = shop.path("table.csv");
        std::fs::write(&path, table).unwrap();
        let done = shop.job("imports.run", json!({ "path": path, "mapping": mapping }));
        let report = done.output.unwrap_or_else(|| panic!("{:?}", done.error));
        serde_json::from_value::<ImportReport>(report)
            .unwrap()
            .run
            .unwrap()
    }

    fn undo(shop: &Shop, run: Uuid) -> Undone {
        let done = shop.job(
            "imports.undo",
            json!({ "run": run, "request_id": shop.request() }),
        );
        assert_eq!(done.state, JobPhase::Done, "{:?}", done.error);
        serde_json::from_value(done.output.unwrap()).unwrap()
    }

    fn goods() -> Value {
        json!({
            "rows": "products", "columns": {
                "sku": "sku", "title": "title", "price": "price", "cost": "cost",
                "barcode": "code", "stock_on_hand": "stock"
            }
        })
    }

    const GOODS: &str = "sku,title,price,cost,code,stock\n\
                         MUG,Blue mug,2.50,1.10,4006381333931,7\nNEW,New,1.00,,,\n";

    #[test]
    fn an_updated_product_gets_its_fields_and_its_stock_back() {
        let shop = Shop::open();
        let before = shop.product("MUG", 10_000_000);
        let run = import(&shop, &goods(), GOODS);
        let get = || shop.call::<Product>("products.get", json!({ "id": before.row.id }));
        let during = get();
        assert_eq!(
            (during.row.title.as_str(), during.row.on_hand_milli),
            ("Blue mug", 7_000)
        );
        let undone = undo(&shop, run);
        assert_eq!(
            (undone.records, undone.restored, undone.kept.len()),
            (2, 1, 0)
        );
        let after = get();
        let shown = |product: &Product| {
            let row = &product.row;
            let barcodes = product.barcodes.clone();
            (
                row.title.clone(),
                row.unit_price_micro,
                row.cost_micro,
                row.on_hand_milli,
                barcodes,
            )
        };
        assert_eq!(shown(&after), shown(&before));
        let verified = shop.job("book.verify", json!({}));
        assert_eq!(verified.output.unwrap()["ok"], true);
    }

    #[test]
    fn a_field_that_was_changed_since_stays_and_is_named() {
        let shop = Shop::open();
        let before = shop.product("MUG", 10_000_000);
        let run = import(&shop, &goods(), GOODS);
        let id = before.row.id;
        let during: Product = shop.call("products.get", json!({ "id": id }));
        let change = json!({
            "id": id, "expected_version": during.row.version, "unit_price_micro": 3_000_000
        });
        let _: Product = shop.write("products.amend", change);
        let undone = undo(&shop, run);
        let fields = vec!["unit_price_micro".to_owned()];
        assert_eq!(
            undone.kept,
            [KeptRecord {
                kind: RecordKind::Product,
                id,
                title: "MUG MUG".to_owned(),
                fields
            }]
        );
        let after: Product = shop.call("products.get", json!({ "id": id }));
        assert_eq!(
            (after.row.title.as_str(), after.row.unit_price_micro),
            ("MUG", 3_000_000)
        );
    }

    #[test]
    fn a_record_that_a_run_changed_twice_goes_back_to_the_state_before_it() {
        let shop = Shop::open();
        let before = shop.product("MUG", 10_000_000);
        let table = "sku,title,price,cost,code,stock\nMUG,One,1.00,,,\nMUG,Two,2.00,,,\n";
        let run = import(&shop, &goods(), table);
        assert_eq!(undo(&shop, run).kept, []);
        let after: Product = shop.call("products.get", json!({ "id": before.row.id }));
        assert_eq!(
            (after.row.title.as_str(), after.row.unit_price_micro),
            ("MUG", 10_000_000)
        );
    }

    #[test]
    fn an_updated_customer_gets_back_what_was_known_and_a_later_import_stays() {
        let shop = Shop::open();
        let ada = json!({ "name": "Ada", "email": "ada@example.org", "phone": "1" });
        let ada: Customer = shop.write("customers.create", ada);
        let people = json!({
            "rows": "customers", "columns": {
                "email": "mail", "name": "name", "phone": "phone", "street": "street"
            }
        });
        let row = |rest: &str| format!("mail,name,phone,street\nada@example.org,{rest}\n");
        let first = import(&shop, &people, &row("Ada L.,2,1 High St"));
        let second = import(&shop, &people, &row("Ada L.,3,1 High St"));
        let undone = undo(&shop, first);
        assert_eq!(undone.kept[0].fields, ["phone"]);
        let get = || shop.call::<Customer>("customers.get", json!({ "id": ada.row.id }));
        let after = get();
        let phone = after.row.phone.as_deref();
        assert_eq!(
            (after.row.name.as_str(), phone, &after.address),
            ("Ada", Some("3"), &None)
        );
        assert_eq!(undo(&shop, second).kept, []);
        assert_eq!(get().row.phone.as_deref(), Some("2"));
    }

    #[test]
    fn nothing_of_an_erased_customer_comes_back() {
        let shop = Shop::open();
        let ada = json!({ "name": "Ada", "email": "ada@example.org" });
        let ada: Customer = shop.write("customers.create", ada);
        let people = json!({ "rows": "customers", "columns": { "email": "mail", "name": "name" } });
        let run = import(&shop, &people, "mail,name\nada@example.org,Ada Byron\n");
        let now: Customer = shop.call("customers.get", json!({ "id": ada.row.id }));
        let erase = json!({ "id": ada.row.id, "expected_version": now.row.version });
        let erased: Customer = shop.write("customers.erase", erase);
        let undone = undo(&shop, run);
        assert_eq!((undone.restored, undone.kept), (0, vec![]));
        let after: Customer = shop.call("customers.get", json!({ "id": ada.row.id }));
        assert_eq!(after.row.name, erased.row.name);
    }
}
