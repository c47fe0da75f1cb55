//! The statement of a customer's account: looked at in the window, saved, and the statements of many
//! customers in one file.

use anyhow::{Result, ensure};
use serde_json::{Value, json};
use stories::{Shop, paper};

#[test]
#[ignore = "opens a window: cargo xtask test"]
fn a_statement_runs_from_the_first_balance_to_the_last_and_many_come_as_one_file() -> Result<()> {
    let shop = Shop::new()?;
    let ada = customer(&shop, 1, "Ada Lovelace")?;
    order(&shop, 2, &ada, 5_000_000)?;
    let bob = customer(&shop, 3, "Bob Gauss")?;
    order(&shop, 4, &bob, 7_000_000)?;
    customer(&shop, 5, "Carl Quiet")?;
    let window = shop.window()?;
    window.find("heading", "Today")?;
    window.go(&format!("customers/{}", ada.as_str().unwrap_or_default()))?;
    window.find("heading", "Ada Lovelace")?;
    window.press("s")?;
    window.find("image", "Statement of account, page 1 of 1")?;
    window.check_accessibility("a statement of account")?;
    window.keep_picture("statement")?;
    let one = shop.folder().join("ada.pdf");
    window.press("s")?;
    window.answer_file_dialog("Save the statement of account", &one)?;
    window.wait_for_text("Saved:")?;
    said(
        &one,
        &["Ada Lovelace", "Balance brought forward", "5.00", "Not due"],
    )?;
    window.press("Escape")?;
    window.find("heading", "Ada Lovelace")?;
    window.go("customers")?;
    window.wait_for_text("Statements of all 3 listed")?;
    window.find("grid", "Customers")?.focus()?;
    window.press("b")?;
    window.find("dialog", "Statements of 3 customers")?;
    window.wait_for_text("2 statements, GBP 12.00 owed in all")?;
    window.wait_for_text("1 customer left out")?;
    window.check_accessibility("statements of many customers")?;
    window.keep_picture("statements-of-many")?;
    let all = shop.folder().join("all.pdf");
    window.press("ctrl+Return")?;
    window.answer_file_dialog("Save the statements", &all)?;
    window.wait_for_text("all.pdf")?;
    ensure!(paper::pages_of(&all)? == 2, "a page for each customer");
    said(&all, &["Ada Lovelace", "Bob Gauss", "Page 1 of 1"])?;
    window.end()
}

fn said(file: &std::path::Path, words: &[&str]) -> Result<()> {
    let text = paper::text_of(file)?;
    for word in words {
        ensure!(text.contains(word), "{word} is missing: {text}");
    }
    Ok(())
}

fn request(number: u8) -> String {
    format!("00000000-0000-4000-8000-{number:012}")
}

fn customer(shop: &Shop, number: u8, name: &str) -> Result<Value> {
    let customer = json!({ "request_id": request(number), "name": name });
    Ok(shop.call("customers.create", &customer)?["output"]["id"].clone())
}

fn order(shop: &Shop, number: u8, customer: &Value, unit_price_micro: i64) -> Result<()> {
    let lines = json!([{ "title": "Repair", "quantity_milli": 1_000,
        "unit_price_micro": unit_price_micro }]);
    let order = json!({ "request_id": request(number), "channel": "phone", "customer": customer,
        "lines": lines });
    shop.call("orders.place", &order)?;
    Ok(())
}
