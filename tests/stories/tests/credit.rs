//! Money that the shop holds: a gift card is sold and spent at the counter, a refund goes to store
//! credit and pays the next cart, a lost card is replaced in the office.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use stories::counter::sell_a_card;
use stories::{MUG, Shop, Window};

const CARD: &str = "GIFT-0001";

/// A shop with mugs at 10.00 and a customer.
fn shop() -> Result<Shop> {
    let shop = Shop::with_mugs(10_000_000)?;
    shop.write("customers.create", json!({ "name": "Ada Byron" }))?;
    Ok(shop)
}

#[test]
#[ignore = "opens a window: cargo xtask test"]
fn a_gift_card_is_sold_spent_by_scan_and_replaced_when_it_is_lost() -> Result<()> {
    let shop = shop()?;
    let window = shop.window()?;
    sell_a_card(&window, CARD, "A-000001")?;
    window.keep_picture("a gift card sold")?;
    pay_by_scan(&window)?;
    replace_it(&window)?;
    let cards = shop.call("gift_cards.list", &json!({ "offset": 0, "limit": 9 }))?;
    let left = cards["rows"].as_array().context("the cards")?.iter();
    let left: i64 = left.filter_map(|row| row["balance_minor"].as_i64()).sum();
    ensure!(left == 1_500, "{cards}");
    window.end()
}

#[test]
#[ignore = "opens a window: cargo xtask test"]
fn what_a_card_paid_goes_back_on_it_when_the_goods_come_back() -> Result<()> {
    let shop = shop()?;
    let window = shop.window()?;
    sell_a_card(&window, CARD, "A-000001")?;
    pay_by_scan(&window)?;
    window.press("F10")?;
    window.wait_for_focus("combobox", "Sale")?;
    window.keys().scan("A-000002")?;
    window.wait_for_text("Back from A-000002")?;
    window.keys().scan(MUG)?;
    window.wait_for_text("−10.00")?;
    window.press("Return")?;
    window.wait_for_focus("combobox", "Scan or type")?;
    window.wait_for_text("It was paid by: Gift card")?;
    window.press("shift+F3")?;
    window.wait_for_focus("textbox", "Scan or type the code of the card")?;
    ensure!(
        window.focused()?.value()? == "GIFT0001",
        "the card that paid"
    );
    window.wait_for_text("15.00")?;
    window.check_accessibility("giving back on a gift card")?;
    window.keep_picture("giving-back-on-a-gift-card")?;
    window.press("Return")?;
    window.wait_for_text("Taken back: CN-A-000001")?;
    window.check_accessibility("goods that came back onto a gift card")?;
    let card = shop.call("gift_cards.by_code", &json!({ "code": CARD }))?;
    ensure!(card["balance_minor"] == 2_500, "{card}");
    window.end()
}

fn pay_by_scan(window: &Window) -> Result<()> {
    window.keys().scan(MUG)?;
    window.wait_for_text("10.00")?;
    window.keys().scan(CARD)?;
    window.wait_for_focus("textbox", "Scan or type the code of the card")?;
    window.wait_for_text("25.00")?;
    window.check_accessibility("paying by gift card")?;
    window.keep_picture("paying by gift card")?;
    window.press("Return")?;
    window.wait_for_text("A-000002")?;
    window.wait_for_text("15.00 left")
}

fn replace_it(window: &Window) -> Result<()> {
    window.go("gift_cards")?;
    window.find("heading", "Gift cards")?;
    window.check_accessibility("gift cards")?;
    window.keep_picture("gift cards")?;
    window.wait_for_text("GIFT0001")?;
    window.find("grid", "Gift cards")?.focus()?;
    window.press("Return")?;
    window.wait_for_text("Movements")?;
    window.check_accessibility("a gift card")?;
    window.keep_picture("a gift card")?;
    window.press("r")?;
    window.wait_for_focus("textbox", "Code")?;
    window.press("ctrl+a")?;
    window.type_text("GIFT-0002")?;
    window.press("ctrl+Return")?;
    window.wait_for_text("Replaced by GIFT0002")
}

#[test]
#[ignore = "opens a window: cargo xtask test"]
fn a_refund_goes_to_store_credit_and_pays_the_next_cart() -> Result<()> {
    let shop = shop()?;
    let customer = first(&shop, "customers.list")?;
    let product = first(&shop, "products.list")?;
    let sale = json!({
        "channel": "counter", "customer": customer["id"], "method": "card",
        "lines": [{ "product": product["id"], "quantity_milli": 1_000 }]
    });
    let sold = shop.write("orders.sell", sale)?;
    let back = json!({
        "id": sold["id"], "expected_version": sold["version"],
        "lines": [{ "line": 1, "restocked_milli": 1_000 }]
    });
    shop.write("orders.receive_return", back)?;
    let window = shop.window()?;
    window.go(&format!("orders/{}", sold["id"].as_str().context("an id")?))?;
    window.wait_for_text("A-000001")?;
    window.press("r")?;
    window.wait_for_focus("textbox", "Amount")?;
    window.find("button", "Method")?.focus()?;
    window.type_text("Store")?;
    window.check_accessibility("a refund to store credit")?;
    window.press("ctrl+Return")?;
    window.wait_for_text("10.00 refunded")?;
    give_more(&window, &customer)?;
    pay_with_it(&window)?;
    let held = shop.call("customers.store_credit", &json!({ "id": customer["id"] }))?;
    ensure!(held["balance_minor"] == 250, "{held}");
    window.end()
}

fn first(shop: &Shop, verb: &str) -> Result<Value> {
    let page = shop.call(verb, &json!({ "offset": 0, "limit": 1 }))?;
    Ok(page["rows"][0].clone())
}

fn give_more(window: &Window, customer: &Value) -> Result<()> {
    let id = customer["id"].as_str().context("an id")?;
    window.go(&format!("customers/{id}"))?;
    window.wait_for_text("Refunded to it")?;
    window.press("m")?;
    window.wait_for_focus("textbox", "Amount")?;
    window.type_text("2.50")?;
    window.find("textbox", "Reason")?.focus()?;
    window.type_text("Late parcel")?;
    window.check_accessibility("giving store credit")?;
    window.press("ctrl+Return")?;
    window.wait_for_text("2.50 of credit booked")?;
    window.wait_for_text("12.50")?;
    window.check_accessibility("a customer with store credit")?;
    window.keep_picture("a customer with store credit")
}

fn pay_with_it(window: &Window) -> Result<()> {
    window.press("g s")?;
    window.wait_for_focus("combobox", "Scan or type")?;
    window.keys().scan(MUG)?;
    window.press("F5")?;
    window.wait_for_focus("combobox", "Customer")?;
    window.choose("ada")?;
    window.wait_for_text("Store credit (12.50)")?;
    window.keep_picture("a cart with store credit")?;
    window.press("shift+F4")?;
    window.wait_for_text("A-000002")?;
    window.wait_for_text("2.50 left")
}
