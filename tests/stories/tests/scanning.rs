//! A thousand codes from a scanner, twenty a second, while the page is out of breath: every one of
//! them is sold, none of them twice.

use std::collections::BTreeMap;
use std::time::Duration;

use anyhow::{Result, ensure};
use serde_json::{Value, json};
use stories::{Shop, Window};

const PRODUCTS: u64 = 20;
const SCANS: u64 = 1_000;
/// What is left of a twentieth of a second when the keys of a code have come.
const REST_MS: u32 = 30;
/// When it is clear that the page never catches up. How fast it is, is no question of this test.
const BREATH: Duration = Duration::from_secs(300);
/// The page's own work: so much of every hundred milliseconds.
const BUSY_MS: u32 = 40;

#[test]
#[ignore = "opens a window: cargo xtask test"]
fn a_thousand_scans_are_a_thousand_pieces_sold() -> Result<()> {
    let shop = Shop::new()?;
    let products = (0..PRODUCTS)
        .map(|nth| Ok((add_product(&shop, nth)?, ean(nth))))
        .collect::<Result<Vec<_>>>()?;
    // A walk that comes to every product equally often, and never twice in a row.
    let codes: Vec<&str> = (0..SCANS)
        .map(|scan| products[(scan * 7 % PRODUCTS) as usize].1.as_str())
        .collect();
    let window = shop.window()?;
    window.press("g s")?;
    window.wait_for_focus("combobox", "Scan or type")?;
    window.keep_busy(BUSY_MS)?;
    window.keys().scan_all(&codes, REST_MS)?;
    let order = sell_by_card(&shop, &window)?;
    let each = SCANS / PRODUCTS * 1_000;
    let expected = products.iter().map(|(id, _)| (id.clone(), each)).collect();
    ensure!(
        pieces(&order) == expected,
        "the sale holds {:?}",
        pieces(&order)
    );
    window.end()
}

fn add_product(shop: &Shop, nth: u64) -> Result<String> {
    let product = json!({
        "sku": format!("ITEM-{nth}"), "title": format!("Item {nth}"), "unit_price_micro": 1_000_000,
        "tax": "standard", "barcodes": [ean(nth)], "request_id": request(nth),
    });
    let written = shop.call("products.create", &product)?;
    Ok(written["output"]["id"]
        .as_str()
        .unwrap_or_default()
        .to_owned())
}

/// A code of thirteen digits, the last of which checks the others.
fn ean(nth: u64) -> String {
    let digits = format!("4006381{nth:05}");
    let sum: u32 = digits
        .bytes()
        .enumerate()
        .map(|(place, digit)| u32::from(digit - b'0') * if place % 2 == 0 { 1 } else { 3 })
        .sum();
    format!("{digits}{}", (10 - sum % 10) % 10)
}

fn request(nth: u64) -> String {
    format!("00000000-0000-4000-8000-{nth:012x}")
}

fn sell_by_card(shop: &Shop, window: &Window) -> Result<Value> {
    window.press("F2")?;
    window.wait_within(BREATH, "the card's field", || {
        Ok((window.focused()?.name()?.trim() == "Card: amount").then_some(()))
    })?;
    window.press("Return")?;
    window.wait_for_text("Sold A-000001")?;
    let page = shop.call("orders.list", &json!({ "offset": 0, "limit": 2 }))?;
    ensure!(page["total"] == 1, "one sale is expected: {page}");
    shop.call("orders.get", &json!({ "id": page["rows"][0]["id"] }))
}

/// How much of each product was sold, thousandths.
fn pieces(order: &Value) -> BTreeMap<String, u64> {
    let mut pieces = BTreeMap::new();
    for line in order["lines"].as_array().into_iter().flatten() {
        let product = line["product"].as_str().unwrap_or_default().to_owned();
        *pieces.entry(product).or_default() += line["quantity_milli"].as_u64().unwrap_or(0);
    }
    pieces
}
