//! `documents.issue_purchase`: keeps what goes to the supplier, for good.
use book::dto::Purchase;
use book::{Said, Tx};
use documents::{Kind, Pdf};
use domain::ids::DocumentId;
use domain::purchase::Issued;
use domain::{Day, State, Subject, SubjectKind};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::dress;
use super::issue::digest;
use super::made::Kept;
use super::purchase::PurchaseMaterial;
use super::typeset_beside::{Saying, issue};
use crate::App;
use crate::error::AppError;
use crate::language::Language;
use crate::request::{Amend, Change, Written, check_version};

/// In which words it is issued.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct PurchaseIssue {
    /// The language of its words; English when absent.
    pub language: Option<Language>,
}

/// What it takes.
pub type Input = Amend<PurchaseIssue>;
/// What it gives.
pub type Output = Written<Purchase>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let (change, language) = (input.part, input.body.language.unwrap_or_default());
    let (book, today) = (app.book()?.book.id(), app.today()?);
    issue(
        app,
        change,
        |tx| {
            check(tx, &change)?;
            let material = PurchaseMaterial::read(tx.read(), book, change.id)?;
            said(&material, language, today)
        },
        |tx, saying, sha256| {
            let said = Issued {
                document: DocumentId(app.new_id()),
                language: language.tag().to_owned(),
                sha256,
                words_sha256: digest(saying.words.to_string().as_bytes()),
            };
            let subject = Subject::new(SubjectKind::Purchase, change.id);
            let entry = Said::new(subject, "purchase.issued", &said);
            Ok(tx.append(entry.with_personal(&saying.kept))?)
        },
        |read, id: Uuid| Ok(read.purchase(id)?),
    )
}

/// Refuses what was never ordered.
fn check(tx: &mut Tx<'_>, change: &Change) -> Result<(), AppError> {
    let State::Purchase(now) = tx.state(Subject::new(SubjectKind::Purchase, change.id))? else {
        return Err(AppError::not_found("purchase_unknown"));
    };
    check_version(now.version, change.expected_version)?;
    Ok(domain::purchase::issue(now)?)
}

fn said(material: &PurchaseMaterial, language: Language, today: Day) -> Result<Saying, AppError> {
    let kept = Kept {
        content: material.content(language, today),
        electronic: None,
        invoice: None,
        dress: dress::dress(&material.papers, Kind::PurchaseOrder),
    };
    let words = serde_json::to_value(&kept);
    Ok(Saying {
        words: words.map_err(|error| AppError::broken("internal").with(error))?,
        template: dress::template(&material.papers, Kind::PurchaseOrder),
        how: Pdf::default(),
        kind: Kind::PurchaseOrder,
        number: String::new(),
        kept,
    })
}

#[cfg(test)]
mod tests {
    use book::dto::{Product, Purchase, Supplier};
    use serde_json::{Value, json};

    use crate::documents::export::WrittenDocument;
    use crate::documents::preview_purchase::PurchasePreview;
    use crate::testing::Shop;

    /// Twelve mugs in two packs, ordered.
    fn ordered(shop: &Shop) -> Purchase {
        let supplier = json!({
            "name": "Pottery & Co", "contact": "Ada Lee", "address": "1 Kiln Lane\nYork",
            "account": "4711"
        });
        let supplier: Supplier = shop.write("suppliers.create", supplier);
        let mug = shop.product("MUG", 9_000_000);
        let said = json!({
            "id": mug.row.id, "expected_version": mug.row.version, "supplier": supplier.row.id,
            "code": "K-1", "unit_cost_micro": 4_000_000, "pack_milli": 6_000
        });
        let _: Product = shop.write("products.supply", said);
        let input = json!({
            "supplier": supplier.row.id, "expected": "2026-12-01",
            "lines": [{ "product": mug.row.id, "quantity_milli": 12_000 }],
            "charges": [{ "name": "Freight", "amount_minor": 500, "spread": "value" }]
        });
        let draft: Purchase = shop.write("purchases.draft", input);
        shop.write("purchases.order", change(&draft, json!({})))
    }

    fn change(purchase: &Purchase, mut input: Value) -> Value {
        input["id"] = json!(purchase.row.id);
        input["expected_version"] = json!(purchase.row.version);
        input
    }

    #[test]
    fn what_was_issued_stays_whatever_is_agreed_later() {
        let shop = Shop::open();
        let order = ordered(&shop);
        let issue = change(&order, json!({ "language": "de" }));
        let issued: Purchase = shop.write("documents.issue_purchase", issue);
        let document = issued.papers[0].document;
        let export = |name: &str| -> Vec<u8> {
            let path = shop.path(name);
            let input = json!({ "purchase": order.row.id, "document": document, "path": path });
            let file: WrittenDocument = shop.call("documents.export_purchase", input);
            let data = std::fs::read(file.path).unwrap();
            assert!(data.starts_with(b"%PDF-"));
            data
        };
        let first = export("first.pdf");
        let dated = change(&issued, json!({ "expected": "2027-01-15" }));
        let _: Purchase = shop.write("purchases.date", dated);
        assert_eq!(first, export("second.pdf"));
        let asked = json!({ "purchase": order.row.id, "document": document });
        let shown: PurchasePreview = shop.call("documents.preview_purchase", asked);
        assert_eq!(
            (&*shown.title, shown.number.as_deref()),
            ("Bestellung", Some("P-A-000001"))
        );
        assert_eq!(shown.pages.len(), 1);
    }

    #[test]
    fn the_file_for_machines_has_a_row_for_each_line() {
        let shop = Shop::open();
        let order = ordered(&shop);
        let path = shop.path("order.csv");
        let input = json!({ "purchase": order.row.id, "path": path, "format": "csv" });
        let _: WrittenDocument = shop.call("documents.export_purchase", input);
        let text = std::fs::read_to_string(path).unwrap();
        let rows: Vec<&str> = text.lines().collect();
        assert_eq!(
            rows[1],
            "P-A-000001,1,K-1,MUG,MUG,12,6,4.00,48.00,GBP,2026-12-01"
        );
    }
}
