//! How codes of scales are read is set up in the settings: a prefix that is not free is refused at
//! its box, and one that is brings its weight to the counter.

use anyhow::Result;
use serde_json::json;
use stories::Shop;

#[test]
#[ignore = "opens a window: cargo xtask test"]
fn a_prefix_is_set_up_and_its_code_brings_its_weight() -> Result<()> {
    let shop = Shop::new()?;
    let product = json!({
        "sku": "2112", "title": "Cheddar, mature", "unit_price_micro": 14_200_000,
        "tax": "standard", "request_id": "00000000-0000-4000-8000-000000000001"
    });
    shop.call("products.create", &product)?;
    let window = shop.window()?;
    window.go("settings/scales")?;
    window.wait_for_text("No prefix is set up")?;
    window.find("button", "Add a prefix")?.press()?;
    window.find("textbox", "Prefix, line 1")?.focus()?;
    window.type_text("40")?;
    window.press("ctrl+Return")?;
    window.wait_for_text("Shops may use 02 and 20 to 29.")?;
    window.check_accessibility("the settings of scale codes")?;
    window.find("textbox", "Prefix, line 1")?.focus()?;
    window.press("ctrl+a")?;
    window.type_text("21")?;
    window.press("ctrl+Return")?;
    window.wait_for_text("Settings saved")?;
    window.keep_picture("scale-settings")?;
    window.go("counter")?;
    window.wait_for_focus("combobox", "Scan or type")?;
    window.keys().scan("2102112004124")?;
    window.wait_for_text("5.85")?;
    window.end()
}
