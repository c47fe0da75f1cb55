//! Books and windows: a book opens by its file, shows what other programs write to it, and is
//! remembered.

use anyhow::Result;
use serde_json::json;
use stories::Shop;

#[test]
#[ignore = "opens a window: cargo xtask test"]
fn a_book_opens_by_its_file_and_is_remembered() -> Result<()> {
    let shop = Shop::new()?;
    let window = shop.window()?;
    window.find("heading", "Today")?;
    let window = window.open_again(&[])?;
    window.wait_for_text("Opened before")?;
    window.wait_for_text("Corner Shop")?;
    window.check_accessibility("the start with a recent book")?;
    window.end()
}

#[test]
#[ignore = "opens a window: cargo xtask test"]
fn what_another_program_writes_shows_in_the_window() -> Result<()> {
    let shop = Shop::new()?;
    let window = shop.window()?;
    window.find("heading", "Today")?;
    window.press("g p")?;
    window.wait_for_text("No products yet")?;
    window.check_accessibility("no products")?;
    let mug = json!({
        "request_id": "00000000-0000-4000-8000-000000000001",
        "sku": "MUG-1", "title": "Blue mug", "unit_price_micro": 5_000_000,
    });
    shop.call("products.create", &mug)?;
    window.wait_for_text("Blue mug")?;
    window.check_accessibility("products")?;
    window.end()
}

#[test]
#[ignore = "opens a window: cargo xtask test"]
fn every_screen_of_a_full_book_is_accessible_in_light_and_in_dark() -> Result<()> {
    let shop = Shop::new()?;
    shop.seed(400)?;
    let window = shop.window()?;
    for theme in ["light", "dark"] {
        window.set_theme(theme)?;
        for screen in [
            "today",
            "orders",
            "products",
            "customers",
            "reports",
            "imports",
            "settings",
        ] {
            window.go(screen)?;
            window.check_accessibility(&format!("{screen}, {theme}"))?;
        }
    }
    window.end()
}
