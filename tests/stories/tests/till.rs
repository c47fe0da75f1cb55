//! A day at the till, by scanner and keyboard alone: opened with a float, a sale in cash, a sale in
//! two parts, money taken out, the X report, a blind count, and a Z report that is right to the
//! cent; and every sale leaves its receipt at the printer.

#[allow(dead_code)] // it serves the receipts' own tests, too
#[path = "../../../crates/receipts/tests/decoder/mod.rs"]
mod decoder;

use anyhow::{Context as _, Result, bail, ensure};
use serde_json::json;
use std::path::Path;
use stories::{Shop, Window};

const MUG: &str = "4006381333931";
const SPOON: &str = "9780201379624";

#[test]
#[ignore = "opens a window: cargo xtask test"]
fn a_cashier_opens_the_till_sells_counts_blind_and_the_z_is_right_to_the_cent() -> Result<()> {
    let shop = Shop::new()?;
    let product = json!({
        "sku": "MUG-1", "title": "Blue mug", "unit_price_micro": 17_500_000, "tax": "standard",
        "barcodes": [MUG], "request_id": "00000000-0000-4000-8000-000000000001"
    });
    shop.call("products.create", &product)?;
    let product = json!({
        "sku": "SPOON-1", "title": "Spoon", "unit_price_micro": 9_990_000, "tax": "standard",
        "barcodes": [SPOON], "request_id": "00000000-0000-4000-8000-000000000002"
    });
    shop.call("products.create", &product)?;
    let paper = shop.folder().join("paper");
    std::fs::create_dir(&paper)?;
    let window = with_printer(&shop, &paper)?;
    window.press("g s")?;
    window.wait_for_focus("combobox", "Scan or type")?;
    open_with_a_float(&window)?;
    sell_in_cash(&window)?;
    read_the_receipt(&window, &paper)?;
    sell_in_two_parts(&window)?;
    take_money_out(&window)?;
    look_at_the_x_report(&window)?;
    count_blind(&window)?;
    let z = shop.call("till.report", &json!({ "number": "A-000001" }))?;
    ensure!(
        z["expected_minor"] == json!(7_100),
        "the Z report holds {z}"
    );
    ensure!(z["difference_minor"] == json!(0), "the Z report holds {z}");
    ensure!(
        z["copy"] == json!(true),
        "a Z report told again is a copy: {z}"
    );
    let report = read(&window, &paper.join("Z-A-000001.escpos"))?;
    ensure!(
        report
            .lines
            .iter()
            .any(|(line, _)| line.contains("Expected") && line.ends_with("71.00")),
        "the paper says {:?}",
        report.lines
    );
    round_to_coins(&window)?;
    window.end()
}

/// The book says that the smallest coin is 0.05: 9.99 is 10.00 in cash, and the panel says so
/// before the key that takes it.
fn round_to_coins(window: &Window) -> Result<()> {
    window.go("settings/receipts")?;
    window.find("textbox", "Smallest coin")?.focus()?;
    window.type_text("0.05")?;
    window.check_accessibility("the settings of receipts")?;
    window.keep_picture("receipt-settings")?;
    window.press("ctrl+Return")?;
    window.wait_for_text("The printer is set up")?;
    window.go("counter")?;
    window.wait_for_focus("combobox", "Scan or type")?;
    window.keys().scan(SPOON)?;
    priced(window, "tax 1.67")?;
    window.press("Return")?;
    window.wait_for_text("Rounded to coins by")?;
    window.wait_for_text("10.00")?;
    window.keep_picture("rounding")?;
    window.press("Return")?;
    window.wait_for_text("Sold A-000003")
}

/// A window whose printer writes files into a folder, after every sale.
fn with_printer(shop: &Shop, paper: &Path) -> Result<Window> {
    let window = shop.window()?;
    let printer = json!({ "kind": "file", "address": paper, "columns": 32, "drawer": true });
    let settings = json!({ "printer": printer, "receipt_after_sale": "always" });
    window.call("book.keep", &json!({ "settings": settings }))?;
    let book = shop
        .book()
        .to_str()
        .context("a path that can be passed on")?;
    window.open_again(&[book])
}

/// What a printer would make of a file, once it is there.
fn read(window: &Window, file: &Path) -> Result<decoder::Printed> {
    let bytes = window.wait_until("the printer's file", || Ok(std::fs::read(file).ok()))?;
    match decoder::read(&bytes) {
        Ok(printed) => Ok(printed),
        Err(why) => bail!("{}: {why}", file.display()),
    }
}

