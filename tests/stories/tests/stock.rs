//! Goods in their places: a shelf is counted by scanner, and a transfer arrives short.

use anyhow::{Result, ensure};
use serde_json::{Value, json};
use stories::{Shop, Window};

const MUG: &str = "4006381333931";
const CUP: &str = "96385074";
/// What is printed on the shelf.
const SHELF: &str = "SHELF-A1";
const NORTH: &str = "NORTH-1";

#[test]
#[ignore = "opens a window: cargo xtask test"]
fn a_shelf_is_counted_by_scanner() -> Result<()> {
    let shop = Shop::new()?;
    let (mug, cup) = (
        product(&shop, "MUG", MUG, 1)?,
        product(&shop, "CUP", CUP, 2)?,
    );
    let shelf = json!({
        "request_id": request(10), "name": "Shelf A1", "code": "SHELF-A1", "kind": "shelf",
        "parent": "main"
    });
    let shelf = text(&shop.call("locations.create", &shelf)?["output"]["location"]);
    for (nth, (id, milli)) in [(&mug, 3_000), (&cup, 5_000)].into_iter().enumerate() {
        let found = json!({
            "request_id": request(20 + nth as u64), "product": id, "quantity_milli": milli,
            "location": shelf, "reason": "Opening"
        });
        shop.call("stock.adjust", &found)?;
    }
    let window = shop.window()?;
    begin_to_count_the_shelf(&window)?;
    window
        .keys()
        .scan_all(&[MUG, CUP, MUG, MUG, CUP, MUG], 40)?;
    window.wait_for_text("Found here")?;
    counted(&shop, &[(&mug, 4_000), (&cup, 2_000)])?;
    window.wait_for_text("−3")?;
    window.check_accessibility("counting a shelf")?;
    correct_the_cups(&window)?;
    counted(&shop, &[(&mug, 4_000), (&cup, 5_000)])?;
    window.press("f")?;
    window.find("dialog", "Finish this count?")?;
    window.check_accessibility("finishing a count")?;
    window.press("ctrl+Return")?;
    window.wait_for_text("The count holds")?;
    let levels = shop.call("stock.levels", &json!({ "product": mug }))?;
    let there = levels.as_array().into_iter().flatten();
    let on_shelf: Vec<&Value> = there
        .filter(|level| level["location"] == json!(shelf))
        .collect();
    ensure!(
        on_shelf[0]["on_hand_milli"] == 4_000,
        "on the shelf: {levels}"
    );
    why_is_it_so(&window)?;
    window.end()
}

fn begin_to_count_the_shelf(window: &Window) -> Result<()> {
    window.press("g n")?;
    window.find("heading", "Counts")?;
    window.check_accessibility("the list of counts")?;
    window.press("n")?;
    window.find("dialog", "New count")?;
    window.keys().scan_all(&[SHELF], 40)?;
    window.check_accessibility("a new count")?;
    window.press("ctrl+Return")?;
    window.wait_for_text("Nothing found yet")
}

/// The figure of a window takes the place of what was scanned there.
fn correct_the_cups(window: &Window) -> Result<()> {
    window.find("textbox", "Found here of CUP")?.focus()?;
    window.press("ctrl+a")?;
    window.type_text("5")?;
    window.press("Tab")
}

fn why_is_it_so(window: &Window) -> Result<()> {
    window.press("g k")?;
    window.find("button", "Where")?;
    window.keys().scan_all(&[SHELF], 40)?;
    window.wait_for_text("2 products")?;
    window.check_accessibility("what lies at a place")?;
    window.find("grid", "Stock")?.focus()?;
    window.press("Home Down Return")?;
    window.wait_for_text("Why is this number so?")?;
    window.wait_for_text("Counted")?;
    window.check_accessibility("why a stock is so")
}

/// Waits until the open count holds these figures.
fn counted(shop: &Shop, expected: &[(&String, i64)]) -> Result<()> {
    for _ in 0..200 {
        let page = shop.call("counts.list", &json!({ "offset": 0, "limit": 1 }))?;
        let count = shop.call("counts.get", &json!({ "id": page["rows"][0]["id"] }))?;
        let lines = count["lines"].as_array().cloned().unwrap_or_default();
        let of = |id: &String| {
            lines
                .iter()
                .find(|line| line["product"] == json!(id))
                .cloned()
        };
        let holds = expected
            .iter()
            .all(|(id, milli)| of(id).is_some_and(|line| line["counted_milli"] == json!(milli)));
        if holds {
            return Ok(());
        }
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
    anyhow::bail!("the count never held {expected:?}")
}

#[test]
#[ignore = "opens a window: cargo xtask test"]
fn a_transfer_arrives_short_and_the_rest_is_written_off() -> Result<()> {
    let shop = Shop::new()?;
    let mug = product(&shop, "MUG", MUG, 1)?;
    let found = json!({
        "request_id": request(20), "product": mug, "quantity_milli": 10_000, "reason": "Opening"
    });
    shop.call("stock.adjust", &found)?;
    let north = json!({ "request_id": request(10), "name": "North", "code": NORTH });
    shop.call("locations.create", &north)?;
    let window = shop.window()?;
    send_three(&window)?;
    window.press("r")?;
    window.find("dialog", "Receive T-A-000001")?;
    window.keys().scan_all(&[MUG, MUG], 40)?;
    window.check_accessibility("receiving a transfer")?;
    window.press("ctrl+Return")?;
    window.wait_for_text("T-A-000001: goods arrived")?;
    let page = shop.call("transfers.list", &json!({ "offset": 0, "limit": 1 }))?;
    ensure!(
        page["rows"][0]["open_milli"] == 1_000,
        "one is under way: {page}"
    );
    window.check_accessibility("a transfer under way")?;
    window.press("w")?;
    window.find("dialog", "Write off T-A-000001")?;
    window.find("textbox", "Reason")?.focus()?;
    window.type_text("Broken on the way")?;
    window.press("ctrl+Return")?;
    window.wait_for_text("T-A-000001: goods written off")?;
    let levels = shop.call("stock.levels", &json!({ "product": mug }))?;
    let there: Vec<i64> = levels
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|level| level["on_hand_milli"].as_i64())
        .collect();
    ensure!(there == [7_000, 2_000], "in the places: {levels}");
    window.end()
}

fn send_three(window: &Window) -> Result<()> {
    window.press("g f")?;
    window.find("heading", "Transfers")?;
    window.press("n")?;
    window.find("button", "To")?;
    window.keys().scan_all(&[NORTH, MUG, MUG, MUG], 40)?;
    window.find("textbox", "Quantity, MUG")?;
    window.check_accessibility("a new transfer")?;
    window.press("ctrl+Return")?;
    window.wait_for_text("T-A-000001 saved")?;
    window.wait_for_text("Throw the draft away")?;
    window.check_accessibility("a drafted transfer")?;
    window.press("s")?;
    window.wait_for_text("T-A-000001 is under way")
}

fn product(shop: &Shop, sku: &str, barcode: &str, nth: u64) -> Result<String> {
    let product = json!({
        "sku": sku, "title": format!("Blue {sku}"), "unit_price_micro": 2_500_000,
        "cost_micro": 1_000_000, "tax": "standard", "barcodes": [barcode],
        "request_id": request(nth),
    });
    Ok(text(
        &shop.call("products.create", &product)?["output"]["id"],
    ))
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn request(nth: u64) -> String {
    format!("00000000-0000-4000-8000-{nth:012x}")
}
