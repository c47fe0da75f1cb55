//! Orders in another currency that are paid with money of the book, at the counter and in an
//! exchange: told as tests of several verbs.
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
    sell_card(&shop, "GIFT-1", 25_000_000);
    let payments = json!([{ "method": "gift_card", "gift_card": "GIFT-1" }, { "method": "cash" }]);
    let sold = paid(&shop, &mug, 3_000, &payments);
    assert_eq!((sold.due_minor, sold.change_minor), (0, 0));
    assert_eq!(on_card(&shop, "GIFT-1"), 0);
    assert_eq!(report(&shop).cash_received_minor, 500);
    is_sound(&shop);
}

/// A card with so much on it, which cash has paid.
fn sell_card(shop: &Shop, code: &str, value_micro: i64) {
    let card = json!({
        "gift_card": code, "unit_price_micro": value_micro, "quantity_milli": 1_000
    });
    let sale = json!({ "channel": "counter", "method": "card", "lines": [card] });
    shop.write::<Order>("orders.sell", sale);
}

fn on_card(shop: &Shop, code: &str) -> i64 {
    let card: GiftCard = shop.call("gift_cards.by_code", json!({ "code": code }));
    card.row.balance_minor
}

/// An order of a mug in dollars, 12.50, that was paid and sent.
fn sent(shop: &Shop, mug: &Product, customer: Option<&Customer>) -> Order {
    let mut order = in_dollars(mug, 1_000);
    order["customer"] = json!(customer.map(|customer| customer.row.id));
    let placed: Order = shop.write("orders.place", order);
    let pay = json!({ "method": "bank", "amount_minor": 1_250 });
    let paid: Order = shop.write("orders.pay", shop.change(&placed, pay));
    shop.write("orders.fulfil", shop.change(&paid, json!({})))
}

/// The mug for so many others, with the money that is said.
fn swap(shop: &Shop, order: &Order, (mug, milli): (&Product, i64), money: &Value) -> Value {
    let mut swap = json!({
        "back": [{ "line": order.lines[0].line, "restocked_milli": 1_000 }],
        "lines": [{ "product": mug.row.id, "quantity_milli": milli }], "handed_over": true
    });
    for (key, value) in money.as_object().unwrap() {
        swap[key] = value.clone();
    }
    shop.change(order, swap)
}

#[test]
fn the_difference_of_an_exchange_in_dollars_is_held_against_the_pounds_on_a_card() {
    let (shop, mug) = shop();
    sell_card(&shop, "GIFT-1", 10_000_000);
    let order = sent(&shop, &mug, None);
    // 12.50 dollars are due: all ten pounds of the card.
    let card = json!({ "method": "gift_card", "gift_card": "GIFT-1" });
    let done: Order = shop.write("orders.swap", swap(&shop, &order, (&mug, 2_000), &card));
    assert_eq!((done.due_minor, on_card(&shop, "GIFT-1")), (0, 0));
    is_sound(&shop);
}

#[test]
fn a_card_that_holds_too_few_pounds_pays_its_part_of_an_exchange_or_is_refused() {
    let (shop, mug) = shop();
    sell_card(&shop, "GIFT-1", 9_990_000);
    let order = sent(&shop, &mug, None);
    let card = json!({ "method": "gift_card", "gift_card": "GIFT-1" });
    let mut refused = swap(&shop, &order, (&mug, 2_000), &card);
    refused["request_id"] = json!(shop.request());
    assert_eq!(
        shop.refused("orders.swap", refused).0,
        "tendered_too_little"
    );
    let both = json!({ "payments": [
        { "method": "gift_card", "gift_card": "GIFT-1" }, { "method": "bank" }
    ] });
    let done: Order = shop.write("orders.swap", swap(&shop, &order, (&mug, 2_000), &both));
    assert_eq!((done.due_minor, on_card(&shop, "GIFT-1")), (0, 0));
    let parts = done.payments.iter().filter(|it| it.amount_minor != 1_250);
    let mut told: Vec<_> = parts.map(|it| (it.amount_minor, it.book_minor)).collect();
    told.sort_unstable();
    assert_eq!(told, [(1, Some(1)), (1_249, Some(999))]);
    is_sound(&shop);
}

