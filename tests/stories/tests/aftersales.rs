//! What comes after a sale that went another way: money given back, an order cancelled, a draft
//! thrown away, goods held, sent in parts and taken back; all by keyboard.

use anyhow::{Result, ensure};
use serde_json::{Value, json};
use stories::{Shop, Window};

#[test]
#[ignore = "opens a window: cargo xtask test"]
fn money_is_given_back_an_order_is_cancelled_and_a_draft_discarded() -> Result<()> {
    let shop = Shop::new()?;
    let mug = shop.call("products.create", &mug())?["output"]["id"].clone();
    let paid = order(&shop, "orders.sell", &mug, json!({ "method": "card" }), 2)?;
    let placed = order(&shop, "orders.place", &mug, json!({}), 3)?;
    let draft = order(&shop, "orders.draft", &mug, json!({}), 4)?;
    let window = shop.window()?;
    window.find("heading", "Today")?;
    refund_one_pound(&window, &paid)?;
    cancel(&window, &placed)?;
    discard(&window, &draft)?;
    let drafts = json!({ "filter": { "state": ["draft"] }, "offset": 0, "limit": 1 });
    ensure!(
        shop.call("orders.list", &drafts)?["total"] == 0,
        "the draft is still listed"
    );
    window.end()
}

#[test]
#[ignore = "opens a window: cargo xtask test"]
fn an_order_is_held_shipped_in_parts_taken_back_and_refunded() -> Result<()> {
    let shop = Shop::new()?;
    let mug = shop.call("products.create", &mug())?["output"]["id"].clone();
    let order = order(&shop, "orders.place", &mug, json!({}), 2)?;
    let window = shop.window()?;
    window.find("heading", "Today")?;
    window.go(&format!("orders/{order}"))?;
    window.find("heading", "A-000001")?;
    window.press("m")?;
    window.wait_for_focus("textbox", "Amount")?;
    window.press("ctrl+Return")?;
    window.wait_for_text("10.00 received for A-000001")?;
    hold_and_release(&window)?;
    ship_in_parts(&window)?;
    take_back_both(&window)?;
    window.press("r")?;
    window.find("dialog", "Refund")?;
    window.wait_for_focus("textbox", "Amount")?;
    window.press("ctrl+Return")?;
    window.wait_for_text("10.00 refunded for A-000001")?;
    window.wait_for_text("Closed")?;
    let told = shop.call("orders.get", &json!({ "id": order }))?;
    ensure!(
        told["returns"][0]["number"] == "CN-A-000001" && told["due_minor"] == 0,
        "the credit note and its money: {told}"
    );
    window.end()
}

#[test]
#[ignore = "opens a window: cargo xtask test"]
fn a_part_is_called_off_the_same_is_ordered_again_and_a_carrier_is_added() -> Result<()> {
    let shop = Shop::new()?;
    let mug = shop.call("products.create", &mug())?["output"]["id"].clone();
    let ann = json!({ "name": "Ann Lee", "request_id": "00000000-0000-4000-8000-000000000009" });
    let ann = shop.call("customers.create", &ann)?["output"]["id"].clone();
    let order = order(&shop, "orders.place", &mug, json!({ "customer": ann }), 2)?;
    let window = shop.window()?;
    window.find("heading", "Today")?;
    window.go(&format!("orders/{order}"))?;
    window.find("heading", "A-000001")?;
    call_off_one(&window)?;
    window.press("shift+d")?;
    window.wait_for_text("A new draft with the same lines")?;
    window.wait_for_text("A-000001, less than a day old, has the same lines")?;
    window.check_accessibility("an order that repeats another")?;
    window.keep_picture("order-repeated")?;
    window.go("settings/carriers")?;
    window.find("heading", "Carriers")?;
    window.find("button", "Add a carrier")?.press()?;
    window.find("textbox", "Name, line 8")?.focus()?;
    window.type_text("Van")?;
    window.check_accessibility("the carriers")?;
    window.keep_picture("settings-carriers")?;
    window.press("ctrl+Return")?;
    window.wait_until("the carrier among those of the book", || {
        let info = shop.call("book.info", &json!({}))?;
        Ok((info["carriers"][7]["name"] == "Van").then_some(()))
    })?;
    window.end()
}

fn call_off_one(window: &Window) -> Result<()> {
    window.press("x")?;
    window.find("dialog", "Cancel A-000001?")?;
    window.find("textbox", "To cancel, line 1")?.focus()?;
    window.press("ctrl+a")?;
    window.type_text("1")?;
    window.press("Return")?;
    window.wait_for_focus("textbox", "Reason")?;
    window.wait_for_text("Total after it 5.00")?;
    window.check_accessibility("calling off a part")?;
    window.keep_picture("order-calling-off-a-part")?;
    window.press("ctrl+Return")?;
    window.wait_for_text("Part of A-000001 cancelled")?;
    window.wait_for_text("1 cancelled")
}

