//! A gift card pays the difference of an exchange: it is sold at the counter, goods of an order
//! come back for dearer ones in the office, and what they cost more is taken from the card.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use stories::counter::sell_a_card;
use stories::{Shop, Window};

const CARD: &str = "GIFT-0001";

fn request(number: u32) -> String {
    format!("00000000-0000-4000-8000-{number:012}")
}

/// A shop with mugs at 10.00 and cups at 12.50, and a mug that was sold.
fn shop() -> Result<(Shop, Value)> {
    let shop = Shop::new()?;
    let mut products = Vec::new();
    for (number, sku, title, price) in [
        (1, "MUG-1", "Blue mug", 10_000_000),
        (2, "CUP-1", "Cup", 12_500_000),
    ] {
        let product = json!({
            "sku": sku, "title": title, "unit_price_micro": price, "tax": "standard",
            "request_id": request(number)
        });
        products.push(shop.call("products.create", &product)?["output"].clone());
    }
    let sale = json!({
        "channel": "counter", "method": "card", "request_id": request(3),
        "lines": [{ "product": products[0]["id"], "quantity_milli": 1_000 }]
    });
    let sold = shop.call("orders.sell", &sale)?["output"].clone();
    Ok((shop, sold))
}

#[test]
#[ignore = "opens a window: cargo xtask test"]
fn a_gift_card_pays_what_goods_cost_more_that_are_taken_for_others() -> Result<()> {
    let (shop, sold) = shop()?;
    let window = shop.window()?;
    sell_a_card(&window, CARD, "A-000002")?;
    let id = sold["id"].as_str().context("an id")?;
    window.go(&format!("orders/{id}"))?;
    window.wait_for_text("A-000001")?;
    exchange(&window)?;
    let card = shop.call("gift_cards.by_code", &json!({ "code": CARD }))?;
    ensure!(card["balance_minor"] == 2_250, "{card}");
    let order = shop.call("orders.get", &json!({ "id": id }))?;
    ensure!(
        order["due_minor"] == 0 && order["total_minor"] == 1_250,
        "{order}"
    );
    window.end()
}

/// The mug comes back for a cup: 2.50 more. A code that nobody knows is refused at its box.
fn exchange(window: &Window) -> Result<()> {
    window.press("w")?;
    window.find("dialog", "Exchange goods of A-000001")?;
    window.wait_for_focus("textbox", "Back to stock, line 1")?;
    window.type_text("1")?;
    window.find("combobox", "Product")?.focus()?;
    window.type_text("cup")?;
    window.wait_until("the cup among the hits", || {
        Ok(window.all("option")?.into_iter().next())
    })?;
    window.press("Return")?;
    window.wait_for_text("2.50")?;
    window.find("button", "The difference by")?.focus()?;
    window.type_text("Gift")?;
    window.find("textbox", "Code")?.focus()?;
    window.type_text("GIFT-0009")?;
    window.press("ctrl+Return")?;
    window.wait_for_text("There is no card with this code.")?;
    window.wait_for_focus("textbox", "Code")?;
    window.check_accessibility("a card that nobody knows")?;
    window.press("ctrl+a")?;
    window.type_text(CARD)?;
    window.keep_picture("exchange-by-gift-card")?;
    window.press("ctrl+Return")?;
    window.wait_for_text("Goods of A-000001 exchanged")
}
