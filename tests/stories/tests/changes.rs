//! A placed order is changed by keyboard: seen before it is saved, found on the order's page, taken
//! back; what was issued says that it has to be corrected.

use anyhow::{Result, ensure};
use serde_json::json;
use stories::Shop;

#[test]
#[ignore = "opens a window: cargo xtask test"]
fn a_placed_order_is_changed_and_the_change_is_taken_back() -> Result<()> {
    let shop = Shop::new()?;
    let mug = json!({
        "sku": "MUG", "title": "Enamel mug", "unit_price_micro": 5_000_000,
        "tax": "standard", "request_id": "00000000-0000-4000-8000-000000000001"
    });
    let mug = shop.call("products.create", &mug)?["output"]["id"].clone();
    let sale = json!({
        "channel": "phone", "lines": [{ "product": mug, "quantity_milli": 2_000 }],
        "request_id": "00000000-0000-4000-8000-000000000002"
    });
    let order = shop.call("orders.place", &sale)?["output"].clone();
    let invoice = json!({
        "id": order["id"], "expected_version": order["version"], "kind": "invoice",
        "request_id": "00000000-0000-4000-8000-000000000003"
    });
    shop.call("documents.issue", &invoice)?;
    let id = order["id"].as_str().unwrap_or_default();
    let window = shop.window()?;
    window.find("heading", "Today")?;
    window.go(&format!("orders/{id}"))?;
    window.find("heading", "A-000001")?;
    window.press("e")?;
    window.find("heading", "Change A-000001")?;
    window.find("textbox", "Quantity, line 1")?.focus()?;
    window.press("ctrl+a")?;
    window.type_text("3")?;
    window.find("textbox", "Reason")?.focus()?;
    window.type_text("One more on the phone")?;
    window.wait_for_text("+5.00")?;
    window.wait_for_text("I-A-000001 has been issued and will not change")?;
    window.check_accessibility("an order being changed")?;
    window.keep_picture("order-change")?;
    window.press("ctrl+Return")?;
    window.wait_for_text("A-000001 changed")?;
    window.wait_for_text("I-A-000001 says other amounts than the order now")?;
    window.check_accessibility("an order that was changed")?;
    window.keep_picture("order-changed")?;
    window.press("z")?;
    window.find("dialog", "Take back the change of A-000001?")?;
    window.wait_for_text("Total before")?;
    window.keep_picture("order-take-back")?;
    window.press("ctrl+Return")?;
    window.wait_for_text("Change of A-000001 taken back")?;
    let told = shop.call("orders.get", &json!({ "id": order["id"] }))?;
    ensure!(
        told["total_minor"] == 1_000 && told["edits"].as_array().map(Vec::len) == Some(2),
        "the order is what it was before: {told}"
    );
    window.end()
}

#[test]
#[ignore = "opens a window: cargo xtask test"]
fn a_draft_is_quoted_declined_quoted_again_and_placed_and_tagged() -> Result<()> {
    let shop = Shop::new()?;
    let lines = json!([{
        "title": "Engraving", "quantity_milli": 1_000, "unit_price_micro": 9_000_000
    }]);
    let draft = json!({
        "channel": "phone", "lines": lines, "promised": "2020-01-31",
        "request_id": "00000000-0000-4000-8000-000000000001"
    });
    let draft = shop.call("orders.draft", &draft)?["output"]["id"].clone();
    let id = draft.as_str().unwrap_or_default();
    let window = shop.window()?;
    window.find("heading", "Today")?;
    window.go(&format!("orders/{id}"))?;
    window.find("heading", "Draft")?;
    window.press("q")?;
    window.find("dialog", "Quote this order")?;
    window.check_accessibility("quoting an order")?;
    window.press("ctrl+Return")?;
    window.wait_for_text("Q-A-000001 is quoted")?;
    window.wait_for_text("valid until")?;
    window.keep_picture("order-quoted")?;
    window.press("shift+q")?;
    window.find("dialog", "Is the quote not wanted?")?;
    window.type_text("Too dear")?;
    window.press("ctrl+Return")?;
    window.wait_for_text("Q-A-000001 was declined")?;
    window.press("q")?;
    window.find("dialog", "Quote this order")?;
    window.press("ctrl+Return")?;
    window.wait_for_text("Q-A-000001-2 is quoted")?;
    window.press("p")?;
    window.wait_for_text("late since")?;
    window.press("l")?;
    window.find("dialog", "Tags of A-000001")?;
    window.type_text("gift, engraved")?;
    window.press("ctrl+Return")?;
    window.find("link", "#gift")?;
    window.check_accessibility("an order with tags")?;
    window.keep_picture("order-tagged")?;
    window.go("orders?tag=gift")?;
    window.wait_for_text("1 order")?;
    window.go("orders?open=late")?;
    window.wait_for_text("1 order")?;
    window.end()
}

#[test]
#[ignore = "opens a window: cargo xtask test"]
fn what_needs_a_person_is_assigned_and_solved_and_goods_are_exchanged() -> Result<()> {
    let shop = Shop::new()?;
    let product = |sku: &str, price: i64, number: u8| {
        shop.call(
            "products.create",
            &json!({
                "sku": sku, "title": sku, "unit_price_micro": price, "tax": "standard",
                "request_id": format!("00000000-0000-4000-8000-00000000000{number}")
            }),
        )
    };
    let mug = product("MUG", 5_000_000, 1)?["output"]["id"].clone();
    product("CUP", 7_000_000, 2)?;
    let sale = json!({
        "channel": "counter", "method": "card",
        "lines": [{ "product": mug, "quantity_milli": 1_000 }],
        "request_id": "00000000-0000-4000-8000-000000000003"
    });
    let sold = shop.call("orders.sell", &sale)?["output"]["id"].clone();
    let window = shop.window()?;
    window.find("heading", "Today")?;
    window.go("inbox")?;
    window.wait_for_text("More went out than the book knew of.")?;
    window.press("a")?;
    window.find("dialog", "Who looks after MUG MUG?")?;
    window.check_accessibility("assigning an exception")?;
    window.type_text("Eve")?;
    window.press("ctrl+Return")?;
    window.wait_for_text("Eve looks after MUG MUG")?;
    window.check_accessibility("what needs a person")?;
    window.keep_picture("inbox")?;
    window.go(&format!("orders/{}", sold.as_str().unwrap_or_default()))?;
    window.find("heading", "A-000001")?;
    window.press("w")?;
    window.find("dialog", "Exchange goods of A-000001")?;
    window.wait_for_focus("textbox", "Back to stock, line 1")?;
    window.type_text("1")?;
    window.find("combobox", "Product")?.focus()?;
    window.type_text("CUP")?;
    window.wait_for_text("7.00")?;
    window.press("Return")?;
    window.wait_for_focus("textbox", "Quantity, line 1")?;
    window.wait_for_text("To be paid")?;
    window.wait_for_text("2.00")?;
    window.check_accessibility("exchanging goods")?;
    window.keep_picture("order-exchange")?;
    window.press("ctrl+Return")?;
    window.wait_for_text("Goods of A-000001 exchanged")?;
    let told = shop.call("orders.get", &json!({ "id": sold }))?;
    ensure!(
        told["state"] == "closed" && told["total_minor"] == 700,
        "exchanged and settled: {told}"
    );
    window.end()
}
