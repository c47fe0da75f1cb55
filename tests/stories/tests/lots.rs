//! A lot with a last day is received by scanning its label, sold over the counter and called back.

use anyhow::{Result, ensure};
use serde_json::{Value, json};
use stories::Shop;

/// The label of twelve cartons of lot L-7, as a scanner sends it and as people read it.
const LABEL: &str = "(01)09506000134352(17)400131(10)L-7(30)12";
const MILK: &str = "9506000134352";

#[test]
#[ignore = "opens a window: cargo xtask test"]
fn a_lot_is_received_by_its_label_sold_and_called_back() -> Result<()> {
    let shop = Shop::new()?;
    let milk = milk(&shop)?;
    let purchase = ordered(&shop, &milk)?;
    let window = shop.window()?;
    window.go(&format!("purchases/{purchase}/receive"))?;
    window.wait_for_focus("searchbox", "Scan, or type a code and press Enter")?;
    window.keys().scan_all(&[LABEL], 30)?;
    window.wait_for_text("complete")?;
    window.check_accessibility("a delivery of a lot")?;
    window.keep_picture("lot-received")?;
    window.press("ctrl+Return")?;
    window.wait_for_text("Delivery of P-A-000001 taken in")?;

    window.press("g s")?;
    window.find("heading", "Counter")?;
    window.keys().scan_all(&[MILK, MILK], 60)?;
    window.wait_for_text("Whole milk")?;
    window.wait_for_text("2.40")?;
    window.press("F2")?;
    window.press("Return")?;
    window.wait_for_text("Sold A-000001")?;
    let asked = json!({ "product": milk, "lot": "L-7" });
    let recall = shop.call("lots.recall", &asked)?;
    ensure!(
        recall["sold_milli"] == 2_000 && recall["on_hand_milli"] == 10_000,
        "{recall}"
    );

    window.go(&format!("products/{milk}"))?;
    window.wait_for_text("Whole milk")?;
    window.find("link", "L-7")?;
    window.check_accessibility("a product with lots")?;
    window.keep_picture("lots-of-a-product")?;
    window.find("link", "L-7")?.press()?;
    window.find("heading", "Lot L-7, Whole milk")?;
    window.wait_for_text("A-000001")?;
    window.wait_for_text("Farm")?;
    window.check_accessibility("who bought a lot")?;
    window.keep_picture("recall")?;
    window.end()
}

fn milk(shop: &Shop) -> Result<String> {
    let input = json!({
        "sku": "MILK", "title": "Whole milk", "unit_price_micro": 1_200_000, "tax": "standard",
        "barcodes": [MILK], "tracking": "lot", "request_id": request(1)
    });
    Ok(id(&shop.call("products.create", &input)?))
}

fn ordered(shop: &Shop, product: &str) -> Result<String> {
    let farm = json!({ "name": "Farm", "request_id": request(2) });
    let farm = id(&shop.call("suppliers.create", &farm)?);
    let lines = json!([{ "product": product, "quantity_milli": 12_000 }]);
    let draft = json!({ "supplier": farm, "lines": lines, "request_id": request(3) });
    let draft = shop.call("purchases.draft", &draft)?;
    let order = json!({
        "id": id(&draft), "expected_version": draft["output"]["version"],
        "request_id": request(4)
    });
    shop.call("purchases.order", &order)?;
    Ok(id(&draft))
}

fn id(written: &Value) -> String {
    written["output"]["id"]
        .as_str()
        .unwrap_or_default()
        .to_owned()
}

fn request(number: u128) -> String {
    format!("00000000-0000-4000-8000-{number:012x}")
}