/// The receipt is at the printer by itself; what is printed by hand is a copy and no sale.
fn read_the_receipt(window: &Window, paper: &Path) -> Result<()> {
    let file = paper.join("A-000001.escpos");
    let original = read(window, &file)?;
    ensure!((original.cuts, original.kicks) == (1, 1), "{original:?}");
    ensure!(original.barcodes == ["A-000001"], "{original:?}");
    ensure!(
        original.lines.iter().all(|(_, width)| *width <= 32),
        "{original:?}"
    );
    let says = |line: &str| original.lines.iter().any(|(text, _)| text == line);
    ensure!(says("Blue mug                   17.50"), "{original:?}");
    ensure!(says("Change                      2.50"), "{original:?}");
    window.wait_for_text("Printed")?;
    window.press("alt+r")?;
    window.wait_for_text("TOTAL GBP")?;
    window.check_accessibility("a receipt on the screen")?;
    window.keep_picture("receipt")?;
    window.press("ctrl+p")?;
    window.wait_for_text("Printed, marked as a copy")?;
    let copy = read(window, &file)?;
    ensure!(copy.kicks == 0, "{copy:?}");
    let marked = copy.lines.iter().any(|(text, _)| text == "*** COPY ***");
    ensure!(marked, "{copy:?}");
    let text = paper.join("receipt.txt");
    window.press("alt+s")?;
    window.answer_file_dialog("Save the receipt as text", &text)?;
    window.wait_for_text("Saved: ")?;
    let text = std::fs::read_to_string(&text)?;
    ensure!(text.contains("Blue mug                   17.50"), "{text}");
    Ok(())
}

fn open_with_a_float(window: &Window) -> Result<()> {
    window.press("alt+t")?;
    window.wait_for_focus("textbox", "Float in the drawer")?;
    window.check_accessibility("a closed till")?;
    window.type_text("50")?;
    window.press("Return")?;
    window.wait_for_text("The till is open")?;
    window.wait_for_focus("combobox", "Scan or type")
}

/// The scan is over and priced: an Enter in the very next moment would be the scanner's own.
fn priced(window: &Window, tax: &str) -> Result<()> {
    window.wait_for_text(tax)?;
    window.wait_for_focus("combobox", "Scan or type")
}

/// 17.50 with 20.00.
fn sell_in_cash(window: &Window) -> Result<()> {
    window.keys().scan(MUG)?;
    priced(window, "tax 2.92")?;
    window.press("Return")?;
    window.wait_for_focus("textbox", "Cash given")?;
    window.type_text("20")?;
    window.wait_for_text("2.50")?;
    window.press("Return")?;
    window.wait_for_text("Sold A-000001")
}

/// 17.50: 10.00 by card, 7.50 in cash.
fn sell_in_two_parts(window: &Window) -> Result<()> {
    window.keys().scan(MUG)?;
    priced(window, "tax 2.92")?;
    window.press("F2")?;
    window.wait_for_focus("textbox", "Card: amount")?;
    window.type_text("10")?;
    window.wait_for_text("Still due")?;
    window.press("Return")?;
    window.wait_for_text("7.50")?;
    window.press("F1")?;
    window.wait_for_focus("textbox", "Cash given")?;
    window.press("Return")?;
    window.wait_for_text("Sold A-000002")
}

fn take_money_out(window: &Window) -> Result<()> {
    window.press("alt+t")?;
    window.wait_for_focus("button", "Cash in")?;
    window.check_accessibility("an open till")?;
    window.keep_picture("open-till")?;
    window.press("Down Return")?;
    window.wait_for_focus("textbox", "Cash out")?;
    window.type_text("4")?;
    window.press("Return")?;
    window.wait_for_focus("textbox", "Reason")?;
    window.check_accessibility("cash out")?;
    // In two parts, as fingers type: four letters at once would be a scanner's.
    window.type_text("Mi")?;
    window.wait_until("the first letters", || {
        Ok((window.focused()?.value()? == "Mi").then_some(()))
    })?;
    window.type_text("lk")?;
    window.press("Return")?;
    window.wait_for_text("Written down")
}

fn look_at_the_x_report(window: &Window) -> Result<()> {
    window.press("alt+t")?;
    window.wait_for_focus("button", "Cash in")?;
    window.press("Down Down Return")?;
    window.wait_for_text("2 sales")?;
    window.wait_for_text("35.00")?;
    window.check_accessibility("an X report")?;
    ensure!(
        !window.text()?.contains("Expected"),
        "the X report tells what the count must be"
    );
    window.press("Escape")?;
    window.wait_for_focus("combobox", "Scan or type")
}

/// 50.00 + 17.50 + 7.50 - 4.00 = 71.00: a note of 50.00, one of 20.00, a coin of 1.00.
fn count_blind(window: &Window) -> Result<()> {
    window.press("alt+t")?;
    window.wait_for_focus("button", "Cash in")?;
    window.press("Down Down Down Return")?;
    window.wait_for_focus("textbox", "50.00")?;
    window.type_text("1")?;
    window.press("Return")?;
    window.wait_for_focus("textbox", "20.00")?;
    window.type_text("1")?;
    window.press("Return Return Return Return")?;
    window.wait_for_focus("textbox", "1.00")?;
    window.type_text("1")?;
    window.wait_for_text("71.00")?;
    window.check_accessibility("a count")?;
    window.keep_picture("count")?;
    ensure!(
        !window.text()?.contains("Expected"),
        "the count is not blind"
    );
    window.press("Return Return Return Return Return Return Return")?;
    window.wait_for_focus("button", "Confirm count")?;
    window.press("Return")?;
    window.wait_for_text("Z report A-000001")?;
    window.wait_for_text("Expected")?;
    window.wait_for_text("0.00")?;
    window.keep_picture("z-report")?;
    window.check_accessibility("a Z report")?;
    window.press("Escape")?;
    window.wait_for_focus("combobox", "Scan or type")
}
