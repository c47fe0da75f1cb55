//! W2: lists, records, searches, Today and reports on a seeded book of a given size.

use crate::shop::{ask, call};
use crate::stats::Times;
use crate::table::{Figures, ms};
use app::App;
use serde_json::{Value, json};

const ROUNDS: usize = 200;
const PAGE: usize = 60;

/// Measures every reading of the screens on the open book.
pub fn run(app: &App, orders: u64, figures: &mut Figures) {
    let size = name_of(orders);
    let sorts = [
        "placed", "number", "customer", "channel", "items", "total", "payment",
    ];
    for key in sorts {
        let sort = json!({ "key": key, "descending": key == "placed" });
        first_and_deep(
            app,
            &size,
            figures,
            &format!("sorted by {key}"),
            &sort,
            json!({}),
        );
    }
    let placed = json!({ "key": "placed", "descending": true });
    let filter = json!({ "payment": ["unpaid", "part_paid"], "from": "2023-01-01" });
    first_and_deep(app, &size, figures, "unpaid since a day", &placed, filter);
    searches(app, &size, figures);
    records(app, &size, figures);
    reports(app, &size, figures);
}

fn name_of(orders: u64) -> String {
    match orders {
        1_000_000.. => format!("{} M", orders / 1_000_000),
        _ => format!("{} k", orders / 1_000),
    }
}

fn first_and_deep(
    app: &App,
    size: &str,
    figures: &mut Figures,
    what: &str,
    sort: &Value,
    filter: Value,
) {
    let page =
        |offset: usize| json!({ "filter": filter, "sort": sort, "offset": offset, "limit": PAGE });
    let list = |offset: usize| ask(app, "orders.list", page(offset));
    let first = Times::of(1, |_| list(0));
    figures.at_most(
        "W2",
        &format!("{size}: {what}, very first page"),
        first.percentile_ms(50),
        ms(10.0),
    );
    let total = complete(|| call(app, "orders.list", page(0)));
    let deep = Times::of(ROUNDS, |round| list(round * 7_919 % total.max(1)));
    pair(figures, &format!("{size}: {what}, any page"), &deep);
}

/// Asks until the list is counted; returns how long it is.
fn complete(list: impl Fn() -> Value) -> usize {
    for _ in 0..2_000 {
        let page = list();
        if page["complete"] == true {
            return page["total"].as_u64().unwrap_or(0) as usize;
        }
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    panic!("a list is never complete");
}

fn pair(figures: &mut Figures, what: &str, times: &Times) {
    figures.at_most(
        "W2",
        &format!("{what}, p50"),
        times.percentile_ms(50),
        ms(1.0),
    );
    figures.at_most(
        "W2",
        &format!("{what}, p99"),
        times.percentile_ms(99),
        ms(10.0),
    );
}

fn searches(app: &App, size: &str, figures: &mut Figures) {
    let customers = words(app, "customers.list", "name");
    let skus = words(app, "products.list", "sku");
    for (what, words, verb) in [
        ("customers by prefix", &customers, "customers.list"),
        ("products by prefix", &skus, "products.list"),
        ("everything by prefix", &customers, "book.search"),
    ] {
        let times = Times::of(ROUNDS, |round| {
            let word = &words[round % words.len()];
            let text: String = word.chars().take(3 + round % 3).collect();
            let input = match verb {
                "book.search" => json!({ "text": text }),
                _ => json!({ "text": text, "offset": 0, "limit": PAGE }),
            };
            ask(app, verb, input);
        });
        pair(figures, &format!("{size}: {what}"), &times);
    }
}

fn words(app: &App, verb: &str, field: &str) -> Vec<String> {
    let mut found = Vec::new();
    for page in 0..10 {
        let rows = call(app, verb, json!({ "offset": page * 100, "limit": 100 }));
        let rows = rows["rows"].as_array().cloned().unwrap_or_default();
        found.extend(
            rows.iter()
                .filter_map(|row| row[field].as_str().map(str::to_owned)),
        );
    }
    found
}

fn records(app: &App, size: &str, figures: &mut Figures) {
    for (what, list, get) in [
        ("one order with lines", "orders.list", "orders.get"),
        ("one product", "products.list", "products.get"),
        ("one customer", "customers.list", "customers.get"),
        ("product history", "products.list", "products.movements"),
    ] {
        let rows = call(app, list, json!({ "offset": 0, "limit": 200 }));
        let ids: Vec<&Value> = rows["rows"]
            .as_array()
            .into_iter()
            .flatten()
            .map(|row| &row["id"])
            .collect();
        let times = Times::of(ROUNDS, |round| {
            let mut input = json!({ "id": ids[round % ids.len()] });
            if get == "products.movements" {
                input["offset"] = 0.into();
                input["limit"] = PAGE.into();
            }
            ask(app, get, input);
        });
        pair(figures, &format!("{size}: {what}"), &times);
    }
}

fn reports(app: &App, size: &str, figures: &mut Figures) {
    let day = call(app, "book.info", json!({}))["last_day"].clone();
    let today = Times::of(20, |_| ask(app, "book.today", json!({ "day": day })));
    figures.at_most(
        "W2",
        &format!("{size}: Today, p50"),
        today.percentile_ms(50),
        ms(50.0),
    );
    let list = call(app, "reports.list", json!({}));
    for report in list["reports"].as_array().into_iter().flatten() {
        let name = report["report"].as_str().unwrap_or_default();
        let all = Times::of(10, |_| ask(app, "reports.run", json!({ "report": name })));
        let year = json!({ "report": name, "from": "2024-01-01", "to": "2024-12-31" });
        figures.at_most(
            "W2",
            &format!("{size}: {name}, all time, p50"),
            all.percentile_ms(50),
            ms(50.0),
        );
        let parameters = report["parameters"].as_array().into_iter().flatten();
        if !parameters.into_iter().any(|parameter| parameter == "from") {
            continue;
        }
        let one = Times::of(10, |_| ask(app, "reports.run", year.clone()));
        figures.at_most(
            "W2",
            &format!("{size}: {name}, one year, p50"),
            one.percentile_ms(50),
            ms(20.0),
        );
    }
}
