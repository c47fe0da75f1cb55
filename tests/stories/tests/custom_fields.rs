//! Fields of the shop's own: defined in the settings, filled in on a product, seen on its page and in
//! the list when the window is opened again.

use anyhow::{Result, ensure};
use serde_json::json;
use stories::{Shop, Window};

#[test]
#[ignore = "opens a window: cargo xtask test"]
fn a_choice_and_a_number_are_defined_filled_in_and_seen_again() -> Result<()> {
    let shop = Shop::new()?;
    let made = shop.call(
        "products.create",
        &json!({
            "sku": "MUG", "title": "Blue mug", "unit_price_micro": 10_000_000,
            "request_id": "00000000-0000-4000-8000-000000000001"
        }),
    )?;
    let mug = made["output"]["id"].as_str().unwrap_or_default();
    let window = shop.window()?;
    window.find("heading", "Today")?;
    define(&window)?;

    window.go(&format!("products/{mug}/edit"))?;
    window.find("button", "Glaze")?.focus()?;
    window.type_text("C")?;
    window.find("textbox", "Height (cm)")?.focus()?;
    window.type_text("9.55")?;
    window.press("ctrl+Return")?;
    window.wait_for_text("decimals")?;
    window.check_accessibility("a product's own fields in its form")?;
    window.find("textbox", "Height (cm)")?.focus()?;
    window.press("ctrl+a")?;
    window.type_text("9.5")?;
    window.press("ctrl+Return")?;
    window.wait_for_text("MUG saved")?;
    window.wait_for_text("Celadon")?;
    window.keep_picture("custom-fields-page")?;

    let book = shop.book().display().to_string();
    let window = window.open_again(&[&book])?;
    window.find("heading", "Today")?;
    window.go(&format!("products/{mug}"))?;
    window.wait_for_text("Celadon")?;
    window.wait_for_text("9.5")?;
    window.go("products?text=celadon")?;
    window.wait_for_text("Blue mug")?;
    window.find("button", "Columns")?.press()?;
    window.find("menuitemcheckbox", "Glaze")?.press()?;
    window.find("menuitemcheckbox", "Height (cm)")?.press()?;
    window.press("Escape")?;
    window.find("gridcell", "Celadon")?;
    window.find("gridcell", "9.5")?;
    window.check_accessibility("the list with columns of the shop's own")?;
    window.keep_picture("custom-fields-list")?;
    window.end()?;
    let now = shop.call("products.get", &json!({ "id": mug }))?;
    let custom = &now["custom"];
    ensure!(
        custom["glaze"] == json!({ "choice": "Celadon" }),
        "{custom}"
    );
    ensure!(
        custom["height_cm"] == json!({ "number_micro": 9_500_000 }),
        "{custom}"
    );
    Ok(())
}

/// Defines a choice of three, and a number with one decimal.
fn define(window: &Window) -> Result<()> {
    window.go("settings/fields")?;
    window.wait_for_text("No fields yet")?;
    window.find("button", "Add a field of products")?.press()?;
    window.wait_for_focus("textbox", "Title")?;
    window.type_text("Glaze")?;
    window.find("button", "Holds")?.focus()?;
    window.type_text("Ch")?;
    window.find("textbox", "Options")?.focus()?;
    window.type_text("Celadon\nTenmoku\nShino")?;
    window.check_accessibility("a custom field being defined")?;
    window.press("ctrl+Return")?;
    window.wait_for_text("Field saved: Glaze")?;
    window.find("button", "Add a field of products")?.press()?;
    window.wait_for_focus("textbox", "Title")?;
    window.type_text("Height (cm)")?;
    window.find("button", "Holds")?.focus()?;
    window.type_text("N")?;
    window.find("button", "Decimals")?.focus()?;
    window.type_text("1")?;
    window.press("ctrl+Return")?;
    window.wait_for_text("Field saved: Height (cm)")?;
    window.check_accessibility("the settings of custom fields")?;
    window.keep_picture("custom-fields-settings")
}
