//! Reports: every figure is what the deals say, counted here a second time and by hand.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

#[allow(dead_code, reason = "each test uses a part of it")]
mod market;
#[allow(dead_code, reason = "each test uses a part of it")]
mod shop;

use book::dto::{Report, ReportInput};
use domain::Day;
use domain::order::OrderKind;
use market::{Deal, FIRST_DAY, Market};
use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, BTreeSet};

fn run(market: &Market, asked: ReportInput) -> Report {
    market
        .clerk
        .book
        .read(|read| read.report(&asked, FIRST_DAY))
        .unwrap()
}

fn named(report: &str) -> ReportInput {
    ReportInput {
        report: report.to_owned(),
        ..ReportInput::default()
    }
}

fn within(report: &str, from: Day, to: Day) -> ReportInput {
    let (from, to) = (Some(from.to_string()), Some(to.to_string()));
    ReportInput {
        from,
        to,
        ..named(report)
    }
}

fn figure(row: &Map<String, Value>, key: &str) -> i64 {
    row.get(key)
        .and_then(Value::as_i64)
        .unwrap_or_else(|| panic!("{key} in {row:?}"))
}

/// The figures of some deals in the columns that reports on sales have in common.
fn figures(deals: &[&Deal]) -> Map<String, Value> {
    let of = |kind| deals.iter().filter(move |deal| deal.kind == kind);
    let lines = |deals: &mut dyn Iterator<Item = &&Deal>| -> usize {
        deals.map(|deal| deal.lines.len()).sum()
    };
    let units = |deals: &mut dyn Iterator<Item = &&Deal>| -> i64 {
        deals
            .flat_map(|deal| &deal.lines)
            .map(|line| line.1 * 1_000)
            .sum()
    };
    let customers: BTreeSet<_> = deals.iter().filter_map(|deal| deal.customer).collect();
    let table = json!({
        "documents": deals.len(),
        "lines": lines(&mut deals.iter()),
        "customers": customers.len(),
        "units_milli": units(&mut deals.iter()),
        "revenue_minor": deals.iter().map(|deal| deal.total_minor()).sum::<i64>(),
        "tax_minor": 0,
        "orders": of(OrderKind::Sale).count(),
        "returns": of(OrderKind::Return).count(),
        "return_lines": lines(&mut of(OrderKind::Return)),
        "returned_milli": units(&mut of(OrderKind::Return)),
        "returned_minor": of(OrderKind::Return).map(|deal| deal.total_minor()).sum::<i64>(),
    });
    table.as_object().unwrap().clone()
}

fn of_days(market: &Market, from: Day, to: Day) -> Vec<&Deal> {
    market
        .deals
        .iter()
        .filter(|deal| (from..=to).contains(&deal.day))
        .collect()
}

/// Ranges that begin and end inside of periods, and the whole time.
fn ranges() -> Vec<(Day, Day)> {
    let day = |days| FIRST_DAY.plus(days);
    vec![
        (day(0), day(499)),
        (day(17), day(17)),
        (day(20), day(210)),
        (day(62), day(430)),
    ]
}

fn market() -> Market {
    let mut market = Market::open(21, 40, 60);
    market.trade(900, 500);
    // The range of the whole time begins and ends with a deal.
    let days = market.deals.iter().map(|deal| deal.day);
    assert_eq!(
        (days.clone().min(), days.max()),
        (Some(FIRST_DAY), Some(FIRST_DAY.plus(499)))
    );
    market
}

#[test]
fn sales_over_time_count_every_deal_in_its_period() {
    let market = market();
    type Series = (&'static str, &'static str, fn(Day) -> Day);
    let starts: [Series; 3] = [
        ("sales-by-day", "day", |day| day),
        ("sales-by-week", "week", Day::week_start),
        ("sales-by-month", "month", Day::month_start),
    ];
    for (from, to) in ranges() {
        for (report, key, start) in starts {
            let found = run(&market, within(report, from, to));
            let mut next = start(from);
            for row in &found.rows {
                let name = row[key].as_str().unwrap();
                assert!(
                    next.to_string().starts_with(name),
                    "{report}: {name} is not {next}"
                );
                let deals = of_days(&market, from, to);
                let deals: Vec<_> = deals
                    .into_iter()
                    .filter(|deal| start(deal.day) == next)
                    .collect();
                let mut expected = figures(&deals);
                expected.insert(key.to_owned(), json!(name));
                assert_eq!(*row, expected, "{report} {from} {to}");
                next = (1..40)
                    .map(|days| next.plus(days))
                    .find(|day| start(*day) == *day)
                    .unwrap();
            }
            assert!(next > to, "{report} goes on to the end");
            assert_eq!(
                found.totals,
                figures(&of_days(&market, from, to)),
                "{report}"
            );
        }
    }
}

#[test]
fn the_period_before_stands_beside_each_period() {
    let market = market();
    let (from, to) = (FIRST_DAY.plus(100), FIRST_DAY.plus(160));
    let asked = ReportInput {
        compare: Some(true),
        ..within("sales-by-day", from, to)
    };
    let found = run(&market, asked);
    for (index, row) in found.rows.iter().enumerate() {
        let day = from.plus(index as i32 - 61);
        let revenue: i64 = of_days(&market, day, day)
            .iter()
            .map(|deal| deal.total_minor())
            .sum();
        assert_eq!(figure(row, "before_minor"), revenue);
    }
    let before = of_days(&market, from.plus(-61), from.plus(-1));
    let revenue: i64 = before.iter().map(|deal| deal.total_minor()).sum();
    assert_eq!(figure(&found.totals, "before_minor"), revenue);
    let asked = ReportInput {
        compare: Some(true),
        ..within("sales-by-country", from, to)
    };
    assert_eq!(figure(&run(&market, asked).totals, "before_minor"), revenue);
}

