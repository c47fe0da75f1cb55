//! Invoices and credit notes: issued once, never changed, written for people and machines.
use book::dto::{Customer, IssuedKind, Order, OrderAction, OrderDocument, Verification};
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

pub(super) fn invoiced(shop: &Shop, order: &Order) -> Order {
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

pub(super) fn document(order: &Order) -> serde_json::Value {
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

/// Three mugs sold to Lindgren and shipped, one of them back and one in pieces.
fn taken_back(shop: &Shop) -> Order {
    let number = json!({ "expected_version": 1, "tax_number": "GB123456789" });
    shop.write::<serde_json::Value>("book.amend", number);
    let (_, order) = sold_to_lindgren(shop);
    let order = invoiced(shop, &order);
    let order: Order = shop.write("orders.fulfil", shop.change(&order, json!({})));
    let lines = json!([{ "line": 1, "restocked_milli": 1_000, "scrapped_milli": 1_000 }]);
    let back = json!({ "lines": lines, "reason": "Handle broken" });
    shop.write("orders.receive_return", shop.change(&order, back))
}

fn credited(shop: &Shop, order: &Order) -> serde_json::Value {
    let received = order.returns[0].received;
    let mut input = shop.change(
        order,
        json!({ "kind": "credit_note", "received": received }),
    );
    input["request_id"] = json!(shop.request());
    input
}

fn note_of(order: &Order) -> &OrderDocument {
    let mut issued = order.documents.iter();
    issued
        .find(|one| one.kind == IssuedKind::CreditNote)
        .unwrap()
}

#[test]
fn a_credit_note_has_the_number_of_its_return_and_is_issued_once() {
    let shop = Shop::open();
    let order = taken_back(&shop);
    let done: Written<Order> = shop.call("documents.issue", credited(&shop, &order));
    let note = note_of(&done.output);
    assert_eq!(
        (note.number.as_str(), note.outdated),
        ("CN-A-000001", false)
    );
    assert_eq!(note.received, Some(order.returns[0].received));
    let refused = shop.refused("documents.issue", credited(&shop, &done.output));
    assert_eq!(refused, ("already_issued".into(), Some("kind".into())));
    let next = shop.placed(&shop.product("CUP", 1_000_000), 1_000);
    assert_eq!(
        invoiced(&shop, &next).documents[0].number,
        "I-A-000002",
        "a credit note takes no number of the invoices"
    );
}

#[test]
fn a_credit_note_is_about_goods_that_came_back() {
    let shop = Shop::open();
    let (_, order) = sold_to_lindgren(&shop);
    let mut input = asked(&shop, &order);
    input["kind"] = json!("credit_note");
    let refused = shop.refused("documents.issue", input.clone());
    assert_eq!(refused, ("required".into(), Some("received".into())));
    input["received"] = json!(order.head.id);
    let refused = shop.refused("documents.issue", input);
    assert_eq!(refused, ("return_unknown".into(), Some("received".into())));
    let kind = json!({ "order": order.head.id, "kind": "credit_note" });
    assert_eq!(
        shop.refused("documents.preview", kind).0,
        "nothing_returned"
    );
}

#[test]
fn a_credit_note_that_keeps_the_standard_names_its_invoice_in_both_syntaxes() {
    let shop = Shop::open();
    let order = taken_back(&shop);
    let done: Written<Order> = shop.call("documents.issue", credited(&shop, &order));
    let written = |format: &str| {
        let path = shop.path(&format!("note-{format}"));
        let target = json!({ "order": order.head.id, "kind": "credit_note", "path": path,
            "document": note_of(&done.output).document, "format": format });
        shop.call::<WrittenDocument>("documents.export", target);
        String::from_utf8_lossy(&std::fs::read(path).unwrap()).into_owned()
    };
    let cii = written("xml");
    for said in [
        "<ram:TypeCode>381<",
        "CN-A-000001",
        "I-A-000001",
        "GrandTotalAmount>24.00<",
    ] {
        assert!(cii.contains(said), "{said}: {cii}");
    }
    let ubl = written("ubl");
    for said in [
        "<CreditNote",
        "<cbc:CreditNoteTypeCode>381<",
        "I-A-000001",
        ">24.00<",
    ] {
        assert!(ubl.contains(said), "{said}: {ubl}");
    }
    assert!(written("pdf").contains("factur-x.xml"));
}

#[test]
fn what_a_form_for_authorities_lacks_is_named_before_and_when_it_is_asked_for() {
    let shop = Shop::open();
    let (_, order) = sold_to_lindgren(&shop);
    let number = json!({ "expected_version": 1, "tax_number": "GB123456789" });
    shop.write::<serde_json::Value>("book.amend", number);
    let kind = json!({ "order": order.head.id, "kind": "invoice" });
    let preview: Preview = shop.call("documents.preview", kind);
    let lacks = |format: usize| preview.forms[format].lacks.join("; ");
    assert_eq!(lacks(0), "");
    assert!(lacks(1).contains("BR-DE-15") && lacks(1).contains("BR-DE-1:"));
    let order = invoiced(&shop, &order);
    let mut target = document(&order);
    target["path"] = json!(shop.path("x.xml"));
    target["format"] = json!("xrechnung");
    let refused = shop.refused("documents.export", target);
    assert_eq!(refused, ("not_electronic".into(), Some("format".into())));
}

#[test]
fn a_business_that_says_who_it_is_writes_an_invoice_for_authorities() {
    let shop = Shop::open();
    let said = json!({ "expected_version": 1, "tax_number": "GB123456789", "city": "York",
        "postal_code": "YO1 7EP", "address": "12 High Street\nYork YO1 7EP",
        "contact_name": "Ann Lee", "phone": "+44 1904 555010", "email": "office@corner.example",
        "bank_account": "GB33 BUKB 2020 1555 5555 55" });
    shop.write::<serde_json::Value>("book.amend", said);
    let customer = json!({ "name": "Stadt", "email": "rechnung@stadt.example", "address": {
        "street": "Markt 1", "postal_code": "10115", "city": "Berlin", "region": "",
        "country": "DE" } });
    let customer: Customer = shop.write("customers.create", customer);
    let mug = shop.product("MUG", 12_000_000);
    let order = json!({ "channel": "phone", "customer": customer.row.id,
        "reference": "04011000-12345-03",
        "lines": [{ "product": mug.row.id, "quantity_milli": 3_000 }] });
    let order: Order = shop.write("orders.place", order);
    let order = invoiced(&shop, &order);
    let mut target = document(&order);
    let path = shop.path("x.xml");
    target["path"] = json!(path);
    target["format"] = json!("xrechnung");
    shop.call::<WrittenDocument>("documents.export", target);
    let xml = std::fs::read_to_string(path).unwrap();
    for said in [
        "xrechnung_3.0",
        "04011000-12345-03",
        "GB33BUKB20201555555555",
        "Ann Lee",
    ] {
        assert!(xml.contains(said), "{said}: {xml}");
    }
    assert_eq!(
        xml.matches("YO1 7EP").count(),
        1,
        "the town stands once: {xml}"
    );
}

#[test]
fn a_receipt_tells_how_it_was_paid() {
    let shop = Shop::open();
    let order = shop.sold(&shop.product("CUP", 1_000_000), 2_000);
    let kind = json!({ "order": order.head.id, "kind": "receipt" });
    let preview: Preview = shop.call("documents.preview", kind);
    assert_eq!(
        (preview.title.as_str(), preview.electronic),
        ("Receipt", None)
    );
    assert_eq!(preview.pages.len(), 1);
}

#[test]
fn verifying_looks_at_what_was_issued() {
    let shop = Shop::open();
    let (_, order) = sold_to_lindgren(&shop);
    invoiced(&shop, &order);
    let state = shop.job("book.verify", json!({}));
    let found: Verification = serde_json::from_value(state.output.unwrap()).unwrap();
    let mut checks = found.checks.into_iter();
    let issued = checks
        .find(|check| check.name == "issued documents")
        .unwrap();
    assert_eq!(
        (issued.ok, issued.detail.as_deref()),
        (true, Some("1 documents"))
    );
}
