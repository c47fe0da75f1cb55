//! Pieces and lots are named where goods move: a telephone is sent by its number and arrives by it,
//! a lot is counted by its label, and the lot that comes back over the counter is said.

use anyhow::{Result, ensure};
use serde_json::{Value, json};
use stories::{Shop, Window};

const PHONE: &str = "4006381333931";
const MILK: &str = "9506000134352";
/// The label of six cartons of lot L-2 as people read it.
const LABEL: &str = "(01)09506000134352(10)L-2(30)6";
const NORTH: &str = "NORTH-1";

#[test]
#[ignore = "opens a window: cargo xtask test"]
fn a_piece_is_sent_by_its_number_and_arrives_by_it() -> Result<()> {
    let shop = Shop::new()?;
    let phone = tracked(&shop, ("PHONE", PHONE), "serial", 1)?;
    let lots = ["IM-101", "IM-102", "IM-103"].map(|serial| part(serial, 1_000));
    found(&shop, &phone, &json!(lots), 2)?;
    let north = json!({ "request_id": request(3), "name": "North", "code": NORTH });
    shop.call("locations.create", &north)?;
    let window = shop.window()?;
    window.press("g f")?;
    window.find("heading", "Transfers")?;
    window.press("n")?;
    window.find("button", "To")?;
    window.keys().scan_all(&[NORTH, PHONE, PHONE], 40)?;
    window.wait_for_text("Serial numbers")?;
    window.check_accessibility("pieces of a transfer")?;
    window.press("ctrl+Return")?;
    window.wait_for_text("T-A-000001 saved")?;
    window.press("s")?;
    // Which pieces go nobody said: it is said where they are written, and scanned there.
    window.wait_for_text("Say the serial number of each piece.")?;
    window.keys().scan_all(&["IM-103", "IM-101"], 60)?;
    window.wait_until("both pieces to be named", || {
        let last = window.find("textbox", "Serial number 2, PHONE")?.value()?;
        Ok((last == "IM-101").then_some(()))
    })?;
    window.keep_picture("transfer-of-pieces")?;
    window.press("ctrl+Return")?;
    window.wait_for_text("Throw the draft away")?;
    window.press("s")?;
    window.wait_for_text("T-A-000001 is under way")?;
    window.press("r")?;
    window.find("dialog", "Receive T-A-000001")?;
    window.keys().scan_all(&["IM-101"], 40)?;
    window.check_accessibility("receiving a piece")?;
    window.press("ctrl+Return")?;
    window.wait_for_text("T-A-000001: goods arrived")?;
    let asked = json!({ "product": phone, "lot": "IM-101" });
    let recall = shop.call("lots.recall", &asked)?;
    ensure!(recall["rest"][0]["name"] == "North", "{recall}");
    window.end()
}

#[test]
#[ignore = "opens a window: cargo xtask test"]
fn a_lot_is_counted_by_its_label_and_the_others_are_gone() -> Result<()> {
    let shop = Shop::new()?;
    let milk = tracked(&shop, ("MILK", MILK), "lot", 1)?;
    found(
        &shop,
        &milk,
        &json!([part("L-1", 4_000), part("L-2", 5_000)]),
        2,
    )?;
    let window = shop.window()?;
    window.press("g n")?;
    window.find("heading", "Counts")?;
    window.press("n")?;
    window.find("dialog", "New count")?;
    window.press("ctrl+Return")?;
    window.wait_for_text("Nothing found yet")?;
    window.keys().scan_all(&[LABEL], 40)?;
    window.find("textbox", "Found here of L-2, MILK")?;
    window.wait_for_text("−4")?;
    window.check_accessibility("a count by lots")?;
    window.keep_picture("count-by-lots")?;
    window.press("f")?;
    window.find("dialog", "Finish this count?")?;
    window.press("ctrl+Return")?;
    window.wait_for_text("The count holds")?;
    let lots = shop.call("lots.list", &json!({ "product": milk }))?;
    let there = &lots["lots"];
    let left = there.as_array().into_iter().flatten();
    let left: Vec<_> = left
        .map(|row| (&row["lot"], &row["on_hand_milli"]))
        .collect();
    ensure!(left == [(&json!("L-2"), &json!(6_000))], "{lots}");
    window.end()
}

#[test]
#[ignore = "opens a window: cargo xtask test"]
fn who_brings_goods_back_is_asked_which_lot_it_is() -> Result<()> {
    let shop = Shop::new()?;
    let milk = tracked(&shop, ("MILK", MILK), "lot", 1)?;
    let lots = json!([part("L-1", 2_000), part("L-2", 2_000)]);
    found(&shop, &milk, &lots, 2)?;
    let sale = json!({ "channel": "counter", "method": "cash", "request_id": request(3),
        "lines": [{ "product": milk, "quantity_milli": 4_000, "lots": lots }] });
    shop.call("orders.sell", &sale)?;
    let window = shop.window()?;
    window.press("g s")?;
    window.wait_for_focus("combobox", "Scan or type")?;
    window.press("F10")?;
    window.wait_for_focus("combobox", "Sale")?;
    window.keys().scan("A-000001")?;
    window.wait_for_text("Back from A-000001")?;
    window.keys().scan(MILK)?;
    name_the_lot(&window)?;
    window.press("Return")?;
    window.press("F2")?;
    window.press("Return")?;
    window.wait_for_text("A-000001")?;
    let asked = json!({ "product": milk, "lot": "L-2" });
    let back = |recall: &Value| recall["buyers"][0]["returned_milli"] == 1_000;
    let recall = window.wait_until("the lot to be back", || {
        let recall = shop.call("lots.recall", &asked)?;
        Ok(back(&recall).then_some(recall))
    })?;
    ensure!(recall["on_hand_milli"] == 1_000, "{recall}");
    window.end()
}

/// Of the lots that were sold the second is typed.
fn name_the_lot(window: &Window) -> Result<()> {
    window.wait_for_text("Which of those that were sold comes back?")?;
    window.find("textbox", "Lot 1, MILK")?.focus()?;
    window.type_text("L-2")?;
    window.check_accessibility("the lots of goods that come back")?;
    window.keep_picture("lots-come-back")
}

fn part(lot: &str, milli: i64) -> Value {
    json!({ "lot": lot, "quantity_milli": milli })
}

fn tracked(shop: &Shop, (sku, barcode): (&str, &str), tracking: &str, nth: u64) -> Result<String> {
    let product = json!({
        "sku": sku, "title": format!("Fresh {sku}"), "unit_price_micro": 2_500_000,
        "tax": "standard", "barcodes": [barcode], "tracking": tracking,
        "request_id": request(nth),
    });
    let made = shop.call("products.create", &product)?;
    Ok(made["output"]["id"].as_str().unwrap_or_default().to_owned())
}

fn found(shop: &Shop, product: &str, lots: &Value, nth: u64) -> Result<()> {
    let parts = lots.as_array().into_iter().flatten();
    let milli: i64 = parts
        .filter_map(|part| part["quantity_milli"].as_i64())
        .sum();
    let found = json!({
        "product": product, "quantity_milli": milli, "reason": "Opening", "lots": lots,
        "request_id": request(nth)
    });
    shop.call("stock.adjust", &found).map(drop)
}

fn request(number: u64) -> String {
    format!("00000000-0000-4000-8000-{number:012}")
}