#[test]
fn places_add_up_to_the_whole() {
    let market = market();
    for (from, to) in ranges() {
        let deals = of_days(&market, from, to);
        let mut whole = figures(&deals);
        let found = run(&market, within("sales-by-country", from, to));
        assert_eq!(found.totals, whole);
        for row in &found.rows {
            let country = Some(row["country"].as_str().unwrap()).filter(|name| !name.is_empty());
            let there = deals.iter().filter(|deal| deal.country == country);
            let mut expected = figures(&there.copied().collect::<Vec<_>>());
            expected.insert("country".into(), row["country"].clone());
            assert_eq!(*row, expected, "{from} {to}");
        }
        let found = run(&market, within("sales-by-channel", from, to));
        whole.shift_remove("customers");
        assert_eq!(found.totals, whole);
        let sum: i64 = found
            .rows
            .iter()
            .map(|row| figure(row, "revenue_minor"))
            .sum();
        assert_eq!(sum, figure(&whole, "revenue_minor"));
        assert!(
            found
                .rows
                .is_sorted_by_key(|row| -figure(row, "revenue_minor"))
        );
    }
}

#[test]
fn the_best_and_the_least_selling_products_come_first() {
    let market = market();
    for (from, to) in ranges() {
        let mut sums: BTreeMap<&str, (i64, i64, i64)> = BTreeMap::new();
        for (product, units, price) in of_days(&market, from, to).iter().flat_map(|d| &d.lines) {
            let sum = sums.entry(&market.products[*product].1).or_default();
            *sum = (sum.0 + 1, sum.1 + units * 1_000, sum.2 + units * price);
        }
        for by in ["revenue", "units", "revenue-bottom", "units-bottom"] {
            let mut expected: Vec<_> = sums.iter().collect();
            expected.sort_by_key(|(sku, sum)| {
                let rank = if by.starts_with("units") {
                    sum.1
                } else {
                    sum.2
                };
                (if by.ends_with("bottom") { rank } else { -rank }, **sku)
            });
            let limit = Some(7);
            let by = Some(by.to_owned());
            let found = run(
                &market,
                ReportInput {
                    by,
                    limit,
                    ..within("top-products", from, to)
                },
            );
            let rows: Vec<_> = found
                .rows
                .iter()
                .map(|row| {
                    let sku = row["sku"].as_str().unwrap();
                    let sum = ["lines", "units_milli", "revenue_minor"].map(|key| figure(row, key));
                    (sku, sum.into())
                })
                .collect();
            let expected: Vec<(&str, (i64, i64, i64))> = expected
                .into_iter()
                .take(7)
                .map(|(sku, sum)| (*sku, *sum))
                .collect();
            assert_eq!(rows, expected);
            let all: i64 = sums.values().map(|sum| sum.2).sum();
            assert_eq!(
                figure(&found.totals, "revenue_minor"),
                all,
                "all products count"
            );
        }
    }
}

#[test]
fn the_best_customers_come_first_and_anonymous_sales_are_told() {
    let market = market();
    for (from, to) in ranges() {
        let deals = of_days(&market, from, to);
        let mut sums: BTreeMap<usize, (i64, i64)> = BTreeMap::new();
        for deal in &deals {
            if let Some(customer) = deal.customer {
                let sum = sums.entry(customer).or_default();
                *sum = (sum.0 + 1, sum.1 + deal.total_minor());
            }
        }
        let found = run(&market, within("top-customers", from, to));
        assert_eq!(found.rows.len(), sums.len().min(20));
        let revenue: Vec<_> = found
            .rows
            .iter()
            .map(|row| figure(row, "revenue_minor"))
            .collect();
        let mut expected: Vec<_> = sums.values().map(|sum| sum.1).collect();
        expected.sort_by_key(|revenue| -revenue);
        assert_eq!(revenue, expected[..revenue.len()]);
        let anonymous = deals.iter().filter(|deal| deal.customer.is_none());
        let anonymous: i64 = anonymous.map(|deal| deal.total_minor()).sum();
        assert_eq!(figure(&found.totals, "anonymous_minor"), anonymous);
        let all: i64 = deals.iter().map(|deal| deal.total_minor()).sum();
        assert_eq!(figure(&found.totals, "revenue_minor"), all);
        assert_eq!(figure(&found.totals, "documents"), deals.len() as i64);
    }
}

#[test]
fn a_customer_is_new_in_the_month_of_the_first_deal() {
    let market = market();
    let found = run(&market, named("customers-new-returning"));
    let mut first: BTreeMap<usize, Day> = BTreeMap::new();
    for deal in &market.deals {
        if let Some(customer) = deal.customer {
            let day = first.entry(customer).or_insert(deal.day);
            *day = deal.day.min(*day);
        }
    }
    for row in &found.rows {
        let month = row["month"].as_str().unwrap();
        let of_month = market
            .deals
            .iter()
            .filter(|d| d.day.to_string().starts_with(month));
        let (mut new, mut returning) = (BTreeSet::new(), BTreeSet::new());
        let (mut of_new, mut of_returning) = (0, 0);
        for deal in of_month {
            let Some(customer) = deal.customer else {
                continue;
            };
            if first[&customer].to_string().starts_with(month) {
                new.insert(customer);
                of_new += deal.total_minor();
            } else {
                returning.insert(customer);
                of_returning += deal.total_minor();
            }
        }
        let expected = json!({
            "month": month, "new": new.len(), "returning": returning.len(),
            "revenue_new_minor": of_new, "revenue_returning_minor": of_returning,
        });
        assert_eq!(json!(row), expected);
    }
    assert_eq!(figure(&found.totals, "new"), first.len() as i64);
}
