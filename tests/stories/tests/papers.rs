//! How documents look, changed by the shop: a logo, a letterhead, a text at the foot; and a credit
//! note for goods that came back, issued once and read by another program.

use std::fs::File;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use serde_json::json;
use stories::{Shop, Window, paper};

#[test]
#[ignore = "opens a window: cargo xtask test"]
fn a_credit_note_is_issued_on_the_letterhead_of_the_shop() -> Result<()> {
    let shop = Shop::new()?;
    let order = returned(&shop)?;
    picture(&shop.folder().join("logo.png"))?;
    let window = shop.window()?;
    window.find("heading", "Today")?;
    dress(&shop, &window)?;
    window.go(&format!("orders/{order}/documents/credit_note"))?;
    window.wait_for_text("Not issued yet")?;
    window.find("image", "Credit note, page 1 of 1")?;
    // Twice at once: one credit note.
    window.press("i i")?;
    window.wait_for_text("Credit note CN-A-000001 issued")?;
    window.check_accessibility("a credit note")?;
    window.keep_picture("credit-note")?;
    let file = shop.folder().join("credit.pdf");
    window.press("s")?;
    window.answer_file_dialog("Save the document", &file)?;
    window.wait_for_text("Saved:")?;
    let text = paper::text_of(&file)?;
    for said in [
        "Credit note CN-A-000001",
        "Blue mug",
        "Reason: Handle broken",
        "Credit GBP",
        "5.00",
        "Registered in York, no. 123",
        "Est. 1987",
    ] {
        ensure!(text.contains(said), "{said} is missing: {text}");
    }
    ensure!(paper::pages_of(&file)? == 1, "one page");
    window.end()
}

#[test]
#[ignore = "opens a window: cargo xtask test"]
fn a_page_tells_a_customer_how_far_an_order_is() -> Result<()> {
    let shop = Shop::new()?;
    let order = returned(&shop)?;
    let window = shop.window()?;
    window.find("heading", "Today")?;
    window.go(&format!("orders/{order}"))?;
    window.find("heading", "A-000001")?;
    let file = shop.folder().join("status.html");
    window.press("u")?;
    window.answer_file_dialog("Save the status page", &file)?;
    window.wait_for_text("Saved:")?;
    let page = std::fs::read_to_string(&file)?;
    for said in ["Order A-000001", "Blue mug", "1 sent back", "Corner Shop"] {
        ensure!(page.contains(said), "{said} is missing: {page}");
    }
    ensure!(!page.contains("Ann Lee"), "it names the customer");
    window.end()
}

/// A logo, a letterhead and a text at the foot, by keys; seen at once, and kept.
fn dress(shop: &Shop, window: &Window) -> Result<()> {
    window.go("settings/papers")?;
    window.find("image", "Invoice, page 1 of 1")?;
    window.find("button", "Choose a picture")?.press()?;
    window.answer_file_dialog("Choose a picture", &shop.folder().join("logo.png"))?;
    window.find("image", "The logo on documents")?;
    window.find("textbox", "Letterhead")?.focus()?;
    window.type_text("Est. 1987")?;
    window
        .find("textbox", "At the foot of each page")?
        .focus()?;
    window.type_text("Registered in York, no. 123")?;
    window.check_accessibility("how documents look")?;
    window.keep_picture("settings-papers")?;
    window.press("ctrl+Return")?;
    window.wait_until("the look in the book", || {
        let papers = shop.call("documents.papers", &json!({}))?;
        Ok((papers["look"]["letterhead"] == "Est. 1987").then_some(()))
    })
}

/// A sale of two mugs, shipped, of which one came back; the order's id.
fn returned(shop: &Shop) -> Result<String> {
    let request = |number: u8| format!("00000000-0000-4000-8000-{number:012}");
    let mug = json!({ "request_id": request(1), "sku": "MUG-1", "title": "Blue mug",
        "unit_price_micro": 5_000_000 });
    let mug = shop.call("products.create", &mug)?["output"]["id"].clone();
    let ann = json!({ "request_id": request(2), "name": "Ann Lee" });
    let ann = shop.call("customers.create", &ann)?["output"]["id"].clone();
    let lines = json!([{ "product": mug, "quantity_milli": 2_000 }]);
    let order = json!({ "request_id": request(3), "channel": "phone", "lines": lines,
        "customer": ann });
    let mut order = shop.call("orders.place", &order)?["output"].take();
    let back = json!({ "reason": "Handle broken",
        "lines": [{ "line": 1, "restocked_milli": 0, "scrapped_milli": 1_000 }] });
    for (number, verb, mut input) in [
        (4, "documents.issue", json!({ "kind": "invoice" })),
        (5, "orders.fulfil", json!({})),
        (6, "orders.receive_return", back),
    ] {
        input["id"] = order["id"].clone();
        input["expected_version"] = order["version"].clone();
        input["request_id"] = json!(request(number));
        order = shop.call(verb, &input)?["output"].take();
    }
    let id = order["id"].as_str().map(str::to_owned);
    id.context("an order with an id")
}

/// A small picture of one colour.
fn picture(path: &Path) -> Result<()> {
    let (width, height) = (120_u32, 40_u32);
    let mut encoder = png::Encoder::new(File::create(path)?, width, height);
    encoder.set_color(png::ColorType::Rgb);
    let pixels = [11_u8, 107, 79].repeat((width * height) as usize);
    encoder.write_header()?.write_image_data(&pixels)?;
    Ok(())
}
