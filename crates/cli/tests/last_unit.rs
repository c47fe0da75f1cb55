//! Two windows and the command line want the last units at the same time: a book that blocks sells
//! each of them once and none that is not there, whoever comes first.
#![allow(clippy::unwrap_used, reason = "a test fails where it panics")]

use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Barrier;
use std::thread;

use app::{App, AppOptions};
use serde_json::{Value, json};

/// Pieces that are there.
const PIECES: i64 = 9;
/// How often each of those who want one tries.
const TRIES: u128 = 6;

fn window(path: &Path) -> App {
    let app = App::new(AppOptions::scripted());
    app.call("book.open", json!({ "path": path })).unwrap();
    app
}

fn id(number: u128) -> String {
    format!("00000000-0000-4000-8000-{number:012x}")
}

/// A book that blocks, with a product; gives the product.
fn shop(path: &Path) -> String {
    let app = App::new(AppOptions::scripted());
    let new = json!({ "path": path, "name": "Shop", "currency": "GBP", "country": "GB" });
    app.call("book.create", new).unwrap();
    let blocks = json!({ "request_id": id(1), "expected_version": 1, "stock_policy": "block" });
    app.call("book.amend", blocks).unwrap();
    let product = json!({
        "request_id": id(2), "sku": "LAST", "title": "Last one", "unit_price_micro": 1_000_000
    });
    let product = app.call("products.create", product).unwrap();
    let product = product["output"]["id"].as_str().unwrap().to_owned();
    let found = json!({
        "request_id": id(3), "product": product, "quantity_milli": PIECES * 1_000,
        "reason": "found"
    });
    app.call("stock.adjust", found).unwrap();
    app.call("book.close", json!({})).unwrap();
    product
}

fn order(product: &str, request: u128) -> Value {
    json!({
        "request_id": id(request), "channel": "counter",
        "lines": [{ "product": product, "quantity_milli": 1_000 }]
    })
}

/// Sells or places by a window; gives how often it worked. A book that is busy is asked again.
fn by_window(path: &Path, product: &str, verb: &str, first: u128) -> i64 {
    let app = window(path);
    let mut done = 0;
    for request in first..first + TRIES {
        let mut input = order(product, request);
        if verb == "orders.sell" {
            input["method"] = json!("card");
        }
        loop {
            match app.call(verb, input.clone()) {
                Ok(_) => done += 1,
                Err(error) if error.code == "book_busy" => continue,
                Err(error) => assert_eq!(error.code, "stock_short"),
            }
            break;
        }
    }
    done
}

/// The same by the command line, a program for each try.
fn by_command_line(path: &Path, product: &str, first: u128) -> i64 {
    let mut done = 0;
    for request in first..first + TRIES {
        let input = order(product, request).to_string();
        let output = Command::new(env!("CARGO_BIN_EXE_counterbook"))
            .args(["call", path.to_str().unwrap(), "orders.place", &input])
            .stdin(Stdio::null())
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        if output.status.success() {
            done += 1;
        } else {
            assert!(said.contains("stock_short"), "{said}");
        }
    }
    done
}

#[test]
fn the_last_units_are_sold_once_by_windows_and_the_command_line_together() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("shop.counterbook");
    let product = shop(&path);
    let (path, product) = (path.as_path(), product.as_str());
    let start = Barrier::new(4);
    let sold: i64 = thread::scope(|scope| {
        let start = &start;
        let windows = [("orders.sell", 100), ("orders.place", 200)].map(|(verb, first)| {
            scope.spawn(move || {
                start.wait();
                by_window(path, product, verb, first)
            })
        });
        let programs = [300, 400].map(|first| {
            scope.spawn(move || {
                start.wait();
                by_command_line(path, product, first)
            })
        });
        let all = windows.into_iter().chain(programs);
        all.map(|one| one.join().unwrap()).sum()
    });
    assert_eq!(sold, PIECES);
    let app = window(path);
    let after = app.call("products.get", json!({ "id": product })).unwrap();
    assert_eq!(after["available_milli"], 0);
    let orders = app
        .call("orders.list", json!({ "offset": 0, "limit": 50 }))
        .unwrap();
    assert_eq!(orders["total"], PIECES);
}
