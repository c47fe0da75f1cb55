//! Goods in boxes, and goods kept back at places: a box is written down with its code, scanned at
//! the counter and in a count, and each place keeps back what it says.

use std::time::Duration;

use anyhow::{Result, ensure};
use serde_json::{Value, json};
use stories::{MUG, Shop, Window};

/// The code on a box of twelve mugs.
const BOX: &str = "14006381333938";
/// Keys that come sooner before a code are taken for the scanner's own; nobody is as quick.
const TAKING_UP_THE_SCANNER: Duration = Duration::from_millis(200);

#[test]
#[ignore = "opens a window: cargo xtask test"]
fn a_box_of_twelve_is_written_down_sold_and_counted_by_its_code() -> Result<()> {
    let shop = Shop::with_mugs(1_000_000)?;
    let page = shop.call("products.list", &json!({ "offset": 0, "limit": 1 }))?;
    let mug = page["rows"][0]["id"].as_str().unwrap_or_default();
    shop.write("locations.create", json!({ "name": "North" }))?;
    let found = json!({ "product": mug, "quantity_milli": 40_000, "reason": "Opening" });
    shop.write("stock.adjust", found)?;
    let window = shop.window()?;
    window.find("heading", "Today")?;
    write_down(&shop, &window, mug)?;
    sell(&window)?;
    count(&shop, &window)?;
    window.set_theme("dark")?;
    window.go(&format!("products/{mug}/edit"))?;
    window.find("textbox", "Pack, line 1")?;
    window.check_accessibility("packs and places in the dark")?;
    window.keep_picture("packs-form-dark")?;
    window.end()
}

fn write_down(shop: &Shop, window: &Window, mug: &str) -> Result<()> {
    window.go(&format!("products/{mug}/edit"))?;
    window.find("button", "Add a pack")?.press()?;
    window.find("textbox", "Pack, line 1")?.focus()?;
    window.type_text("Box")?;
    window.press("Tab")?;
    window.type_text("12")?;
    window.press("Tab")?;
    window.type_text(BOX)?;
    window.find("textbox", "North")?.focus()?;
    window.type_text("6")?;
    window.press("Tab")?;
    window.check_accessibility("packs and places of a product")?;
    window.keep_picture("packs-form")?;
    window.press("ctrl+Return")?;
    window.wait_for_text("MUG-1 saved")?;
    window.wait_for_text("Box: 12")?;
    window.wait_for_text("Kept back")?;
    window.keep_picture("packs-product")?;
    let now = shop.call("products.get", &json!({ "id": mug }))?;
    ensure!(now["packs"][0]["quantity_milli"] == 12_000, "{now}");
    ensure!(now["kept_back_milli"] == 6_000, "{now}");
    ensure!(now["available_milli"] == 34_000, "{now}");
    Ok(())
}

/// A box and a mug, and two boxes at once.
fn sell(window: &Window) -> Result<()> {
    window.press("g s")?;
    window.wait_for_focus("combobox", "Scan or type")?;
    window.keys().scan_all(&[BOX, MUG], 40)?;
    window.wait_for_text("13.00")?;
    window.type_text("2*")?;
    std::thread::sleep(TAKING_UP_THE_SCANNER);
    window.keys().scan_all(&[BOX], 40)?;
    window.wait_for_text("37.00")?;
    window.press("F2")?;
    window.wait_for_focus("textbox", "Card: amount")?;
    window.press("Return")?;
    window.wait_for_text("Sold A-000001")
}

fn count(shop: &Shop, window: &Window) -> Result<()> {
    let opened = shop.write(
        "counts.open",
        json!({ "location": "main", "title": "Boxes" }),
    )?;
    let id = opened["id"].as_str().unwrap_or_default();
    window.go(&format!("counts/{id}"))?;
    window.find("heading", "Boxes")?;
    window.keys().scan_all(&[BOX, MUG], 40)?;
    window.wait_until("the box to be counted", || {
        let count: Value = shop.call("counts.get", &json!({ "id": id }))?;
        let lines = count["lines"].as_array().into_iter().flatten();
        let found = lines.filter_map(|line| line["counted_milli"].as_i64());
        Ok((found.sum::<i64>() == 13_000).then_some(()))
    })
}
