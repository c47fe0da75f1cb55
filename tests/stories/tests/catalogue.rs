//! The catalogue: a product split into variants, and prices of many products changed and taken
//! back.

use anyhow::{Result, ensure};
use serde_json::{Value, json};
use stories::Shop;

#[test]
#[ignore = "opens a window: cargo xtask test"]
fn a_shirt_gets_sizes_and_colours_and_each_variant_is_sold_by_itself() -> Result<()> {
    let shop = Shop::new()?;
    let shirt = product(&shop, 1, "SHIRT", "Linen shirt", 39_000_000)?;
    let window = shop.window()?;
    window.find("heading", "Today")?;
    window.go(&format!("products/{shirt}"))?;
    window.wait_for_text("Linen shirt")?;
    window.press("shift+v")?;
    window.wait_for_focus("textbox", "Option, line 1")?;
    window.type_text("Size")?;
    window.press("Tab")?;
    window.type_text("S, M")?;
    window.find("button", "Add an option")?.press()?;
    window.find("textbox", "Option, line 2")?.focus()?;
    window.type_text("Colour")?;
    window.press("Tab")?;
    window.type_text("white, blue")?;
    window.wait_for_text("4 combinations")?;
    window.find("checkbox", "Offer M, white")?.press()?;
    let sku = window.find("textbox", "SKU, line 2")?;
    ensure!(sku.value()? == "SHIRT-S-BLUE", "{}", sku.value()?);
    window.check_accessibility("variants laid out")?;
    window.keep_picture("variants-form")?;
    window.press("ctrl+Return")?;
    window.wait_for_text("3 variants made")?;
    window.find("link", "SHIRT-M-BLUE")?;
    window.check_accessibility("a product in variants")?;
    window.keep_picture("variants")?;
    let now = shop.call("products.get", &json!({ "id": shirt }))?;
    let skus: Vec<_> = variants(&now)
        .iter()
        .map(|one| one["row"]["sku"].clone())
        .collect();
    ensure!(
        skus == ["SHIRT-S-WHITE", "SHIRT-S-BLUE", "SHIRT-M-BLUE"],
        "{skus:?}"
    );
    window.find("link", "SHIRT-M-BLUE")?.press()?;
    window.wait_for_text("Variant of")?;
    window.find("link", "Linen shirt")?;
    window.end()
}

#[test]
#[ignore = "opens a window: cargo xtask test"]
fn prices_of_many_products_are_seen_before_changed_and_taken_back() -> Result<()> {
    let shop = Shop::new()?;
    let mug = product(&shop, 1, "MUG", "Blue mug", 10_000_000)?;
    let cup = product(&shop, 2, "CUP", "White cup", 4_500_000)?;
    let both = [mug, cup];
    let window = shop.window()?;
    window.find("heading", "Today")?;
    window.go("products")?;
    window.wait_for_text("With all 2 listed")?;
    window.find("grid", "Products")?.focus()?;
    window.press("b")?;
    window.find("menuitem", "Change prices")?.press()?;
    window.find("dialog", "Prices of 2 products")?;
    window.wait_for_focus("textbox", "Per cent")?;
    window.type_text("10")?;
    window.press("Tab")?;
    window.wait_for_text("11.00")?;
    window.wait_for_text("2 would change")?;
    window.check_accessibility("a bulk edit before it is applied")?;
    window.keep_picture("bulk-preview")?;
    window.press("ctrl+Return")?;
    window.wait_for_text("2 products changed")?;
    ensure!(
        prices(&shop, &both)? == [11_000_000, 4_950_000],
        "not changed"
    );
    window.find("button", "Undo")?.press()?;
    window.wait_for_text("2 products as before")?;
    ensure!(
        prices(&shop, &both)? == [10_000_000, 4_500_000],
        "not taken back"
    );
    window.end()
}

/// A product, by the command line; its id.
fn product(shop: &Shop, number: u8, sku: &str, title: &str, price_micro: i64) -> Result<String> {
    let request_id = format!("00000000-0000-4000-8000-{number:012}");
    let input = json!({ "sku": sku, "title": title, "unit_price_micro": price_micro,
        "request_id": request_id });
    let made = shop.call("products.create", &input)?;
    Ok(made["output"]["id"].as_str().unwrap_or_default().to_owned())
}

fn variants(of: &Value) -> &[Value] {
    of["variants"].as_array().map_or(&[], Vec::as_slice)
}

fn prices(shop: &Shop, products: &[String]) -> Result<Vec<i64>> {
    let price = |id: &String| {
        let now = shop.call("products.get", &json!({ "id": id }))?;
        Ok(now["unit_price_micro"].as_i64().unwrap_or_default())
    };
    products.iter().map(price).collect()
}
