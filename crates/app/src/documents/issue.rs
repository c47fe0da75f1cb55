//! `documents.issue`: numbers an invoice and keeps what it says, for good.
use book::dto::{IssuedKind, Order};
use book::{Said, Tx};
use documents::{Kind, built_in, pdf};
use domain::ids::DocumentId;
use domain::order::{Issued, IssuedKind as Rule, OrderPersonal, check_issue};
use domain::{Day, State, Subject, SubjectKind};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use ts_rs::TS;

use super::electronic;
use super::letter::content;
use super::made::{Kept, Material};
use super::preview::refused;
use crate::App;
use crate::error::AppError;
use crate::language::Language;
use crate::request::{Amend, Change, Written, check_version};

/// The days within which an invoice is to be paid, when nothing else is said.
pub(super) const PAY_DAYS: i32 = 14;
const PAY_DAYS_MAX: i32 = 366;

/// What is issued, and how.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct DocumentIssue {
    /// What it is.
    #[ts(optional = false)]
    pub kind: IssuedKind,
    /// The language of its words; English when absent.
    pub language: Option<Language>,
    /// The days within which it is to be paid, from 0 to 366; by the order's own
    /// day when absent, or within 14 days.
    pub pay_days: Option<i32>,
}

/// What it takes.
pub type Input = Amend<DocumentIssue>;
/// What it gives.
pub type Output = Written<Order>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let change = &input.part;
    let said = input.body.pay_days;
    let days = said.unwrap_or(PAY_DAYS);
    if !(0..=PAY_DAYS_MAX).contains(&days) {
        return Err(AppError::at("pay_days", "out_of_range").with(PAY_DAYS_MAX));
    }
    let language = input.body.language.unwrap_or_default();
    let today = app.today()?;
    app.write(
        *change,
        |tx| {
            let due_day = check(tx, change)?;
            let agreed = due_day.filter(|_| said.is_none());
            let pay_by = agreed.unwrap_or_else(|| today.plus(days));
            append(app, tx, change, (language, today, pay_by))?;
            Ok(change.id)
        },
        |read, id| Ok(read.order(id)?),
    )
}

/// Refuses what cannot be invoiced; gives the day by which the order was agreed to be paid.
fn check(tx: &mut Tx<'_>, change: &Change) -> Result<Option<Day>, AppError> {
    let State::Order(now) = tx.state(subject(change))? else {
        return Err(AppError::not_found("order_unknown"));
    };
    check_version(now.version, change.expected_version)?;
    check_issue(now, Rule::Invoice)?;
    Ok(now.due_day())
}

/// Says the invoice, typesets it for its digest, and appends the entry.
fn append(
    app: &App,
    tx: &mut Tx<'_>,
    change: &Change,
    (language, today, pay_by): (Language, Day, Day),
) -> Result<(), AppError> {
    let material = Material::read(tx.read(), change.id)?;
    let owes = material.order.due_minor > 0;
    let number = Rule::Invoice.printed(&tx.next_number(Rule::Invoice.series())?);
    let source = material.source(language, today, owes.then_some(pay_by));
    let kept = Kept {
        content: content(&source, Kind::Invoice, Some(&number)),
        electronic: electronic::xml(&source, &number).ok(),
    };
    let how = electronic::within(kept.electronic.as_deref());
    let file = pdf(&built_in(Kind::Invoice), &kept.content, &how).map_err(refused)?;
    let said = Issued {
        document: DocumentId(app.new_id()),
        kind: Rule::Invoice,
        number,
        language: language.tag().to_owned(),
        sha256: digest(&file),
    };
    let document =
        serde_json::to_value(&kept).map_err(|error| AppError::broken("internal").with(error))?;
    let personal = OrderPersonal {
        document: Some(document),
        ..OrderPersonal::default()
    };
    let entry = Said::new(subject(change), "order.issued", &said);
    Ok(tx.append(entry.with_personal(&personal))?)
}

fn subject(change: &Change) -> Subject {
    Subject::new(SubjectKind::Order, change.id)
}

