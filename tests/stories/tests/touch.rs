//! A counter for fingers: higher rows and keys, a number pad that fills the box above it, tiles;
//! in light and dark, without a letter typed.

use anyhow::Result;
use serde_json::{Value, json};
use stories::{Shop, Window};

const MUG: &str = "4006381333931";

#[test]
#[ignore = "opens a window: cargo xtask test"]
fn a_sale_is_made_by_fingers_alone() -> Result<()> {
    let shop = Shop::new()?;
    let product = json!({
        "sku": "MUG-1", "title": "Blue mug", "unit_price_micro": 17_500_000, "tax": "standard",
        "barcodes": [MUG], "request_id": "00000000-0000-4000-8000-000000000001"
    });
    let written = shop.call("products.create", &product)?;
    let tile = |place, label, tone| tile(&written["output"]["id"], place, label, tone);
    let tiles = [
        tile(0, "Blue mug", "accent"),
        tile(1, "Bag", "plain"),
        tile(2, "Cup of tea", "good"),
        tile(3, "Newspaper", "info"),
        tile(7, "Bread, sliced or whole", "warn"),
        tile(8, "Deposit", "bad"),
    ];
    let pages = json!({
        "expected_version": 1, "request_id": "00000000-0000-4000-8000-000000000002",
        "tile_pages": [{ "name": "Morning", "tiles": tiles }, { "name": "Noon", "tiles": [] }]
    });
    shop.call("book.amend", &pages)?;
    let window = shop.window()?;
    window.press("ctrl+k")?;
    window.find("dialog", "Find or do anything")?;
    window.choose("rows and keys for fingers")?;
    window.wait_until("the palette to close", || {
        Ok(window.all("dialog")?.is_empty().then_some(()))
    })?;
    window.go("counter")?;
    window.wait_for_focus("combobox", "Scan or type")?;
    window.find("button", "Blue mug")?.press()?;
    window.wait_for_text("tax 2.92")?;
    for theme in ["light", "dark"] {
        window.set_theme(theme)?;
        window.check_accessibility("a counter for fingers")?;
        window.keep_picture(&format!("touch-{theme}"))?;
    }
    window.find("button", "Cash")?.press()?;
    window.wait_for_focus("textbox", "Cash given")?;
    for key in ["2", "0"] {
        window.find("button", key)?.press()?;
    }
    window.wait_for_text("2.50")?;
    window.check_accessibility("a number pad")?;
    window.keep_picture("touch-pad")?;
    complete(&window)?;
    window.end()
}

fn tile(product: &Value, place: u8, label: &str, tone: &str) -> Value {
    json!({ "place": place, "product": product, "label": label, "tone": tone })
}

fn complete(window: &Window) -> Result<()> {
    window.find("button", "Complete sale")?.press()?;
    window.wait_for_text("Sold A-000001")
}