fn hold_and_release(window: &Window) -> Result<()> {
    window.press("h")?;
    window.find("dialog", "Put on hold")?;
    window.press("Return")?;
    window.wait_for_focus("textbox", "Note")?;
    window.type_text("Card looks odd")?;
    window.check_accessibility("putting on hold")?;
    window.press("ctrl+Return")?;
    window.wait_for_text("On hold: Payment review")?;
    window.wait_for_text("Card looks odd")?;
    window.check_accessibility("an order on hold")?;
    window.keep_picture("order-on-hold")?;
    window.press("shift+h")?;
    window.wait_for_text("A-000001 is not on hold any more")
}

fn ship_in_parts(window: &Window) -> Result<()> {
    window.press("s")?;
    window.find("dialog", "Ship")?;
    window.find("textbox", "To ship, line 1")?.focus()?;
    window.press("ctrl+a")?;
    window.type_text("1")?;
    window.press("Return")?;
    window.type_text("DPD")?;
    window.press("Return")?;
    window.wait_for_focus("textbox", "Tracking number")?;
    window.type_text("01234")?;
    window.keep_picture("order-shipping-a-part")?;
    window.press("ctrl+Return")?;
    window.wait_for_text("Part shipped")?;
    window.find("link", "01234")?;
    window.press("a")?;
    window.wait_for_text("Shipment of A-000001 has arrived")?;
    window.press("s")?;
    window.find("dialog", "Ship")?;
    window.press("ctrl+Return")?;
    window.wait_until_gone("Part shipped")
}

fn take_back_both(window: &Window) -> Result<()> {
    window.press("b")?;
    window.find("dialog", "Take back goods of A-000001")?;
    window.wait_for_focus("textbox", "Back to stock, line 1")?;
    window.type_text("1")?;
    window.press("Return")?;
    window.wait_for_focus("textbox", "To scrap, line 1")?;
    window.type_text("1")?;
    window.press("Return")?;
    window.wait_for_focus("textbox", "Reason")?;
    window.type_text("Handle broken")?;
    window.wait_for_text("Then owed to the customer")?;
    window.check_accessibility("taking back")?;
    window.keep_picture("order-taking-back")?;
    window.press("ctrl+Return")?;
    window.wait_for_text("CN-A-000001")?;
    window.wait_for_text("Credit owed")?;
    window.check_accessibility("an order with a return")?;
    window.keep_picture("order-taken-back")
}

fn mug() -> Value {
    json!({
        "request_id": "00000000-0000-4000-8000-000000000001",
        "sku": "MUG-1", "title": "Blue mug", "unit_price_micro": 5_000_000,
    })
}

/// Writes an order of two mugs by the command line; answers with its id.
fn order(shop: &Shop, verb: &str, mug: &Value, more: Value, request: u8) -> Result<String> {
    let mut input = json!({
        "request_id": format!("00000000-0000-4000-8000-{request:012}"), "channel": "counter",
        "lines": [{ "product": mug, "quantity_milli": 2_000 }],
    });
    for (key, value) in more.as_object().into_iter().flatten() {
        input[key] = value.clone();
    }
    let written = shop.call(verb, &input)?;
    Ok(written["output"]["id"]
        .as_str()
        .unwrap_or_default()
        .to_owned())
}

fn refund_one_pound(window: &Window, order: &str) -> Result<()> {
    window.go(&format!("orders/{order}"))?;
    window.find("heading", "A-000001")?;
    window.press("r")?;
    window.find("dialog", "Refund")?;
    window.wait_for_focus("textbox", "Amount")?;
    window.press("ctrl+a")?;
    window.type_text("1")?;
    window.check_accessibility("giving money back")?;
    window.press("ctrl+Return")?;
    window.wait_for_text("1.00 refunded for A-000001")
}

fn cancel(window: &Window, order: &str) -> Result<()> {
    window.go(&format!("orders/{order}"))?;
    window.find("heading", "A-000002")?;
    window.press("x")?;
    window.find("dialog", "Cancel A-000002?")?;
    window.wait_for_focus("textbox", "Reason")?;
    window.type_text("Changed her mind")?;
    window.check_accessibility("cancelling")?;
    window.press("ctrl+Return")?;
    window.wait_for_text("A-000002 cancelled")?;
    window.wait_for_text("Changed her mind")
}

fn discard(window: &Window, order: &str) -> Result<()> {
    window.go(&format!("orders/{order}"))?;
    window.find("heading", "Draft")?;
    window.press("d")?;
    window.wait_for_focus("button", "Discard draft")?;
    window.press("Return")?;
    window.wait_for_text("Draft discarded")
}
