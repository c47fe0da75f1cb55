//! The documents of an order: looked at, an invoice issued once, and saved through the native
//! dialog; all by keyboard.

use anyhow::{Result, ensure};
use serde_json::json;
use stories::{Shop, Window};

#[test]
#[ignore = "opens a window: cargo xtask test"]
fn an_invoice_is_issued_once_and_saved_as_the_file_that_it_was_issued_as() -> Result<()> {
    let shop = Shop::new()?;
    let order = order(&shop)?;
    let window = shop.window()?;
    window.find("heading", "Today")?;
    window.go(&format!("orders/{order}"))?;
    window.find("heading", "A-000001")?;
    window.press("i")?;
    window.find("heading", "Documents")?;
    window.wait_for_text("Order confirmation")?;
    window.find("image", "Order confirmation, page 1 of 1")?;
    window.check_accessibility("an order's documents")?;
    issue(&window, &order)?;
    save(&shop, &window, &order)?;
    window.press("Escape")?;
    window.wait_for_text("Invoice issued")?;
    window.end()
}

/// Writes an order by the command line; answers with its id.
fn order(shop: &Shop) -> Result<String> {
    let lines =
        json!([{ "title": "Repair", "quantity_milli": 1_000, "unit_price_micro": 5_000_000 }]);
    let input = json!({
        "request_id": "00000000-0000-4000-8000-000000000001", "channel": "phone", "lines": lines,
    });
    let written = shop.call("orders.place", &input)?;
    let id = written["output"]["id"].as_str();
    Ok(id.unwrap_or_default().to_owned())
}

fn issue(window: &Window, order: &str) -> Result<()> {
    window.go(&format!("orders/{order}/documents/invoice"))?;
    window.wait_for_text("Not issued yet")?;
    window.find("image", "Invoice, page 1 of 1")?;
    // Twice at once: one invoice.
    window.press("i i")?;
    window.wait_for_text("Invoice I-A-000001 issued")?;
    window.wait_until_gone("Not issued yet")
}

fn save(shop: &Shop, window: &Window, order: &str) -> Result<()> {
    let file = shop.folder().join("invoice.pdf");
    window.press("s")?;
    window.answer_file_dialog("Save the document", &file)?;
    window.wait_for_text("Saved:")?;
    let now = shop.call("orders.get", &json!({ "id": order }))?;
    let documents = now["documents"].as_array().cloned().unwrap_or_default();
    ensure!(documents.len() == 1, "issued {} times", documents.len());
    let again = shop.folder().join("again.pdf");
    let target = json!({
        "order": order, "kind": "invoice", "document": documents[0]["document"], "path": again,
    });
    let told = shop.call("documents.export", &target)?;
    ensure!(
        told["sha256"] == documents[0]["sha256"],
        "another file than was issued"
    );
    let (saved, made) = (std::fs::read(&file)?, std::fs::read(&again)?);
    ensure!(
        saved == made && saved.starts_with(b"%PDF-"),
        "another file was saved"
    );
    Ok(())
}
