//! Other currencies at the counter: notes are taken at the rate of the day, the change is the
//! shop's own money, and the count at night tells them apart; an order that was parked in dollars
//! is paid in pounds.

use anyhow::{Result, ensure};
use serde_json::json;
use stories::{MUG, Shop, Window};

/// A shop with mugs at 17.50, where a dollar is worth 0.80.
fn shop() -> Result<Shop> {
    let shop = Shop::with_mugs(17_500_000)?;
    shop.trade_in_dollars()?;
    Ok(shop)
}

#[test]
#[ignore = "opens a window: cargo xtask test"]
fn dollars_pay_at_the_counter_with_change_in_pounds_and_are_counted_apart() -> Result<()> {
    let shop = shop()?;
    let window = shop.window()?;
    window.press("g s")?;
    window.wait_for_focus("combobox", "Scan or type")?;
    open_with_a_float(&window)?;
    pay_in_dollars(&window)?;
    count(&window)?;
    let z = shop.call("till.report", &json!({ "number": "A-000001" }))?;
    ensure!(z["difference_minor"] == 0, "{z}");
    ensure!(z["notes"][0]["difference_minor"] == -100, "{z}");
    ensure!(z["notes"][0]["expected_minor"] == 4_000, "{z}");
    window.end()
}

#[test]
#[ignore = "opens a window: cargo xtask test"]
fn an_order_that_was_parked_in_dollars_is_paid_in_pounds() -> Result<()> {
    let shop = shop()?;
    let mug = shop.call("products.list", &json!({ "offset": 0, "limit": 1 }))?;
    let draft = json!({
        "channel": "counter", "currency": "USD",
        "lines": [{ "product": mug["rows"][0]["id"], "quantity_milli": 2_000 }],
        "request_id": "00000000-0000-4000-8000-000000000003"
    });
    shop.call("orders.draft", &draft)?;
    let window = shop.window()?;
    window.press("g s")?;
    window.wait_for_focus("combobox", "Scan or type")?;
    window.press("shift+F9")?;
    window.wait_for_text("43.76 USD")?;
    window.check_accessibility("a parked order in dollars")?;
    window.press("Return")?;
    window.wait_for_text("worth 35.01 GBP (1 USD = 0.8 GBP)")?;
    window.check_accessibility("a cart in dollars")?;
    window.keep_picture("a-cart-in-dollars")?;
    window.press("F1")?;
    window.wait_for_focus("textbox", "Cash given")?;
    window.type_text("40")?;
    window.wait_for_text("4.99")?;
    window.check_accessibility("paying dollars in pounds")?;
    window.keep_picture("paying-dollars-in-pounds")?;
    window.press("Return")?;
    window.wait_for_text("Sold A-000001")?;
    window.wait_for_text("4.99 GBP")?;
    window.keep_picture("dollars-paid-in-pounds")?;
    let page = shop.call("orders.list", &json!({ "offset": 0, "limit": 2 }))?;
    ensure!(page["total"] == 1, "{page}");
    ensure!(page["rows"][0]["payment"] == "paid", "{page}");
    window.end()
}

fn open_with_a_float(window: &Window) -> Result<()> {
    window.press("alt+t")?;
    window.wait_for_focus("textbox", "Float in the drawer")?;
    window.type_text("100")?;
    window.find("textbox", "Notes and coins in USD")?.focus()?;
    window.type_text("10")?;
    window.check_accessibility("a float in two currencies")?;
    window.keep_picture("a-float-in-two-currencies")?;
    window.press("Return")?;
    window.wait_for_text("The till is open")?;
    window.wait_for_focus("combobox", "Scan or type")
}

fn pay_in_dollars(window: &Window) -> Result<()> {
    window.keys().scan(MUG)?;
    window.wait_for_text("tax 2.92")?;
    window.press("F1")?;
    window.wait_for_focus("textbox", "Cash given")?;
    window.press("shift+F1")?;
    window.wait_for_focus("textbox", "Cash given in USD")?;
    window.wait_for_text("To pay in USD")?;
    window.wait_for_text("21.88")?;
    window.type_text("30")?;
    window.wait_for_text("6.50")?;
    window.check_accessibility("paying in dollars")?;
    window.keep_picture("paying-in-dollars")?;
    window.press("Return")?;
    window.wait_for_text("Sold A-000001")?;
    window.wait_for_text("taken for 24.00 (1 USD = 0.8 GBP)")?;
    window.keep_picture("paid-in-dollars")
}

/// Of 100.00 pounds, 6.50 went out as change; of ten dollars and thirty, one is missing.
fn count(window: &Window) -> Result<()> {
    window.press("alt+t")?;
    window.wait_for_focus("button", "Cash in")?;
    window.press("Down Down Down Return")?;
    window.wait_for_focus("textbox", "50.00")?;
    window.type_text("1")?;
    for (size, many) in [("20.00", "2"), ("2.00", "1"), ("1.00", "1"), ("0.50", "1")] {
        window.find("textbox", size)?.focus()?;
        window.type_text(many)?;
    }
    window.find("textbox", "Notes and coins in USD")?.focus()?;
    window.type_text("39")?;
    window.check_accessibility("counting dollars")?;
    window.keep_picture("counting-dollars")?;
    window.find("button", "Confirm count")?.press()?;
    window.wait_for_text("Difference in USD")?;
    window.keep_picture("dollars-counted")
}
