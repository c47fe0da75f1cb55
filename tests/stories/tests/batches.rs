//! The same done with many orders at once: chosen by keys, tried before, told one by one after, and
//! tried again where it was refused.

use anyhow::{Result, ensure};
use serde_json::{Value, json};
use stories::{Shop, Window, paper};

#[test]
#[ignore = "opens a window: cargo xtask test"]
fn five_orders_are_shipped_at_once_and_the_one_on_hold_is_told_and_tried_again() -> Result<()> {
    let shop = Shop::new()?;
    let orders = five_orders(&shop)?;
    let held = json!({ "id": orders[2], "expected_version": 1, "reason": "address",
        "request_id": request(90) });
    shop.call("orders.hold", &held)?;
    let window = shop.window()?;
    window.find("heading", "Today")?;
    window.go("orders")?;
    window.wait_for_text("A-000005")?;
    choose_all(&window)?;
    begin(&window, "Ship")?;
    window.find("dialog", "Ship 5 orders")?;
    window.wait_for_text("4 would be done")?;
    window.wait_for_text("1 would be refused")?;
    window.check_accessibility("a batch before it starts")?;
    window.keep_picture("batch-preview")?;
    window.press("ctrl+Return")?;
    window.wait_for_text("4 done")?;
    window.wait_for_text("1 refused")?;
    window.wait_for_text("The order is on hold")?;
    window.find("link", "A-000003")?;
    window.check_accessibility("what a batch came to")?;
    window.keep_picture("batch-result")?;
    let held = shop.call("orders.get", &json!({ "id": orders[2] }))?;
    let lifted = json!({ "id": orders[2], "expected_version": held["version"],
        "request_id": request(91) });
    shop.call("orders.release", &lifted)?;
    window.find("button", "Try 1 order again")?.press()?;
    window.find("dialog", "Ship 1 order")?;
    window.wait_for_text("1 would be done")?;
    window.press("ctrl+Return")?;
    window.wait_for_text("1 done")?;
    for order in &orders {
        let now = shop.call("orders.get", &json!({ "id": order }))?;
        let shipments = now["shipments"].as_array().map_or(0, Vec::len);
        ensure!(shipments == 1, "shipped {shipments} times: {now}");
    }
    window.end()
}

#[test]
#[ignore = "opens a window: cargo xtask test"]
fn the_pick_lists_of_a_whole_list_come_as_one_file() -> Result<()> {
    let shop = Shop::new()?;
    five_orders(&shop)?;
    let window = shop.window()?;
    window.find("heading", "Today")?;
    window.go("orders")?;
    window.wait_for_text("With all 5 listed")?;
    begin(&window, "Pick lists")?;
    window.find("dialog", "Pick lists of 5 orders")?;
    window.wait_for_text("5 would be done")?;
    let file = shop.folder().join("lists.pdf");
    window.press("ctrl+Return")?;
    window.answer_file_dialog("Save the pick lists", &file)?;
    window.wait_for_text("5 done")?;
    ensure!(
        paper::pages_of(&file)? == 6,
        "a page for all, and one for each order"
    );
    let text = paper::text_of(&file)?;
    for said in [
        "Pick list for 5 orders",
        "A-000001: 2",
        "Pick list A-000001",
        "Pick list A-000005",
        "MUG-1",
        "Blue mug",
    ] {
        ensure!(text.contains(said), "{said} is missing: {text}");
    }
    window.end()
}

#[test]
#[ignore = "opens a window: cargo xtask test"]
fn rows_are_chosen_with_boxes_by_the_mouse_and_all_with_the_box_of_the_header() -> Result<()> {
    let shop = Shop::new()?;
    five_orders(&shop)?;
    let window = shop.window()?;
    window.find("heading", "Today")?;
    window.go("orders")?;
    window.wait_for_text("With all 5 listed")?;
    window.find("checkbox", "Select A-000002")?.press()?;
    window.find("checkbox", "Select A-000004")?.press()?;
    window.wait_for_text("With 2 selected")?;
    window.check_accessibility("rows with boxes")?;
    window.find("checkbox", "Select A-000004")?.press()?;
    window.wait_for_text("With 1 selected")?;
    window
        .find("checkbox", "Select all rows of the list")?
        .press()?;
    window.wait_for_text("With 5 selected")?;
    window
        .find("checkbox", "Select all rows of the list")?
        .press()?;
    window.wait_for_text("With all 5 listed")?;
    window.end()
}

/// All rows of the table, by keys.
fn choose_all(window: &Window) -> Result<()> {
    window.find("grid", "Orders")?.focus()?;
    window.press("ctrl+a")?;
    window.wait_for_text("With 5 selected")
}

/// Opens the menu of what can be done with many and chooses.
fn begin(window: &Window, action: &str) -> Result<()> {
    window.find("grid", "Orders")?.focus()?;
    window.press("b")?;
    window.find("menuitem", action)?.press()
}

fn request(number: u8) -> String {
    format!("00000000-0000-4000-8000-{number:012}")
}

/// Five placed orders of a mug, by the command line; their ids.
fn five_orders(shop: &Shop) -> Result<Vec<Value>> {
    let mug = json!({ "request_id": request(1), "sku": "MUG-1", "title": "Blue mug",
        "unit_price_micro": 5_000_000 });
    let mug = shop.call("products.create", &mug)?["output"]["id"].clone();
    let place = |number: u8| {
        let lines = json!([{ "product": mug, "quantity_milli": 2_000 }]);
        let order = json!({ "request_id": request(number), "channel": "phone", "lines": lines });
        Ok(shop.call("orders.place", &order)?["output"]["id"].clone())
    };
    (2..7).map(place).collect()
}

#[test]
#[ignore = "opens a window: cargo xtask test"]
fn goods_are_set_aside_for_orders_that_wait_when_they_have_come() -> Result<()> {
    let shop = Shop::new()?;
    let by_hand = json!({ "expected_version": 1, "allocation_policy": "available",
        "request_id": request(80) });
    shop.call("book.amend", &by_hand)?;
    let orders = five_orders(&shop)?;
    let mug = shop.call("orders.get", &json!({ "id": orders[0] }))?["lines"][0]["product"].clone();
    let came = json!({ "product": mug, "quantity_milli": 7_000, "reason": "found",
        "request_id": request(81) });
    shop.call("stock.adjust", &came)?;
    let window = shop.window()?;
    window.find("heading", "Today")?;
    window.go("orders")?;
    window.wait_for_text("A-000005")?;
    choose_all(&window)?;
    begin(&window, "Allocate")?;
    window.find("dialog", "Allocate goods to 5 orders")?;
    window.wait_for_text("5 would be done")?;
    window.press("ctrl+Return")?;
    window.wait_for_text("4 done")?;
    window.wait_for_text("1 waiting for goods")?;
    window.wait_for_text("1 refused")?;
    window.check_accessibility("what was allocated")?;
    window.keep_picture("batch-allocated")?;
    window.find("button", "Close")?.press()?;
    window.go(&format!(
        "orders/{}",
        orders[3].as_str().unwrap_or_default()
    ))?;
    window.wait_for_text("waiting for goods")?;
    let more = json!({ "product": mug, "quantity_milli": 5_000, "reason": "found",
        "request_id": request(82) });
    shop.call("stock.adjust", &more)?;
    window.press("shift+a")?;
    window.wait_for_text("Goods set aside for")?;
    window.wait_for_text("Allocated")?;
    window.end()
}
