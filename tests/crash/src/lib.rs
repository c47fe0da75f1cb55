//! What must hold of a book whatever its process, its power or its disk went through.

#![allow(clippy::unwrap_used)] // it serves tests, which may fail

use app::{App, AppOptions};
use book::Book;
use serde_json::json;
use std::collections::BTreeSet;
use std::path::Path;

/// A shop with one product, whose id it returns.
pub fn found(path: &Path, settings: &Path) -> String {
    let app = App::new(AppOptions::new(settings));
    let book = json!({ "path": path, "name": "Shop", "currency": "GBP", "country": "GB" });
    app.call("book.create", book).unwrap();
    let product = json!({
        "request_id": "11111111-0000-4000-8000-000000000001",
        "sku": "MUG", "title": "Mug", "unit_price_micro": 4_990_000,
    });
    let made = app.call("products.create", product).unwrap();
    made["output"]["id"].as_str().unwrap().to_owned()
}

/// Every acknowledged sale is there, once; every sale that is there is complete, and their numbers
/// have no hole. A deep look verifies the whole book.
pub fn check(path: &Path, acknowledged: &BTreeSet<String>, deep: bool) {
    let book = Book::open(path).unwrap();
    let found = sales(&book);
    for (number, figures) in &found {
        let [lines, total, paid, state, rows, legs] = figures[..] else {
            unreachable!()
        };
        assert_eq!(
            (lines, total, 0),
            (rows, paid, legs),
            "{number} is not complete"
        );
        assert_eq!(state, 2, "{number} is not closed");
    }
    let numbers: BTreeSet<&String> = found.iter().map(|(number, _)| number).collect();
    assert_eq!(numbers.len(), found.len(), "a number stands twice");
    let lost: Vec<_> = acknowledged
        .iter()
        .filter(|number| !numbers.contains(number))
        .collect();
    assert!(lost.is_empty(), "acknowledged and lost: {lost:?}");
    let expected: Vec<String> = (1..=found.len()).map(|n| format!("A-{n:06}")).collect();
    assert!(
        found.iter().map(|(number, _)| number).eq(&expected),
        "numbers have a hole"
    );
    if deep {
        let verified = book.verify(&mut |_, _| Ok(())).unwrap();
        let wrong: Vec<_> = verified.checks.iter().filter(|check| !check.ok).collect();
        assert!(wrong.is_empty(), "{wrong:?}");
    }
}

/// The number of each sale with its figures.
fn sales(book: &Book) -> Vec<(String, Vec<i64>)> {
    let found = book.read(|read| {
        let sql = "SELECT number, line_count, total_minor, paid_minor, state,
                     (SELECT count(*) FROM order_line WHERE order_no = orders.no),
                     (SELECT sum(amount_minor) FROM money_leg WHERE subject = orders.no)
                   FROM orders ORDER BY no";
        let mut query = read.conn.prepare(sql)?;
        let rows = query.query_map([], |row| {
            let number: String = row.get(0)?;
            let figures: Vec<i64> = (1..7).map(|at| row.get(at)).collect::<Result<_, _>>()?;
            Ok((number, figures))
        })?;
        Ok(rows.collect::<Result<Vec<_>, _>>()?)
    });
    found.unwrap()
}
