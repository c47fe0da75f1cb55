//! W1: a counter places, pays and fulfils orders of three lines one after the other, each durable
//! before the next; beside bare SQLite, in turns, so that both meet the same disk.

use crate::floor::Floor;
use crate::shop::{app, ask, book, call, request, stocked};
use crate::stats::{Times, timed};
use crate::table::{Figure, Figures, Limit};
use app::App;
use serde_json::{Value, json};

const ORDERS: usize = 2_000;
/// Orders a second of the fastest peer on this work, measured on such a machine.
const PEER_PER_SECOND: f64 = 13.5;

/// Runs it.
pub fn run(figures: &mut Figures) {
    let folder = tempfile::tempdir().expect("a folder for the bench");
    let app = app(folder.path());
    let path = folder.path().join("w1.counterbook");
    book(&app, &path);
    let (products, customers) = stocked(&app, 2_000, 1_000);
    let mut floor = Floor::new(&folder.path().join("floor.db")).expect("the floor's file");
    let below = Times::of(ORDERS, |round| {
        floor.write(round).expect("the floor writes")
    });
    let before = bytes(&path);
    let sold = Times::of(ORDERS, |round| {
        let sale = order(round, &products, &customers, "method");
        ask(&app, "orders.sell", sale);
    });
    // What waits to be added up is a part of the work.
    let (_, adding_up) = timed(|| app.rest());
    let again = Times::of(ORDERS, |round| {
        floor.write(round).expect("the floor writes")
    });
    let floor = (below.per_second() + again.per_second()) / 2.0;
    speed(
        figures,
        (&sold, adding_up),
        floor,
        (below.percentile_ms(99) + again.percentile_ms(99)) / 2.0,
    );
    let each = (bytes(&path) - before) as f64 / ORDERS as f64;
    figures.at_most(
        "W1",
        "bytes per order, young book",
        each,
        Limit {
            unit: "bytes",
            limit: 2_000.0,
        },
    );
    verbs_apart(&app, figures, floor, (&products, &customers));
}

/// Sales per second, adding up included, and their slowest, beside the floor and the fastest peer.
fn speed(figures: &mut Figures, (sold, adding_up): (&Times, f64), floor: f64, floor_p99: f64) {
    let rate = ORDERS as f64 / (ORDERS as f64 / sold.per_second() + adding_up);
    let mut add = |what: &str, figure: f64, unit: &'static str, goal: Goal| {
        figures.add(Figure {
            workload: "W1",
            what: what.to_owned(),
            figure,
            unit,
            floor: goal.floor,
            target: goal.target.to_owned(),
            met: Some(goal.met),
        });
    };
    let goal = Goal {
        floor: Some(floor),
        target: "0.5 of the floor",
        met: rate >= 0.5 * floor,
    };
    add("sales per second (one entry)", rate, "1/s", goal);
    let p99 = sold.percentile_ms(99);
    let met = p99 <= 3.0 * floor_p99;
    let goal = Goal {
        floor: Some(floor_p99),
        target: "3 x the floor's p99",
        met,
    };
    add("sale, p99", p99, "ms", goal);
    let times = rate / PEER_PER_SECOND;
    add(
        "times the fastest peer",
        times,
        "x",
        Goal {
            floor: None,
            target: ">= 20 x",
            met: times >= 20.0,
        },
    );
}

fn verbs_apart(app: &App, figures: &mut Figures, floor: f64, known: (&[Value], &[Value])) {
    let verbs = Times::of(ORDERS / 4, |round| {
        three_verbs(app, round, known.0, known.1)
    });
    figures.add(Figure {
        workload: "W1",
        what: "place, pay and fulfil as three verbs, per second".into(),
        figure: verbs.per_second(),
        unit: "1/s",
        floor: Some(floor),
        target: String::new(),
        met: None,
    });
}

/// What a figure is held against.
struct Goal {
    floor: Option<f64>,
    target: &'static str,
    met: bool,
}

fn order(round: usize, products: &[Value], customers: &[Value], paid: &str) -> Value {
    let lines: Vec<Value> = (0..3)
        .map(|line| &products[(round * 3 + line * 7) % products.len()])
        .map(|product| json!({ "product": product, "quantity_milli": 1_000 }))
        .collect();
    let mut order = json!({
        "request_id": request(), "channel": "counter", "lines": lines,
        "customer": customers[round % customers.len()],
    });
    if !paid.is_empty() {
        order[paid] = "cash".into();
    }
    order
}

fn three_verbs(app: &App, round: usize, products: &[Value], customers: &[Value]) {
    let placed = call(app, "orders.place", order(round, products, customers, ""));
    let (id, due) = (&placed["output"]["id"], &placed["output"]["due_minor"]);
    let pay = json!({
        "id": id, "expected_version": placed["output"]["version"], "request_id": request(),
        "method": "cash", "amount_minor": due,
    });
    let paid = call(app, "orders.pay", pay);
    let fulfil = json!({
        "id": id, "expected_version": paid["output"]["version"], "request_id": request(),
    });
    ask(app, "orders.fulfil", fulfil);
}

/// Size of a book, its write-ahead log folded in.
pub fn bytes(path: &std::path::Path) -> u64 {
    let conn = rusqlite::Connection::open(path).expect("the book opens");
    conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))
        .expect("a checkpoint");
    std::fs::metadata(path).map(|data| data.len()).unwrap_or(0)
}
