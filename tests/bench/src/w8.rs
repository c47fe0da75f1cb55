//! W8: what there is of a product, over all locations, in a book of five million movements.
//!
//! The movements and balances are written into the tables straight away: no shop waits for five
//! million adjustments. What is measured is the verb, as a window calls it.

use crate::shop::{app, ask, book, call, request, stocked};
use crate::stats::Times;
use crate::table::{Figures, ms};
use app::App;
use rusqlite::{Connection, params};
use serde_json::{Value, json};
use std::path::Path;

const MOVEMENTS: i64 = 5_000_000;
const PRODUCTS: i64 = 50_000;
const LOCATIONS: usize = 20;
/// Products that the shop really has, and is asked about.
const REAL: usize = 200;
const ROUNDS: usize = 5_000;

/// Measures availability by location, and the list of what lies at one.
pub fn run(folder: &Path, figures: &mut Figures) {
    let app = app(folder);
    let path = folder.join("movements.counterbook");
    book(&app, &path);
    let (products, _) = stocked(&app, REAL, 0);
    let locations: Vec<String> = (0..LOCATIONS).map(|nth| location(&app, nth)).collect();
    call(&app, "book.close", json!({}));
    fill(&path, &locations);
    call(&app, "book.open", json!({ "path": path }));
    let levels = |round: usize| {
        let product = &products[round * 7_919 % products.len()];
        ask(&app, "stock.levels", json!({ "product": product }));
    };
    levels(0);
    let times = Times::of(ROUNDS, levels);
    let what = "availability over all locations at 5 M movements, p99";
    figures.at_most("W8", what, times.percentile_ms(99), ms(1.0));
    let list = |round: usize| {
        let location = &locations[round % locations.len()];
        let page = json!({ "location": location, "offset": 0, "limit": 60 });
        ask(&app, "stock.list", page);
    };
    let times = Times::of(200, list);
    let what = "what lies at a location, first page, p99";
    figures.at_most("W8", what, times.percentile_ms(99), ms(20.0));
}

fn location(app: &App, nth: usize) -> String {
    let input = json!({ "request_id": request(), "name": format!("Place {nth}") });
    let made: Value = call(app, "locations.create", input);
    made["output"]["location"]
        .as_str()
        .expect("a location has a key")
        .to_owned()
}

/// Movements of many products, spread over the locations, with balances to match.
fn fill(path: &Path, locations: &[String]) {
    let mut conn = Connection::open(path).expect("the book opens");
    let tx = conn.transaction().expect("nobody else writes");
    for (nth, key) in locations.iter().enumerate() {
        let moves = "WITH RECURSIVE nth(n) AS (
                SELECT 0 UNION ALL SELECT n + 1 FROM nth WHERE n + 1 < ?1)
            INSERT INTO stock_move (product, at_ms, subject, part, from_location, to_location,
                                    quantity_milli, offset_min)
            SELECT iif(n % ?2 < ?5, 1 + n % ?2, 1000000 + n % ?2), 1700000000000 + n,
                   2000000 + n, ?3,
                   (SELECT no FROM term WHERE text = 'adjustment'),
                   (SELECT no FROM term WHERE text = ?4), 1000, 0
            FROM nth";
        let each = MOVEMENTS / locations.len() as i64;
        tx.execute(
            moves,
            params![each, PRODUCTS, nth as i64, key, REAL as i64 * 2],
        )
        .expect("movements are written");
        let balances = "INSERT OR IGNORE INTO stock_balance
            SELECT subject.no, (SELECT no FROM term WHERE text = ?1), 50000, 0
            FROM subject WHERE kind = 3";
        tx.execute(balances, [key]).expect("balances are written");
        let others = "WITH RECURSIVE nth(n) AS (
                SELECT 0 UNION ALL SELECT n + 1 FROM nth WHERE n + 1 < ?1)
            INSERT INTO stock_balance
            SELECT 1000000 + n, (SELECT no FROM term WHERE text = ?2), 5000, 0 FROM nth";
        tx.execute(others, params![PRODUCTS, key])
            .expect("balances are written");
    }
    tx.commit().expect("the movements are kept");
}
