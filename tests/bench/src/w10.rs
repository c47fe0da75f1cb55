//! W10: what 50,000 products are worth as of any day of five years, beside a bare walk over the
//! same movements.

use crate::shop::{app, book, call};
use crate::stats::timed;
use crate::table::{Figure, Figures};
use book::{Act, Book, Said, Tx};
use domain::product::ProductTerms;
use domain::stock::{Adjusted, AdjustedLine, MAIN};
use domain::{Day, ProductId, RequestId, Subject, SubjectKind};
use rusqlite::Connection;
use serde_json::json;
use std::path::Path;
use uuid::Uuid;

const PRODUCTS: usize = 50_000;
/// Movements of each product: one a quarter in, one a quarter out.
const QUARTERS: i64 = 20;
const DAY_MS: i64 = 86_400_000;
/// 2 January 2021.
const FIRST: Day = Day(18_629);
const PART: usize = 5_000;

/// Runs it.
pub fn run(figures: &mut Figures) {
    let folder = tempfile::tempdir().expect("a folder for the bench");
    let app = app(folder.path());
    let path = folder.path().join("w10.counterbook");
    book(&app, &path);
    let (_, seconds) = timed(|| stock(&path));
    let moves = PRODUCTS as i64 * QUARTERS * 2;
    println!("     {PRODUCTS} products with {moves} movements were written in {seconds:.1} s");
    let floor = walk(&path);
    for (by, quarter) in [
        ("fifo", QUARTERS),
        ("average", QUARTERS),
        ("fifo", QUARTERS / 2),
    ] {
        let to = FIRST.plus(quarter as i32 * 91).to_string();
        let input = json!({ "report": "stock-value", "by": by, "to": to });
        let (report, seconds) = timed(|| call(&app, "reports.run", input));
        assert!(report["totals"]["value_minor"].as_i64() > Some(0));
        figures.add(Figure {
            workload: "W10",
            what: format!("value of {PRODUCTS} products, {by}, on {to}"),
            figure: seconds,
            unit: "s",
            floor: Some(floor),
            target: "2 s".into(),
            met: Some(seconds < 2.0),
        });
    }
}

/// Products without a price of interest, and their movements: found at a cost that changes with the
/// quarter, and half of them lost again in its middle.
fn stock(path: &Path) {
    let book = Book::open(path).expect("the book opens");
    let ids: Vec<Uuid> = (0..PRODUCTS).map(|_| Uuid::now_v7()).collect();
    for part in ids.chunks(PART) {
        write(&book, FIRST, |tx| {
            for (index, id) in part.iter().enumerate() {
                let terms = ProductTerms {
                    sku: Some(format!("SKU-{}", id.simple())),
                    title: Some(format!("Enamel mug no. {index}")),
                    unit_price_micro: Some(4_990_000),
                    ..ProductTerms::default()
                };
                let subject = Subject::new(SubjectKind::Product, *id);
                tx.append(Said::new(subject, "product.created", &terms))?;
            }
            Ok(())
        });
    }
    for quarter in 0..QUARTERS {
        let day = FIRST.plus(quarter as i32 * 91);
        for part in ids.chunks(PART) {
            let found = |_: usize| (20_000, Some(2_000_000 + quarter * 30_000));
            write(&book, day, |tx| say(tx, &adjusted(part, found)));
            let lost = |index: usize| (-(10_000 + (index as i64 % 9) * 1_000), None);
            write(&book, day.plus(45), |tx| say(tx, &adjusted(part, lost)));
        }
    }
}

fn adjusted(products: &[Uuid], change: impl Fn(usize) -> (i64, Option<i64>)) -> Adjusted {
    let lines = products.iter().enumerate().map(|(index, product)| {
        let (quantity_milli, unit_cost_micro) = change(index);
        AdjustedLine {
            product: ProductId(*product),
            quantity_milli,
            unit_cost_micro,
        }
    });
    Adjusted {
        lots: Vec::new(),
        location: MAIN.to_owned(),
        reason: "quarter".to_owned(),
        channel: None,
        country: None,
        dated_ms: None,
        external_id: None,
        run: None,
        lines: lines.collect(),
    }
}

fn say(tx: &mut Tx<'_>, adjusted: &Adjusted) -> book::Result<()> {
    let subject = Subject::new(SubjectKind::Stock, Uuid::now_v7());
    tx.append(Said::new(subject, "stock.adjusted", adjusted))
}

fn write<T>(book: &Book, day: Day, run: impl FnOnce(&mut Tx<'_>) -> book::Result<T>) {
    let act = Act {
        actor: "bench".into(),
        request_id: RequestId(Uuid::now_v7()),
        at_ms: i64::from(day.0) * DAY_MS + DAY_MS / 2,
        offset_min: 0,
        dry_run: false,
    };
    book.write(&act, run).expect("the movements are written");
}

/// Seconds that SQLite takes to add the same rows up.
fn walk(path: &Path) -> f64 {
    let conn = Connection::open(path).expect("the book can be read");
    let sum = || {
        let mut query = conn
            .prepare(
                "SELECT product, at_ms, subject, quantity_milli, unit_cost_micro FROM stock_move",
            )
            .expect("the table is there");
        let mut rows = query.query([]).expect("the rows can be read");
        let mut sum = 0_i64;
        while let Some(row) = rows.next().expect("a row") {
            sum = sum.wrapping_add(row.get::<_, i64>(3).expect("a quantity"));
        }
        sum
    };
    sum();
    timed(sum).1
}
