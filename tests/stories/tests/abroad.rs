//! An order in dollars whose coupon is an amount of pounds, paid in part by a gift card that holds
//! pounds: from the form to the order's page, every figure in the currency that it is said in.

use anyhow::{Context, Result, ensure};
use serde_json::json;
use stories::counter::sell_a_card;
use stories::{Shop, Window};

const CARD: &str = "GIFT-0001";

/// A shop with mugs at 10.00, a dollar worth 0.80, and a coupon of 10.00 off 20.00 and more.
fn shop() -> Result<Shop> {
    let shop = Shop::with_mugs(10_000_000)?;
    shop.trade_in_dollars()?;
    let coupon = json!({
        "name": "Ten off", "effect": "order_fixed", "amount_minor": 1_000,
        "minimum_minor": 2_000, "coupon": "TEN"
    });
    shop.write("promotions.create", coupon)?;
    Ok(shop)
}

#[test]
#[ignore = "opens a window: cargo xtask test"]
fn an_order_in_dollars_takes_a_coupon_of_pounds_and_is_paid_in_part_by_a_card() -> Result<()> {
    let shop = shop()?;
    let window = shop.window()?;
    sell_a_card(&window, CARD, "A-000001")?;
    write_it(&window)?;
    pay_a_part(&window)?;
    let card = shop.call("gift_cards.by_code", &json!({ "code": CARD }))?;
    ensure!(card["balance_minor"] == 1_700, "{card}");
    let page = shop.call("orders.list", &json!({ "offset": 0, "limit": 1 }))?;
    let id = page["rows"][0]["id"].as_str().context("the order")?;
    let order = shop.call("orders.get", &json!({ "id": id }))?;
    ensure!(
        (order["total_minor"] == 2_500) && (order["due_minor"] == 1_500),
        "{order}"
    );
    ensure!(order["exchange"]["total_minor"] == 2_000, "{order}");
    window.end()
}

/// Three mugs are 37.50 dollars; ten pounds off them are 12.50. One mug is too little.
fn write_it(window: &Window) -> Result<()> {
    window.press("alt+n")?;
    window.wait_for_focus("combobox", "Customer")?;
    window.find("button", "Currency")?.focus()?;
    window.type_text("USD")?;
    window.find("combobox", "Product")?.focus()?;
    window.choose("mug")?;
    window.wait_for_focus("textbox", "Quantity, line 1")?;
    window.wait_for_text("12.50")?;
    window.find("textbox", "Coupon code")?.focus()?;
    window.type_text("ten")?;
    window.wait_for_text("12.50 USD more is needed for this coupon.")?;
    window.check_accessibility("a coupon that dollars do not earn yet")?;
    window.find("textbox", "Quantity, line 1")?.focus()?;
    window.press("ctrl+a")?;
    window.type_text("3")?;
    window.press("Return")?;
    window.wait_for_text("25.00")?;
    window.wait_for_text("Ten off (TEN): 10.00 GBP at the order’s rate")?;
    window.wait_for_text("1 USD = 0.8 GBP")?;
    window.check_accessibility("a coupon of pounds on an order in dollars")?;
    window.keep_picture("dollars-with-a-coupon")?;
    window.press("ctrl+Return")?;
    window.wait_for_text("A-000002 placed")?;
    window.wait_for_text("Ten off (TEN): 10.00 GBP at the order’s rate")?;
    window.wait_for_text("Worth in GBP")
}

/// Ten dollars are eight pounds of the card.
fn pay_a_part(window: &Window) -> Result<()> {
    window.press("m")?;
    window.wait_for_focus("textbox", "Amount")?;
    window.press("ctrl+a")?;
    window.type_text("10")?;
    window.find("button", "Method")?.focus()?;
    window.type_text("Gift")?;
    window.find("textbox", "Code")?.focus()?;
    window.type_text(CARD)?;
    window.check_accessibility("a card of pounds pays dollars")?;
    window.keep_picture("dollars-by-card")?;
    window.press("ctrl+Return")?;
    window.wait_for_text("worth 8.00 GBP")?;
    window.wait_for_text("15.00")?;
    window.check_accessibility("dollars that are paid in part")?;
    window.keep_picture("dollars-paid-in-part")
}
