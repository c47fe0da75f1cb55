//! W9: what to order, out of 50,000 products of 25 suppliers with ninety days of sales. Products
//! and suppliers are written through the book's own door; the days of sales straight into the
//! roll-up, as the orders of a quarter would leave them there.

use crate::shop;
use crate::stats;
use crate::table::{Figures, Limit};
use book::{Act, Book, Said};
use domain::{RequestId, Subject, SubjectKind};
use serde_json::{Value, json};
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};
use uuid::Uuid;

const PRODUCTS: u128 = 50_000;
const SUPPLIERS: u128 = 25;
const DAYS: i64 = 90;
const RUNS: usize = 5;
const DAY_MS: i64 = 86_400_000;
const LIMIT: Limit = Limit {
    unit: "s",
    limit: 3.0,
};

/// Makes the shop and asks for its suggestions.
pub fn run(figures: &mut Figures) {
    let folder = tempfile::tempdir().expect("a folder for the bench");
    let app = shop::app(folder.path());
    let path = folder.path().join("buying.counterbook");
    shop::book(&app, &path);
    shop::call(&app, "book.close", json!({}));
    fill(&path);
    sell(&path);
    shop::call(&app, "book.open", json!({ "path": path }));
    // The first question warms the pages that a cold disk would have to bring.
    let first = shop::call(&app, "purchases.suggestions", json!({}));
    let asked = first["suppliers"].as_array().map_or(0, Vec::len);
    assert_eq!(asked as u128, SUPPLIERS, "every supplier is to be asked");
    let one = json!({ "supplier": first["suppliers"][0]["supplier"] });
    let ask = |_| stats::timed(|| shop::ask(&app, "purchases.suggestions", one.clone())).1;
    let mut seconds: Vec<f64> = (0..RUNS).map(ask).collect();
    seconds.sort_by(f64::total_cmp);
    let name = format!("suggestions for {PRODUCTS} products");
    figures.at_most("W9", &name, seconds[RUNS / 2], LIMIT);
}

fn now_ms() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    since.expect("a clock after 1970").as_millis() as i64
}

fn supplier(nth: u128) -> Uuid {
    Uuid::from_u128(1 << 64 | nth)
}

/// Suppliers, and products with what they cost there.
fn fill(path: &Path) {
    let book = Book::open(path).expect("the book is opened");
    let act = Act {
        actor: "bench".into(),
        request_id: RequestId(Uuid::from_u128(1)),
        at_ms: now_ms(),
        offset_min: 0,
        dry_run: false,
    };
    let written = book.write(&act, |tx| {
        let mut say = |kind, id, what, payload: Value| {
            tx.append(Said::new(Subject::new(kind, id), what, &payload))
        };
        for nth in 0..SUPPLIERS {
            let terms = json!({ "name": format!("Supplier {nth}"), "lead_time_days": 10 });
            say(
                SubjectKind::Supplier,
                supplier(nth),
                "supplier.created",
                terms,
            )?;
        }
        for nth in 0..PRODUCTS {
            let id = Uuid::from_u128(1 << 65 | nth);
            let terms = json!({
                "sku": format!("SKU-{nth:05}"), "title": format!("Mug no. {nth}"),
                "unit_price_micro": 4_990_000
            });
            say(SubjectKind::Product, id, "product.created", terms)?;
            let supply = json!({
                "code": format!("K{nth}"), "pack_milli": 6_000, "unit_cost_micro": 2_000_000
            });
            let said = json!({ "supplier": supplier(nth % SUPPLIERS), "supply": supply });
            say(SubjectKind::Product, id, "product.supplied", said)?;
        }
        Ok(())
    });
    drop(written.expect("the shop is written"));
}

/// Each product is sold on every ninth day.
fn sell(path: &Path) {
    let file = rusqlite::Connection::open(path).expect("the file is opened");
    let today = now_ms() / DAY_MS;
    let sql = "INSERT INTO product_sales \
               SELECT 0, ?1 - day.value, product.no, 1, 1000 + product.no % 9 * 500, 0 \
               FROM product, json_each(?2) AS day WHERE (product.no + day.value) % 9 = 0";
    let days: Vec<i64> = (1..DAYS).collect();
    let days = serde_json::to_string(&days).expect("numbers are JSON");
    file.execute(sql, rusqlite::params![today, days])
        .expect("the days of sales are written");
}
