//! A day in the back office, by keyboard: a quote becomes an order, which is shipped twice because
//! goods were missing, changed on the phone in between, billed, paid, and taken back in part.

use anyhow::{Result, ensure};
use serde_json::{Value, json};
use stories::{Shop, Window};

#[test]
#[ignore = "opens a window: cargo xtask test"]
fn a_quote_comes_to_cash_through_a_backorder_a_change_and_a_partial_return() -> Result<()> {
    let shop = Shop::new()?;
    let mug = four_mugs(&shop)?;
    let customer = json!({ "name": "Ann Lee", "request_id": request(3) });
    shop.call("customers.create", &customer)?;
    let window = shop.window()?;
    window.find("heading", "Today")?;
    quote_six_mugs(&window)?;
    place_and_ship_what_is_there(&window)?;
    want_one_fewer(&window)?;
    let delivery = json!({
        "product": mug, "quantity_milli": 10_000, "reason": "Delivery", "request_id": request(4)
    });
    shop.call("stock.adjust", &delivery)?;
    ship_the_rest(&window)?;
    bill_and_take_the_money(&window)?;
    take_one_back(&window)?;
    check_the_books(&shop, &mug)?;
    window.end()
}

fn request(nth: u8) -> String {
    format!("00000000-0000-4000-8000-{nth:012}")
}

fn four_mugs(shop: &Shop) -> Result<Value> {
    let mug = json!({
        "sku": "MUG-1", "title": "Blue mug", "unit_price_micro": 5_000_000, "tax": "standard",
        "request_id": request(1),
    });
    let mug = shop.call("products.create", &mug)?["output"]["id"].clone();
    let stock = json!({
        "product": mug, "counted_milli": 4_000, "reason": "Count", "request_id": request(2)
    });
    shop.call("stock.adjust", &stock)?;
    Ok(mug)
}

fn quote_six_mugs(window: &Window) -> Result<()> {
    window.press("alt+n")?;
    window.wait_for_focus("combobox", "Customer")?;
    window.choose("ann")?;
    window.find("combobox", "Product")?.focus()?;
    window.choose("mug")?;
    window.wait_for_focus("textbox", "Quantity, line 1")?;
    window.press("ctrl+a")?;
    window.type_text("6")?;
    window.press("Return")?;
    window.wait_for_text("30.00")?;
    window.press("ctrl+s")?;
    window.wait_for_text("Draft made")?;
    window.press("q")?;
    window.find("dialog", "Quote this order")?;
    window.press("ctrl+Return")?;
    window.wait_for_text("Q-A-000001 is quoted")
}

fn place_and_ship_what_is_there(window: &Window) -> Result<()> {
    window.press("p")?;
    window.wait_for_text("A-000001 placed")?;
    window.find("heading", "A-000001")?;
    window.press("shift+s")?;
    window.wait_for_text("What was there of A-000001 is shipped")?;
    window.wait_for_text("Part shipped")?;
    window.keep_picture("office-backorder")?;
    window.press("g o")?;
    window.find("heading", "Orders")?;
    window.go("orders?open=backordered")?;
    window.wait_for_text("1 order")?;
    window.find("grid", "Orders")?.focus()?;
    window.press("Home Return")?;
    window.find("heading", "A-000001").map(drop)
}

fn want_one_fewer(window: &Window) -> Result<()> {
    window.press("e")?;
    window.find("heading", "Change A-000001")?;
    window.find("textbox", "Quantity, line 1")?.focus()?;
    window.press("ctrl+a")?;
    window.type_text("5")?;
    window.find("textbox", "Reason")?.focus()?;
    window.type_text("One fewer on the phone")?;
    window.wait_for_text("−5.00")?;
    window.press("ctrl+Return")?;
    window.wait_for_text("A-000001 changed")
}

fn ship_the_rest(window: &Window) -> Result<()> {
    window.press("s")?;
    window.find("dialog", "Ship")?;
    window.press("ctrl+Return")?;
    window.wait_until_gone("Part shipped")
}

fn bill_and_take_the_money(window: &Window) -> Result<()> {
    window.press("i")?;
    window.find("heading", "Documents")?;
    window.find("image", "Order confirmation, page 1 of 1")?;
    window.find("link", "Invoice Not issued yet")?.press()?;
    window.find("image", "Invoice, page 1 of 1")?;
    window.press("i")?;
    window.wait_for_text("Invoice I-A-000001 issued")?;
    window.press("Escape")?;
    window.find("heading", "A-000001")?;
    window.press("m")?;
    window.wait_for_focus("textbox", "Amount")?;
    window.press("ctrl+Return")?;
    window.wait_for_text("25.00 received for A-000001")
}

fn take_one_back(window: &Window) -> Result<()> {
    window.press("b")?;
    window.find("dialog", "Take back goods of A-000001")?;
    window.wait_for_focus("textbox", "Back to stock, line 1")?;
    window.type_text("1")?;
    window.press("Return")?;
    window.press("ctrl+Return")?;
    window.wait_for_text("CN-A-000001")?;
    window.press("r")?;
    window.find("dialog", "Refund")?;
    window.wait_for_focus("textbox", "Amount")?;
    window.press("ctrl+Return")?;
    window.wait_for_text("5.00 refunded for A-000001")?;
    window.wait_for_text("Closed")?;
    window.check_accessibility("an order at its end")?;
    window.keep_picture("office-end")
}

/// Of four mugs and ten, five went out and one came back; five were paid for and one given back.
fn check_the_books(shop: &Shop, mug: &Value) -> Result<()> {
    let orders = json!({ "offset": 0, "limit": 2 });
    let orders = shop.call("orders.list", &orders)?;
    ensure!(orders["total"] == 1, "one order is expected: {orders}");
    let id = &orders["rows"][0]["id"];
    let order = shop.call("orders.get", &json!({ "id": id }))?;
    ensure!(
        order["state"] == "closed" && order["due_minor"] == 0 && order["paid_minor"] == 2_000,
        "four mugs at 5.00, paid and done: {order}"
    );
    ensure!(
        order["shipments"].as_array().map(Vec::len) == Some(2),
        "two shipments are expected: {order}"
    );
    let mug = shop.call("products.get", &json!({ "id": mug }))?["stock"][0].clone();
    ensure!(
        mug["on_hand_milli"] == 10_000 && mug["available_milli"] == 10_000,
        "ten mugs are left: {mug}"
    );
    Ok(())
}