#[test]
fn a_dollar_that_is_dearer_than_a_pound_takes_more_of_a_card_than_its_figure() {
    let (shop, mug) = shop();
    let rates = json!([
        { "currency": "USD", "rate": "1.25", "from": "2026-11-01", "source": "Bank" }
    ]);
    let settings = json!({ "expected_version": 2, "exchange_rates": rates });
    shop.write::<BookInfo>("book.amend", settings);
    let placed: Order = shop.write("orders.place", in_dollars(&mug, 1_000));
    let pay = json!({ "method": "bank", "amount_minor": 800 });
    let paid: Order = shop.write("orders.pay", shop.change(&placed, pay));
    let order: Order = shop.write("orders.fulfil", shop.change(&paid, json!({})));
    // Eight dollars are due, ten pounds; a figure of eight is not enough.
    sell_card(&shop, "GIFT-1", 8_000_000);
    let card = json!({ "method": "gift_card", "gift_card": "GIFT-1" });
    let mut refused = swap(&shop, &order, (&mug, 2_000), &card);
    refused["request_id"] = json!(shop.request());
    assert_eq!(
        shop.refused("orders.swap", refused).0,
        "tendered_too_little"
    );
    assert_eq!(on_card(&shop, "GIFT-1"), 800);
    is_sound(&shop);
}

#[test]
fn what_an_exchange_gives_back_goes_to_the_card_that_paid_and_store_credit_pays_another() {
    let (shop, mug) = shop();
    let ann = shop.customer("Ann");
    sell_card(&shop, "GIFT-1", 20_000_000);
    let mut order = in_dollars(&mug, 2_000);
    order["customer"] = json!(ann.row.id);
    let placed: Order = shop.write("orders.place", order);
    let pay = json!({ "method": "gift_card", "gift_card": "GIFT-1", "amount_minor": 2_500 });
    let paid: Order = shop.write("orders.pay", shop.change(&placed, pay));
    let order: Order = shop.write("orders.fulfil", shop.change(&paid, json!({})));
    assert_eq!(on_card(&shop, "GIFT-1"), 0);
    let all = json!({ "method": "gift_card" });
    let mut back = swap(&shop, &order, (&mug, 1_000), &all);
    back["back"][0]["restocked_milli"] = json!(2_000);
    let back: Order = shop.write("orders.swap", back);
    assert_eq!((back.due_minor, on_card(&shop, "GIFT-1")), (0, 1_000));
    // The other mug comes back for store credit, and that pays for one more and no cent beyond.
    let line = back.lines.last().unwrap().line;
    let credit = json!({
        "back": [{ "line": line, "restocked_milli": 1_000 }], "lines": [],
        "method": "store_credit"
    });
    shop.write::<Order>("orders.swap", shop.change(&back, credit));
    let held = || -> i64 {
        let held: StoreCredit = shop.call("customers.store_credit", json!({ "id": ann.row.id }));
        held.balance_minor
    };
    assert_eq!(held(), 1_000);
    let order = sent(&shop, &mug, Some(&ann));
    let credit = json!({ "method": "store_credit" });
    let done: Order = shop.write("orders.swap", swap(&shop, &order, (&mug, 2_000), &credit));
    assert_eq!((done.due_minor, held()), (0, 0));
    is_sound(&shop);
}

#[test]
fn what_a_customer_may_owe_is_held_against_what_an_order_in_dollars_is_worth() {
    let (shop, mug) = shop();
    let ann = json!({ "name": "Ann", "payment_days": 14, "credit_limit_minor": 2_000 });
    let ann: Customer = shop.write("customers.create", ann);
    let mut order = in_dollars(&mug, 2_000);
    order["customer"] = json!(ann.row.id);
    let beyond = |order: &Order| {
        let codes = order.warnings.iter();
        let mut beyond = codes.filter(|one| one.code == "credit_exceeded");
        beyond.find_map(|one| one.detail.clone())
    };
    // 25.00 dollars are 20.00 pounds: just what Ann may owe.
    let draft: Order = shop.write("orders.draft", order.clone());
    assert_eq!(beyond(&draft), None);
    order["lines"][0]["quantity_milli"] = json!(3_000);
    let draft: Order = shop.write("orders.draft", order);
    assert_eq!(beyond(&draft).as_deref(), Some("1000"));
}
