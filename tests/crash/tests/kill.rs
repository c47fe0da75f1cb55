//! A sale that was acknowledged survives the death of its process, complete and once.

#![allow(clippy::unwrap_used)] // a test may fail

use app::{App, AppOptions};
use book::Book;
use serde_json::json;
use std::collections::BTreeSet;
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

const KILLS: u64 = 200;

#[test]
fn every_acknowledged_sale_is_there_complete_and_once_after_two_hundred_kills() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("counter.counterbook");
    let product = found(&path, folder.path());
    let mut acknowledged = BTreeSet::new();
    for kill in 0..KILLS {
        for number in sell_until_killed(&path, &product, kill) {
            assert!(
                acknowledged.insert(number.clone()),
                "{number} was given out twice"
            );
        }
        check(&path, &acknowledged, kill % 40 == 39);
    }
    assert!(
        acknowledged.len() as u64 > KILLS,
        "the children sold {}",
        acknowledged.len()
    );
    println!(
        "{} sales acknowledged over {KILLS} kills, none lost",
        acknowledged.len()
    );
}

fn found(path: &Path, settings: &Path) -> String {
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

/// Runs a counter until it has sold some and a moment more, and kills it. The moment is spread
/// over what a sale takes, so that kills fall into every part of one.
fn sell_until_killed(path: &Path, product: &str, kill: u64) -> Vec<String> {
    let mut child = Command::new(env!("CARGO_BIN_EXE_crash-child"))
        .arg(path)
        .args([product, &kill.to_string()])
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let mut numbers = Vec::new();
    for _ in 0..=kill % 7 {
        numbers.push(lines.next().expect("the child sells").unwrap());
    }
    std::thread::sleep(Duration::from_micros(kill * 7_919 % 6_000));
    child.kill().unwrap();
    child.wait().unwrap();
    // What it printed before it died was acknowledged, too.
    numbers.extend(lines.map_while(Result::ok).filter(|line| line.len() == 8));
    numbers
}

fn check(path: &Path, acknowledged: &BTreeSet<String>, deep: bool) {
    let book = Book::open(path).unwrap();
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
    let found = found.unwrap();
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