/// SHA-256 in hexadecimal digits.
pub(super) fn digest(data: &[u8]) -> String {
    let digest = Sha256::digest(data);
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use book::dto::{Customer, Order, OrderAction};
    use serde_json::json;

    use super::super::export::WrittenDocument;
    use super::super::preview::Preview;
    use crate::request::Written;
    use crate::testing::Shop;

    fn sold_to_lindgren(shop: &Shop) -> (Customer, Order) {
        let customer: Customer = shop.write(
            "customers.create",
            json!({ "name": "Café Lindgren", "address": {
                "street": "Storgatan 4", "postal_code": "411 24", "city": "Göteborg",
                "region": "", "country": "SE" } }),
        );
        let mug = shop.product("MUG", 12_000_000);
        let order: Order = shop.write(
            "orders.place",
            json!({ "channel": "phone", "customer": customer.row.id,
                "lines": [{ "product": mug.row.id, "quantity_milli": 3_000 }] }),
        );
        (customer, order)
    }

    fn invoiced(shop: &Shop, order: &Order) -> Order {
        shop.write(
            "documents.issue",
            shop.change(order, json!({ "kind": "invoice" })),
        )
    }

    /// An invoice asked for under a request of its own.
    fn asked(shop: &Shop, order: &Order) -> serde_json::Value {
        let mut input = shop.change(order, json!({ "kind": "invoice" }));
        input["request_id"] = json!(shop.request());
        input
    }

    fn document(order: &Order) -> serde_json::Value {
        json!({ "order": order.head.id, "kind": "invoice",
            "document": order.documents[0].document })
    }

    #[test]
    fn an_invoice_has_its_own_number_and_is_issued_once() {
        let shop = Shop::open();
        let (_, order) = sold_to_lindgren(&shop);
        assert!(order.allowed.contains(&OrderAction::Invoice));
        let order = invoiced(&shop, &order);
        assert_eq!(order.documents[0].number, "I-A-000001");
        assert!(!order.allowed.contains(&OrderAction::Invoice));
        let refused = shop.refused("documents.issue", asked(&shop, &order));
        assert_eq!(refused, ("already_issued".into(), Some("kind".into())));
        let next = shop.placed(&shop.product("CUP", 1_000_000), 1_000);
        assert_eq!(
            next.head.number, "A-000002",
            "orders are numbered on their own"
        );
        assert_eq!(invoiced(&shop, &next).documents[0].number, "I-A-000002");
    }

    #[test]
    fn an_issued_invoice_is_the_same_file_whatever_changes_later() {
        let shop = Shop::open();
        let (customer, order) = sold_to_lindgren(&shop);
        let order = invoiced(&shop, &order);
        let renamed = json!({ "id": customer.row.id, "expected_version": customer.row.version,
            "name": "Another Name" });
        shop.write::<Customer>("customers.amend", renamed);
        shop.write::<serde_json::Value>(
            "book.amend",
            json!({ "expected_version": 1, "name": "Another Shop" }),
        );
        let mut target = document(&order);
        target["path"] = json!(shop.path("invoice.pdf"));
        let file: WrittenDocument = shop.call("documents.export", target.clone());
        assert_eq!(file.sha256, order.documents[0].sha256);
        assert!(
            std::fs::read(shop.path("invoice.pdf"))
                .unwrap()
                .starts_with(b"%PDF-")
        );
        target["copy"] = json!(true);
        let copy: WrittenDocument = shop.call("documents.export", target);
        assert_ne!(copy.sha256, file.sha256);
    }

    #[test]
    fn an_invoice_says_what_was_bought_in_the_language_asked_for() {
        let shop = Shop::open();
        let (_, order) = sold_to_lindgren(&shop);
        let mut german = asked(&shop, &order);
        german["language"] = json!("de");
        german["dry_run"] = json!(true);
        let tried: Written<Order> = shop.call("documents.issue", german);
        assert_eq!(tried.output.documents[0].language, "de");
        let preview: Preview = shop.call(
            "documents.preview",
            json!({ "order": order.head.id, "kind": "confirmation", "language": "de" }),
        );
        assert_eq!(preview.title, "Auftragsbestätigung");
        assert_eq!(preview.number.as_deref(), Some("A-000001"));
        assert!(preview.pages[0].starts_with("<svg"));
    }

    #[test]
    fn what_an_invoice_says_of_an_erased_customer_is_gone_and_its_number_stays() {
        let shop = Shop::open();
        let (customer, order) = sold_to_lindgren(&shop);
        let order = invoiced(&shop, &order);
        let erase = json!({ "id": customer.row.id, "expected_version": customer.row.version });
        shop.write::<Customer>("customers.erase", erase);
        let refused = shop.refused("documents.preview", document(&order));
        assert_eq!(refused.0, "document_erased");
        let now: Order = shop.call("orders.get", json!({ "id": order.head.id }));
        assert_eq!(now.documents, order.documents);
    }

    #[test]
    fn a_draft_is_quoted_and_nothing_else() {
        let shop = Shop::open();
        let lines = json!([{ "title": "Repair", "unit_price_micro": 5_000_000,
            "quantity_milli": 1_000 }]);
        let draft: Order = shop.write(
            "orders.draft",
            json!({ "channel": "phone", "lines": lines }),
        );
        let kind = |kind: &str| json!({ "order": draft.head.id, "kind": kind });
        let quote: Preview = shop.call("documents.preview", kind("quote"));
        assert_eq!(quote.title, "Quote");
        for other in [
            "confirmation",
            "invoice",
            "packing_slip",
            "pick_list",
            "label",
        ] {
            let refused = shop.refused("documents.preview", kind(other));
            assert_eq!(refused.0, "order_not_placed", "{other}");
        }
        let refused = shop.refused("documents.issue", asked(&shop, &draft));
        assert_eq!(refused.0, "order_not_placed");
    }

    #[test]
    fn an_invoice_that_keeps_the_standard_carries_itself_for_machines() {
        let shop = Shop::open();
        let number = json!({ "expected_version": 1, "tax_number": "GB123456789" });
        shop.write::<serde_json::Value>("book.amend", number);
        let (_, order) = sold_to_lindgren(&shop);
        let kind = json!({ "order": order.head.id, "kind": "invoice" });
        let preview: Preview = shop.call("documents.preview", kind);
        assert_eq!(
            (preview.electronic, preview.lacks),
            (Some(true), Vec::new())
        );
        let order = invoiced(&shop, &order);
        let written = |format: &str| {
            let path = shop.path(&format!("invoice.{format}"));
            let mut target = document(&order);
            target["path"] = json!(path);
            target["format"] = json!(format);
            shop.call::<WrittenDocument>("documents.export", target);
            std::fs::read(path).unwrap()
        };
        let xml = String::from_utf8(written("xml")).unwrap();
        assert!(
            xml.contains("I-A-000001") && xml.contains("GrandTotalAmount>36.00<"),
            "{xml}"
        );
        let pdf = String::from_utf8_lossy(&written("pdf")).into_owned();
        assert!(pdf.contains("factur-x.xml") && pdf.contains("<fx:ConformanceLevel>EN 16931<"));
    }

    #[test]
    fn what_an_electronic_invoice_lacks_is_named_and_a_pdf_does_without() {
        let shop = Shop::open();
        let order = shop.placed(&shop.product("CUP", 1_000_000), 1_000);
        let kind = json!({ "order": order.head.id, "kind": "invoice" });
        let preview: Preview = shop.call("documents.preview", kind);
        assert_eq!(preview.electronic, Some(false));
        assert_eq!(preview.lacks, ["it has no customer"]);
        let order = invoiced(&shop, &order);
        let mut target = document(&order);
        target["path"] = json!(shop.path("invoice.xml"));
        target["format"] = json!("xml");
        let refused = shop.refused("documents.export", target);
        assert_eq!(refused, ("not_electronic".into(), Some("format".into())));
    }

    #[test]
    fn the_series_goes_on_after_a_rebuild() {
        let shop = Shop::open();
        let (_, order) = sold_to_lindgren(&shop);
        invoiced(&shop, &order);
        shop.job("book.rebuild", json!({}));
        let next = shop.placed(&shop.product("CUP", 1_000_000), 1_000);
        assert_eq!(invoiced(&shop, &next).documents[0].number, "I-A-000002");
    }
}
