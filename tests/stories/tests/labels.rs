//! Labels of a product are printed from its page and scanned again: what a decoder reads from the
//! printed sheet is the product's barcode, and the book finds the product by it.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};
use rxing::helpers::detect_in_luma;
use serde_json::{Value, json};
use stories::Shop;

/// Dots of an inch, as many as a usual printer has.
const DPI: usize = 300;
/// A label of the usual sheet, tenths of a millimetre.
const LABEL: (usize, usize) = (700, 370);

#[test]
#[ignore = "opens a window: cargo xtask test"]
fn labels_that_were_printed_scan_to_the_product_that_they_are_of() -> Result<()> {
    let shop = Shop::new()?;
    let product = product(&shop)?;
    let window = shop.window()?;
    window.find("heading", "Today")?;
    window.go(&format!(
        "products/{}",
        product["id"].as_str().unwrap_or_default()
    ))?;
    window.find("heading", "Enamel mug")?;
    window.press("l")?;
    window.find("dialog", "Labels: MUG-1")?;
    window.wait_for_text("1 label on 1 sheet")?;
    window.check_accessibility("labels")?;
    let file = shop.folder().join("labels.pdf");
    window.press("ctrl+Return")?;
    window.answer_file_dialog("Save labels", &file)?;
    window.wait_for_text("Labels written:")?;
    let scanned = scan(&file)?;
    ensure!(scanned == "6291041500213", "the label scans as {scanned}");
    let found = shop.call("products.by_code", &json!({ "code": scanned }))?;
    ensure!(found.to_string().contains("MUG-1"), "{found}");
    window.end()
}

#[test]
#[ignore = "opens a window: cargo xtask test"]
fn the_page_of_a_product_says_what_it_is_worth_and_what_will_be_sold() -> Result<()> {
    let shop = Shop::new()?;
    let product = product(&shop)?;
    let found = json!({
        "request_id": "00000000-0000-4000-8000-000000000002", "product": product["id"],
        "quantity_milli": 8_000, "unit_cost_micro": 10_000_000, "reason": "opening",
    });
    shop.call("stock.adjust", &found)?;
    let window = shop.window()?;
    window.find("heading", "Today")?;
    window.go(&format!(
        "products/{}",
        product["id"].as_str().unwrap_or_default()
    ))?;
    window.find("heading", "Enamel mug")?;
    window.press("w")?;
    window.wait_for_text("80.00 GBP")?;
    window.wait_for_text("First in, first out")?;
    window.wait_for_text("Nothing has been sold yet.")?;
    window.check_accessibility("value and forecast of a product")?;
    window.end()
}

/// A product with a barcode, made by the command line.
fn product(shop: &Shop) -> Result<Value> {
    let input = json!({
        "request_id": "00000000-0000-4000-8000-000000000001", "sku": "MUG-1",
        "title": "Enamel mug", "unit_price_micro": 12_500_000, "barcodes": ["6291041500213"],
    });
    let written = shop.call("products.create", &input)?;
    Ok(written["output"].clone())
}

/// Draws the first page as a printer does and reads the code of its first label.
fn scan(pdf: &Path) -> Result<String> {
    let picture = pdf.with_extension("pgm");
    let stem = pdf.with_extension("");
    let drawn = Command::new("pdftoppm")
        .args(["-gray", "-r", &DPI.to_string(), "-singlefile"])
        .args([pdf, &stem])
        .status()
        .context("pdftoppm is missing: run `cargo xtask test`")?;
    ensure!(drawn.success(), "the sheet cannot be drawn");
    let bytes = std::fs::read(&picture)?;
    let (width, dots) = grey(&bytes).context("no grey picture was drawn")?;
    let [across, down] = [LABEL.0, LABEL.1].map(|tenths| tenths * DPI / 254);
    let lines = dots.chunks(width).take(down);
    let label = lines.flat_map(|line| line[..across].to_vec()).collect();
    let found = detect_in_luma(label, across as u32, down as u32, None);
    let found = found.map_err(|error| anyhow::anyhow!("nothing to scan: {error}"))?;
    Ok(found.getText().to_owned())
}

/// The width and the dots of a portable grey map: `P5`, width, height, 255, dots.
fn grey(bytes: &[u8]) -> Option<(usize, &[u8])> {
    let mut at = 0;
    let mut fields = Vec::new();
    while fields.len() < 4 {
        let end = at + bytes[at..].iter().position(u8::is_ascii_whitespace)?;
        fields.push(std::str::from_utf8(&bytes[at..end]).ok()?);
        at = end + 1;
    }
    let width = fields[1].parse().ok()?;
    (fields[0] == "P5").then_some((width, &bytes[at..]))
}
