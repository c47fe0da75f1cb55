//! Parked orders in another currency that are paid at the counter: told as tests of several verbs.
use book::dto::*;
use serde_json::{Value, json};

use crate::testing::Shop;

/// A shop with an open till and mugs at 10.00, where a dollar is worth 0.80 and coins end at 0.05.
fn shop() -> (Shop, Product) {
    let shop = Shop::open();
    let rates = json!([
        { "currency": "USD", "rate": "0.8", "from": "2026-11-01", "source": "Bank" }
    ]);
    let settings = json!({
        "expected_version": 1, "exchange_rates": rates, "cash_rounding_minor": 5
    });
    shop.write::<BookInfo>("book.amend", settings);
    let mug = shop.product("MUG", 10_000_000);
    shop.write::<TillReport>("till.open", json!({ "float_minor": 10_000 }));
    (shop, mug)
}

fn in_dollars(mug: &Product, milli: i64) -> Value {
    let line = json!({ "product": mug.row.id, "quantity_milli": milli });
    json!({ "channel": "counter", "currency": "USD", "lines": [line] })
}

/// Parks a cart of so many mugs and pays it.
fn paid(shop: &Shop, mug: &Product, milli: i64, payments: &Value) -> Order {
    let parked: Order = shop.write("orders.draft", in_dollars(mug, milli));
    let mut sale = in_dollars(mug, milli);
    sale["payments"] = payments.clone();
    shop.write("orders.sell", shop.change(&parked, sale))
}

fn report(shop: &Shop) -> TillReport {
    shop.call("till.report", json!({}))
}

fn slip(shop: &Shop, order: &Order) -> String {
    let slip: Value = shop.call("receipts.preview", json!({ "order": order.head.id }));
    slip["text"].as_str().unwrap_or_default().to_owned()
}

fn is_sound(shop: &Shop) {
    let verified = shop.job("book.verify", json!({})).output.unwrap();
    assert_eq!(verified["ok"], json!(true), "{verified}");
}

#[test]
fn a_parked_cart_in_dollars_is_paid_in_pounds_with_change_in_pounds() {
    let (shop, mug) = shop();
    let payments = json!([
        { "method": "card", "amount_minor": 1_000 }, { "method": "cash", "tendered_minor": 3_000 }
    ]);
    let sold = paid(&shop, &mug, 3_000, &payments);
    assert_eq!(sold.head.state, OrderState::Closed);
    assert_eq!((sold.head.total_minor, sold.due_minor), (3_750, 0));
    assert_eq!(sold.change_minor, 1_000);
    let mut parts: Vec<_> = sold.payments.iter().collect();
    parts.sort_by_key(|part| part.amount_minor);
    let told = |part: &OrderPayment| (part.amount_minor, part.book_minor, part.received_minor);
    assert_eq!(told(parts[0]), (1_250, Some(1_000), 1_000));
    assert_eq!(told(parts[1]), (2_500, Some(2_000), 2_000));
    let x = report(&shop);
    assert_eq!((x.sales_minor, x.expected_minor), (3_000, 12_000));
    let taxed = x.taxes[0].base_minor + x.taxes[0].tax_minor;
    assert_eq!((x.taxes.len(), taxed), (1, 3_000));
    let text = slip(&shop, &sold);
    for words in [
        "TOTAL USD",
        "37.50",
        "(1 USD = 0.8 GBP)",
        "30.00 GBP",
        "10.00 GBP",
    ] {
        assert!(text.contains(words), "{words} in\n{text}");
    }
    is_sound(&shop);
}

#[test]
fn cents_of_both_currencies_add_up_whatever_the_rate_is() {
    let (shop, mug) = shop();
    let rates = json!([
        { "currency": "USD", "rate": "0.7913", "from": "2026-11-01", "source": "Bank" }
    ]);
    let settings = json!({ "expected_version": 2, "exchange_rates": rates });
    shop.write::<BookInfo>("book.amend", settings);
    let payments = json!([
        { "method": "card", "amount_minor": 333 }, { "method": "bank", "amount_minor": 334 },
        { "method": "cash" }
    ]);
    let sold = paid(&shop, &mug, 3_000, &payments);
    let owed = sold.exchange.as_ref().map(|worth| worth.total_minor);
    let amounts: i64 = sold.payments.iter().map(|part| part.amount_minor).sum();
    let worth: Option<i64> = sold.payments.iter().map(|part| part.book_minor).sum();
    assert_eq!((amounts, sold.due_minor), (sold.head.total_minor, 0));
    assert_eq!((worth, owed), (Some(3_001), Some(3_001)));
    // 23.34 are left for cash: in coins of 0.05.
    let x = report(&shop);
    assert_eq!((x.sales_minor, x.rounding_minor), (3_001, 1));
    assert_eq!(x.cash_received_minor, 2_335);
    is_sound(&shop);
}

#[test]
fn the_orders_own_notes_pay_it_and_cash_goes_back_in_pounds_on_its_page() {
    let (shop, mug) = shop();
    let notes = json!([{ "method": "cash", "currency": "USD", "tendered_minor": 4_000 }]);
    let sold = paid(&shop, &mug, 3_000, &notes);
    let given = sold.payments[0].notes.clone().unwrap();
    assert_eq!((given.enough_minor, given.worth_minor), (3_750, 3_200));
    assert_eq!(sold.change_minor, 200);
    assert!(slip(&shop, &sold).contains("40.00 USD"));
    let line = sold.lines[0].line;
    let swap = json!({
        "back": [{ "line": line, "restocked_milli": 1_000 }], "lines": [], "method": "cash",
        "counter": true
    });
    let mut swap = shop.change(&sold, swap);
    swap["request_id"] = json!(shop.request());
    let refused = ("cash_other_currency".to_owned(), Some("method".to_owned()));
    assert_eq!(shop.refused("orders.swap", swap), refused);
    let back = json!({ "lines": [{ "line": line, "restocked_milli": 3_000 }] });
    let back: Order = shop.write("orders.receive_return", shop.change(&sold, back));
    let refund = json!({ "method": "cash", "amount_minor": 3_750 });
    let back: Order = shop.write("orders.refund", shop.change(&back, refund));
    assert_eq!(back.due_minor, 0);
    let x = report(&shop);
    assert_eq!(x.cash_refunded_minor, 3_000);
    assert_eq!(x.expected_minor, 10_000 - 200 - 3_000);
    assert_eq!(x.notes[0].received_minor, 4_000);
    is_sound(&shop);
}

#[test]
fn a_card_of_pounds_pays_its_part_of_a_cart_in_dollars() {
    let (shop, mug) = shop();
    let card = json!({
        "gift_card": "GIFT-1", "unit_price_micro": 25_000_000, "quantity_milli": 1_000
    });
    let sale = json!({ "channel": "counter", "method": "card", "lines": [card] });
    shop.write::<Order>("orders.sell", sale);
    let payments = json!([{ "method": "gift_card", "gift_card": "GIFT-1" }, { "method": "cash" }]);
    let sold = paid(&shop, &mug, 3_000, &payments);
    assert_eq!((sold.due_minor, sold.change_minor), (0, 0));
    let left: GiftCard = shop.call("gift_cards.by_code", json!({ "code": "GIFT-1" }));
    assert_eq!(left.row.balance_minor, 0);
    assert_eq!(report(&shop).cash_received_minor, 500);
    is_sound(&shop);
}
