//! A book is read and written by several programs at once, and its file is opened by whoever looks
//! into the folder: a file dialog that wants to know what kind of file it is, a program that makes
//! copies. None of that may cost an order.

#![allow(clippy::unwrap_used)] // a test may fail

use app::{App, AppOptions};
use serde_json::{Value, json};
use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::Command;

#[test]
fn a_file_that_is_opened_and_closed_beside_the_book_costs_no_order() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("counter.counterbook");
    let app = App::new(AppOptions::new(folder.path()));
    let book = json!({ "path": path, "name": "Shop", "currency": "GBP", "country": "GB" });
    app.call("book.create", book).unwrap();
    for round in 0..4 {
        sell(&app, 2 * round);
        look_into_the_folder(&path);
        assert_eq!(visit(&path), 2 * round + 1, "what the visitor sees");
        assert!(beside(&path, "-wal").exists(), "the log of an open book");
        sell(&app, 2 * round + 1);
        assert_eq!(count(&app), 2 * round + 2, "what the window sees");
    }
    drop(app);
    assert_eq!(visit(&path), 8, "what is there afterwards");
}

#[test]
fn a_book_that_nobody_has_open_any_more_is_one_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("counter.counterbook");
    let app = App::new(AppOptions::new(folder.path()));
    let book = json!({ "path": path, "name": "Shop", "currency": "GBP", "country": "GB" });
    app.call("book.create", book).unwrap();
    sell(&app, 0);
    // Several connections, and the first of them is not the last to go.
    assert_eq!(count(&app), 1);
    look_into_the_folder(&path);
    assert_eq!(visit(&path), 1);
    app.call("book.close", json!({})).unwrap();
    assert!(!beside(&path, "-wal").exists(), "the log is gone");
    assert!(!beside(&path, "-shm").exists(), "its index is gone");
    assert_eq!(visit(&path), 1);
}

/// What a file dialog does with every file that it shows.
fn look_into_the_folder(path: &Path) {
    for ending in ["", "-wal", "-shm"] {
        drop(File::open(beside(path, ending)).unwrap());
    }
}

fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    name.into()
}

fn visit(path: &Path) -> u32 {
    let visitor = Command::new(env!("CARGO_BIN_EXE_visitor"))
        .arg(path)
        .output()
        .unwrap();
    let said = String::from_utf8(visitor.stdout).unwrap();
    said.trim().parse().unwrap()
}

fn sell(app: &App, number: u32) {
    let sale = json!({
        "request_id": format!("00000000-0000-4000-8000-{number:012}"),
        "channel": "counter", "method": "cash",
        "lines": [{ "title": "Mug", "unit_price_micro": 1_000_000, "quantity_milli": 1_000 }],
    });
    app.call("orders.sell", sale).unwrap();
}

fn count(app: &App) -> u32 {
    let all = json!({ "offset": 0, "limit": 99 });
    let page: Value = app.call("orders.list", all).unwrap();
    let rows = page["rows"].as_array().unwrap();
    u32::try_from(rows.len()).unwrap()
}
