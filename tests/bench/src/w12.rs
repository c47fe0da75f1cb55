//! W12: a delivery of a thousand lines, taken in by scanner. The page knows the codes of the lines,
//! so what a scan costs beside drawing is to write down how far the count is, with all that was
//! counted before, and to look up codes of goods that nobody ordered.

use crate::shop::{app, ask, book, call, request, stocked};
use crate::stats::{Times, timed};
use crate::table::{Figures, ms};
use app::App;
use serde_json::{Map, Value, json};
use std::path::Path;

const LINES: usize = 1_000;
/// A picture of the screen.
const FRAME_MS: f64 = 16.0;
/// What nobody waits for.
const AT_ONCE_MS: f64 = 250.0;

/// Orders a thousand products, scans them in and takes the delivery in.
pub fn run(folder: &Path, figures: &mut Figures) {
    let app = app(folder);
    book(&app, &folder.join("receiving.counterbook"));
    let (products, _) = stocked(&app, LINES, 0);
    let purchase = ordered(&app, &products);
    let asked = json!({ "purchases": [purchase] });
    let (_, seconds) = timed(|| ask(&app, "purchases.receiving", asked));
    let what = format!("a purchase of {LINES} lines opened for receiving");
    figures.at_most("W12", &what, seconds * 1e3, ms(AT_ONCE_MS));

    let mut counted = Map::new();
    let slot = "receiving:bench";
    let times = Times::of(LINES, |round| {
        counted.insert(format!("{purchase} {round}"), json!({ "counted": 1_000 }));
        let kept = json!({ "purchases": [purchase], "request": "", "note": "", "extras": [],
            "lines": counted });
        ask(&app, "book.keep", json!({ "settings": { slot: kept } }));
    });
    let what = format!("a scan of {LINES} written down, p99");
    figures.at_most("W12", &what, times.percentile_ms(99), ms(FRAME_MS));

    let times = Times::of(LINES, |round| {
        let code = format!("SKU-{:05}", round * 7_919 % LINES);
        ask(&app, "products.by_code", json!({ "code": code }));
    });
    let what = "a code that nobody ordered looked up, p99";
    figures.at_most("W12", what, times.percentile_ms(99), ms(FRAME_MS));

    let lines = (1..).zip(&products).map(|(line, product)| {
        json!({ "purchase": purchase, "line": line, "product": product, "quantity_milli": 1_000 })
    });
    let lines: Vec<Value> = lines.collect();
    let delivery = json!({ "request_id": request(), "purchases": [purchase], "lines": lines });
    let (_, seconds) = timed(|| ask(&app, "purchases.receive", delivery));
    let what = format!("a delivery of {LINES} lines taken in");
    figures.at_most("W12", &what, seconds * 1e3, ms(AT_ONCE_MS));
}

/// A purchase of every product, placed.
fn ordered(app: &App, products: &[Value]) -> String {
    let supplier = json!({ "request_id": request(), "name": "Mills" });
    let supplier = call(app, "suppliers.create", supplier);
    let lines = products
        .iter()
        .map(|product| json!({ "product": product, "quantity_milli": 1_000 }));
    let draft = json!({
        "request_id": request(), "supplier": supplier["output"]["id"],
        "lines": lines.collect::<Vec<_>>()
    });
    let draft = &call(app, "purchases.draft", draft)["output"];
    let order = json!({
        "request_id": request(), "id": draft["id"], "expected_version": draft["version"]
    });
    call(app, "purchases.order", order);
    let id = draft["id"].as_str();
    id.expect("a purchase has an id").to_owned()
}
