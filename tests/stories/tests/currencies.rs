//! An order in another currency: its rate is kept in the settings, the order is written in dollars
//! and worth pounds, and it is paid at the rate of the day.

use anyhow::{Context, Result};
use serde_json::json;
use stories::{Shop, Window};

#[test]
#[ignore = "opens a window: cargo xtask test"]
fn an_order_is_written_in_dollars_and_counts_in_pounds() -> Result<()> {
    let shop = Shop::with_mugs(10_000_000)?;
    let window = shop.window()?;
    write_a_rate(&window)?;
    order_in_dollars(&window)?;
    pay_it(&window)?;
    let page = shop.call("orders.list", &json!({ "offset": 0, "limit": 1 }))?;
    let id = page["rows"][0]["id"]
        .as_str()
        .context("the order")?
        .to_owned();
    let order = shop.call("orders.get", &json!({ "id": id }))?;
    anyhow::ensure!(order["payments"][0]["book_minor"] == 1_000, "{order}");
    window.end()
}

fn write_a_rate(window: &Window) -> Result<()> {
    window.go("settings/rates")?;
    window.find("button", "Add a rate")?.press()?;
    window.find("textbox", "Currency, line 1")?.focus()?;
    window.type_text("USD")?;
    window.find("textbox", "Rate in GBP, line 1")?.focus()?;
    window.type_text("0.8")?;
    window.find("textbox", "Source, line 1")?.focus()?;
    window.type_text("Bank")?;
    window.check_accessibility("exchange rates")?;
    window.keep_picture("exchange rates")?;
    window.press("ctrl+Return")?;
    window.wait_for_text("Settings saved")
}

/// A mug for 10.00 pounds is 12.50 dollars.
fn order_in_dollars(window: &Window) -> Result<()> {
    window.press("alt+n")?;
    window.wait_for_focus("combobox", "Customer")?;
    window.find("button", "Currency")?.focus()?;
    window.type_text("USD")?;
    window.find("combobox", "Product")?.focus()?;
    window.choose("mug")?;
    window.wait_for_text("12.50")?;
    window.wait_for_text("1 USD = 0.8 GBP")?;
    window.check_accessibility("an order in dollars")?;
    window.press("ctrl+Return")?;
    window.wait_for_text("A-000001 placed")?;
    window.wait_for_text("Worth in GBP")?;
    window.keep_picture("an order in dollars")
}

fn pay_it(window: &Window) -> Result<()> {
    window.press("m")?;
    window.wait_for_focus("textbox", "Amount")?;
    window.find("button", "Method")?.focus()?;
    window.type_text("Bank")?;
    window.press("ctrl+Return")?;
    window.wait_for_text("worth 10.00 GBP")
}
