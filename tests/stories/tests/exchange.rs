//! An exchange without a receipt, in one cart: a present comes back, something dearer is taken for
//! it, the difference is paid, and one receipt says both.

use anyhow::{Context, Result, ensure};
use serde_json::json;
use stories::Shop;

const MUG: &str = "4006381333931";
const CUP: &str = "5000000000012";

#[test]
#[ignore = "opens a window: cargo xtask test"]
fn goods_without_a_receipt_are_exchanged_for_others_with_one_difference() -> Result<()> {
    let shop = Shop::new()?;
    let products = [
        ("MUG-1", "Blue mug", 10_000_000, MUG),
        ("CUP-1", "Cup", 12_500_000, CUP),
    ];
    for (number, (sku, title, price, barcode)) in products.into_iter().enumerate() {
        let product = json!({
            "sku": sku, "title": title, "unit_price_micro": price, "tax": "standard",
            "barcodes": [barcode], "request_id": format!("00000000-0000-4000-8000-{number:012}")
        });
        shop.call("products.create", &product)?;
    }
    let window = shop.window()?;
    window.press("g s")?;
    window.wait_for_focus("combobox", "Scan or type")?;
    window.press("F10")?;
    window.wait_for_focus("combobox", "Sale")?;
    window.find("textbox", "Reason")?.focus()?;
    window.type_text("No")?;
    window.press("Return")?;
    window.wait_for_text("What comes back?")?;
    window.keys().scan(MUG)?;
    window.wait_for_text("To give back")?;
    window.press("alt+x")?;
    window.wait_for_text("What is scanned from now on is taken for it.")?;
    window.keys().scan(CUP)?;
    window.wait_for_text("2.50")?;
    window.check_accessibility("an exchange without a receipt")?;
    window.keep_picture("exchange-without-receipt")?;
    window.press("F2")?;
    window.wait_for_focus("textbox", "Card: amount")?;
    window.press("Return")?;
    window.wait_for_text("Exchanged: A-000001")?;
    window.check_accessibility("an exchange without a receipt that was made")?;
    let page = shop.call("orders.list", &json!({ "offset": 0, "limit": 9 }))?;
    let rows = page["rows"].as_array().context("the orders")?;
    ensure!(rows.len() == 1 && rows[0]["total_minor"] == 250, "{page}");
    let asked = json!({ "order": rows[0]["id"] });
    let slip = shop.call("receipts.preview", &asked)?;
    let text = slip["text"].as_str().context("a receipt")?;
    ensure!(text.contains("-10.00") && text.contains("12.50"), "{text}");
    window.end()
}
