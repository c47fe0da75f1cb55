//! The last mugs are shared out between two devices that are apart: each sells its share and not
//! one more, which the counter says when it is to be paid.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use stories::Shop;

const MUG: &str = "9506000134352";

#[test]
#[ignore = "opens a window: cargo xtask test"]
fn two_devices_share_out_the_last_mugs_and_sell_no_more_than_there_are() -> Result<()> {
    let shop = Shop::new()?;
    let mug = five_mugs(&shop)?;
    let stick = tempfile::tempdir()?;
    shop.sync(stick.path())?;
    let office = Shop::joined(stick.path(), "Office")?;
    office.sync(stick.path())?;
    shop.sync(stick.path())?;

    let window = shop.window()?;
    window.find("heading", "Today")?;
    window.go(&format!("stock/{mug}"))?;
    window.find("heading", "Shares of the devices")?;
    window.press("s")?;
    window.find("dialog", "Share this out among the devices")?;
    window.check_accessibility("sharing goods out")?;
    window.find("button", "Share out")?.press()?;
    window.find("button", "Give a share")?;
    window.press("s")?;
    window.find("dialog", "Give a share")?;
    window.wait_for_focus("textbox", "Quantity")?;
    window.type_text("6")?;
    window.press("ctrl+Return")?;
    window.wait_for_text("This device may not take so much")?;
    window.press("ctrl+a")?;
    window.type_text("3")?;
    window.check_accessibility("giving a share")?;
    window.press("ctrl+Return")?;
    window.wait_for_text("The share is given")?;
    window.check_accessibility("shares of devices")?;
    window.keep_picture("shares")?;

    shop.sync(stick.path())?;
    office.sync(stick.path())?;
    sell(&office, &mug, 3, 1)?;
    let beyond = sell(&office, &mug, 1, 2);
    ensure!(beyond.is_err(), "the office has sold its share: {beyond:?}");

    // The till has heard of nothing, and sells the two that are its own.
    window.press("g s")?;
    window.find("heading", "Counter")?;
    window.keys().scan_all(&[MUG, MUG, MUG], 60)?;
    window.wait_for_text("15.00")?;
    window.press("F2")?;
    window.wait_for_text("This device may not take so much")?;
    window.keep_picture("shares-at-the-counter")?;
    sell(&shop, &mug, 2, 3)?;
    for device in [&shop, &office, &shop] {
        device.sync(stick.path())?;
    }
    let product = shop.call("products.get", &json!({ "id": mug }))?;
    ensure!(product["on_hand_milli"] == 0, "{product}");
    window.end()
}

fn request(nth: u64) -> String {
    format!("00000000-0000-4000-8000-{nth:012}")
}

fn five_mugs(shop: &Shop) -> Result<String> {
    let mug = json!({
        "sku": "MUG-1", "title": "Blue mug", "unit_price_micro": 5_000_000, "tax": "standard",
        "barcodes": [MUG], "request_id": request(101),
    });
    let mug = shop.call("products.create", &mug)?["output"]["id"].clone();
    let stock = json!({
        "product": mug, "counted_milli": 5_000, "reason": "Count", "request_id": request(102)
    });
    shop.call("stock.adjust", &stock)?;
    Ok(mug.as_str().context("a product has an id")?.to_owned())
}

fn sell(device: &Shop, mug: &str, pieces: i64, nth: u64) -> Result<Value> {
    let line = json!({ "product": mug, "quantity_milli": pieces * 1_000 });
    let sale = json!({
        "channel": "counter", "method": "card", "lines": [line], "request_id": request(nth)
    });
    device.call("orders.sell", &sale)
}
