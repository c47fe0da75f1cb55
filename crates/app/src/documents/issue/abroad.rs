//! Invoices in another currency than that of the books.
use book::dto::{Customer, Order};
use serde_json::json;

use super::super::export::WrittenDocument;
use super::tests::{document, invoiced};
use crate::testing::Shop;

#[test]
fn an_invoice_in_another_currency_says_its_tax_in_that_of_the_books_too() {
    let shop = Shop::open();
    let rates = json!([{ "currency": "USD", "rate": "0.8", "from": "2026-11-01",
        "source": "Bank" }]);
    let said = json!({ "expected_version": 1, "tax_number": "GB123456789", "city": "York",
        "exchange_rates": rates, "bank_account": "GB33 BUKB 2020 1555 5555 55" });
    shop.write::<serde_json::Value>("book.amend", said);
    let address = json!({ "street": "1 Main St", "postal_code": "12345", "city": "Albany",
        "region": "", "country": "US" });
    let customer = json!({ "name": "Acme", "address": address });
    let customer: Customer = shop.write("customers.create", customer);
    let mug = shop.product("MUG", 12_000_000);
    let order = json!({ "channel": "phone", "customer": customer.row.id, "currency": "USD",
        "lines": [{ "product": mug.row.id, "quantity_milli": 3_000 }] });
    let order: Order = shop.write("orders.place", order);
    let order = invoiced(&shop, &order);
    let mut target = document(&order);
    let path = shop.path("x.xml");
    target["path"] = json!(path);
    target["format"] = json!("ubl");
    shop.call::<WrittenDocument>("documents.export", target);
    let xml = std::fs::read_to_string(path).unwrap();
    // 36.00 pounds with 6.00 of tax in them are 45.00 dollars with 7.50.
    for said in [
        "<cbc:TaxCurrencyCode>GBP<",
        "<cbc:TaxAmount currencyID=\"GBP\">6.00<",
        "<cbc:TaxAmount currencyID=\"USD\">7.50<",
    ] {
        assert!(xml.contains(said), "{said}: {xml}");
    }
}

#[test]
fn credit_notes_say_the_tax_of_the_books_too_and_all_of_them_take_back_what_the_invoice_said() {
    let shop = Shop::ticking();
    let rates = json!([{ "currency": "USD", "rate": "0.77713", "from": "2026-11-01",
        "source": "Bank" }]);
    let said = json!({ "expected_version": 1, "tax_number": "GB123456789", "city": "York",
        "exchange_rates": rates, "bank_account": "GB33 BUKB 2020 1555 5555 55" });
    shop.write::<serde_json::Value>("book.amend", said);
    let address = json!({ "street": "1 Main St", "postal_code": "12345", "city": "Albany",
        "region": "", "country": "US" });
    let customer = json!({ "name": "Acme", "address": address });
    let customer: Customer = shop.write("customers.create", customer);
    let mug = shop.product("MUG", 9_990_000);
    let order = json!({ "channel": "phone", "customer": customer.row.id, "currency": "USD",
        "lines": [{ "product": mug.row.id, "quantity_milli": 3_000 }] });
    let order: Order = shop.write("orders.place", order);
    let mut now = invoiced(&shop, &order);
    now = shop.write("orders.fulfil", shop.change(&now, json!({})));
    let invoice_minor = tax_in_book(&shop, &now, &now.documents[0].document);
    let mut credited_minor = 0;
    for _ in 0..3 {
        let back = json!({ "lines": [{ "line": 1, "restocked_milli": 1_000 }] });
        now = shop.write("orders.receive_return", shop.change(&now, back));
        let received = now.returns.last().unwrap().received;
        let note = json!({ "kind": "credit_note", "received": received });
        now = shop.write("documents.issue", shop.change(&now, note));
        let note = now
            .documents
            .iter()
            .find(|one| one.received == Some(received));
        credited_minor += tax_in_book(&shop, &now, &note.unwrap().document);
    }
    assert_eq!((invoice_minor, credited_minor), (500, 500));
}

/// BT-111 of a document, as its XML says it.
fn tax_in_book(shop: &Shop, order: &Order, document: &uuid::Uuid) -> i64 {
    let path = shop.path("x.xml");
    let issued = order.documents.iter().find(|one| one.document == *document);
    let input = json!({ "order": order.head.id, "kind": issued.unwrap().kind,
        "document": document, "path": path, "format": "ubl" });
    shop.call::<WrittenDocument>("documents.export", input);
    let xml = std::fs::read_to_string(path).unwrap();
    let said = xml.split("<cbc:TaxAmount currencyID=\"GBP\">").nth(1);
    let amount = said.and_then(|rest| rest.split('<').next());
    let amount = amount.unwrap_or_else(|| panic!("{xml}"));
    amount.replace('.', "").parse().unwrap()
}
