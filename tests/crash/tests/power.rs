//! What a book acknowledged survives the power going at any write, on a disk that keeps any part of
//! what was not durable; and a disk that is full or broken costs no sale that was acknowledged.

#![allow(clippy::unwrap_used)] // a test may fail

use app::{App, AppError, AppOptions};
use crash::{check, found};
use disk::Disk;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Cuts of the power.
const CUTS: u64 = 150;
/// Times that the disk fails.
const FAILURES: u64 = 40;

/// A counter on a disk that fails.
struct Counter {
    app: App,
    path: PathBuf,
    product: String,
    requests: u64,
}

impl Counter {
    fn open(folder: &Path) -> Self {
        let path = folder.join("counter.counterbook");
        let product = found(&path, &folder.join("settings"));
        let app = App::new(AppOptions::new(folder.join("settings")));
        let counter = Self {
            app,
            path,
            product,
            requests: 0,
        };
        counter.begin().unwrap();
        counter
    }

    fn begin(&self) -> Result<Value, AppError> {
        self.app.call("book.open", json!({ "path": self.path }))
    }

    /// The next sale, which may be asked for again.
    fn sale(&mut self) -> Value {
        self.requests += 1;
        let lines: Vec<Value> = (0..=self.requests % 3)
            .map(|line| json!({ "product": self.product, "quantity_milli": (line + 1) * 1_000 }))
            .collect();
        json!({
            "request_id": format!("00000000-0000-4000-8000-{:012x}", self.requests),
            "channel": "counter", "method": "cash", "lines": lines,
        })
    }

    /// Takes a sale; its number.
    fn sell(&self, sale: &Value) -> Result<String, AppError> {
        let sold = self.app.call("orders.sell", sale.clone())?;
        Ok(sold["output"]["number"].as_str().unwrap().to_owned())
    }

    /// What else a shop does: looks at its lists, which adds up what waits, and closes at night,
    /// which folds the log in.
    fn do_else(&self, step: u64) {
        match step % 11 {
            3 => {
                let asked = json!({ "offset": 0, "limit": 5 });
                self.app.call("orders.list", asked).unwrap();
            }
            7 => {
                self.app.call("book.close", json!({})).unwrap();
                self.begin().unwrap();
            }
            _ => {}
        }
    }
}

#[test]
fn every_acknowledged_sale_is_there_complete_and_once_after_the_power_went_at_any_write() {
    let disk = Disk::take();
    let folder = tempfile::tempdir().unwrap();
    let mut counter = Counter::open(folder.path());
    let mut acknowledged = BTreeSet::new();
    for cut in 0..CUTS {
        let left = folder.path().join(format!("left-{cut}"));
        disk.cut_after(cut * 7 % 23, cut, left.clone());
        let mut after = Vec::new();
        while !disk.has_happened() {
            let sale = counter.sale();
            let number = counter.sell(&sale).unwrap();
            if disk.has_happened() {
                after.push(number);
            } else {
                assert!(acknowledged.insert(number));
                counter.do_else(counter.requests);
            }
        }
        check(
            &left.join("counter.counterbook"),
            &acknowledged,
            cut % 10 == 9,
        );
        std::fs::remove_dir_all(&left).unwrap();
        acknowledged.extend(after);
    }
    drop(counter);
    assert!(
        acknowledged.len() as u64 > CUTS,
        "{} sales",
        acknowledged.len()
    );
}

#[test]
fn a_full_disk_refuses_a_sale_in_words_and_takes_it_once_when_there_is_room_again() {
    fails(|disk, writes| disk.full_after(writes), "disk_full");
}

#[test]
fn a_disk_that_makes_nothing_durable_acknowledges_nothing() {
    fails(|disk, writes| disk.unsafe_after(writes), "database");
}

/// Sells until the disk fails, mends it, asks again for what was refused, and misses nothing.
fn fails(plan: impl Fn(&Disk, u64), code: &str) {
    let disk = Disk::take();
    let folder = tempfile::tempdir().unwrap();
    let mut counter = Counter::open(folder.path());
    let mut acknowledged = BTreeSet::new();
    for failure in 0..FAILURES {
        plan(&disk, failure * 7 % 47);
        let refused = loop {
            let sale = counter.sale();
            match counter.sell(&sale) {
                Ok(number) => assert!(acknowledged.insert(number)),
                Err(error) => {
                    assert_eq!(error.code, code, "{error}");
                    break sale;
                }
            }
        };
        disk.mend();
        let number = counter.sell(&refused).unwrap();
        assert!(acknowledged.insert(number), "it was sold once");
        counter.do_else(failure);
    }
    let path = counter.path.clone();
    drop(counter);
    check(&path, &acknowledged, true);
    assert!(acknowledged.len() as u64 > FAILURES);
}
