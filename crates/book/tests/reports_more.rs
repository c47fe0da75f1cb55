//! Reports on returns, hours and stock; parameters that make no sense; books without sales.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

#[allow(dead_code, reason = "each test uses a part of it")]
mod market;
#[allow(dead_code, reason = "each test uses a part of it")]
mod shop;

use book::BookError;
use book::dto::{Report, ReportInput, ReportParameter};
use book::read::reports;
use domain::Day;
use domain::order::OrderKind;
use market::{FIRST_DAY, Market};
use serde_json::{Value, json};

fn run(market: &Market, report: &str) -> Report {
    asked(
        market,
        ReportInput {
            report: report.to_owned(),
            ..ReportInput::default()
        },
    )
}

fn asked(market: &Market, asked: ReportInput) -> Report {
    market
        .clerk
        .book
        .read(|read| read.report(&asked, FIRST_DAY))
        .unwrap()
}

fn market() -> Market {
    let mut market = Market::open(31, 24, 12);
    for at in 0..6 {
        market
            .clerk
            .adjust(market.products[at].0, 50_000 - 1_000 * at as i64);
    }
    market.trade(300, 90);
    market
}

fn sum(report: &Report, key: &str) -> i64 {
    report
        .rows
        .iter()
        .map(|row| row[key].as_i64().unwrap())
        .sum()
}

#[test]
fn rows_and_columns_and_totals_belong_together_in_every_report() {
    let market = market();
    for info in reports() {
        // Some look back a few weeks from the last movement when no period is asked for.
        let from = info.parameters.contains(&ReportParameter::From);
        let report = asked(
            &market,
            ReportInput {
                report: info.report.clone(),
                from: from.then(|| FIRST_DAY.to_string()),
                ..ReportInput::default()
            },
        );
        assert_eq!(report.currency, "GBP");
        // This market sells what it has not: nothing lasts, nothing lies about for long.
        let lasting = ["days-of-cover", "overstock", "dead-stock", "expiring-lots"];
        let filled = !lasting.contains(&info.report.as_str());
        assert!(!filled || !report.rows.is_empty(), "{}", info.report);
        let keys: Vec<_> = report
            .columns
            .iter()
            .map(|column| column.key.as_str())
            .collect();
        for row in &report.rows {
            assert_eq!(row.keys().collect::<Vec<_>>(), keys, "{}", info.report);
        }
        assert_eq!(
            report.parameters.len(),
            info.parameters.len(),
            "{}",
            info.report
        );
        let limit = report.parameters.get("limit").and_then(Value::as_u64);
        let whole = limit.is_none_or(|limit| (report.rows.len() as u64) < limit);
        for key in report
            .totals
            .keys()
            .filter(|key| whole && keys.contains(&key.as_str()))
        {
            if !["customers", "rate_ppm", "margin_ppm"].contains(&key.as_str())
                && info.report != "top-customers"
            {
                assert_eq!(
                    sum(&report, key),
                    report.totals[key],
                    "{} {key}",
                    info.report
                );
            }
        }
    }
}

#[test]
fn a_book_without_sales_has_reports_without_rows() {
    let market = Market::open(32, 2, 2);
    for info in reports() {
        let report = run(&market, &info.report);
        assert!(report.rows.is_empty(), "{}", info.report);
        assert!(
            report.totals.values().all(|total| *total == 0),
            "{}",
            info.report
        );
        if info.parameters.contains(&ReportParameter::From) {
            assert_eq!(report.parameters["from"], json!(FIRST_DAY.to_string()));
        }
    }
}

#[test]
fn parameters_that_make_no_sense_are_refused_at_their_field() {
    let market = Market::open(33, 2, 2);
    let refused = |change: &dyn Fn(&mut ReportInput)| {
        let mut asked = ReportInput {
            report: "top-products".to_owned(),
            ..ReportInput::default()
        };
        change(&mut asked);
        let read = market
            .clerk
            .book
            .read(|read| read.report(&asked, FIRST_DAY));
        match read.unwrap_err() {
            BookError::Refused(refusal) => (refusal.field.unwrap(), refusal.code),
            other => panic!("{other}"),
        }
    };
    let is = |field: &str, code: &'static str| (field.to_owned(), code);
    assert_eq!(
        refused(&|a| a.report = "none".into()),
        is("report", "report_unknown")
    );
    assert_eq!(
        refused(&|a| a.from = Some("2011-02-30".into())),
        is("from", "day_malformed")
    );
    assert_eq!(
        refused(&|a| a.by = Some("luck".into())),
        is("by", "by_unknown")
    );
    assert_eq!(refused(&|a| a.limit = Some(0)), is("limit", "out_of_range"));
    let reversed = refused(&|asked| {
        asked.from = Some("2011-02-02".into());
        asked.to = Some("2011-02-01".into());
    });
    assert_eq!(reversed, is("to", "day_before_first"));
}

#[test]
fn returns_are_told_with_their_share_of_what_was_sold() {
    let market = market();
    let report = run(&market, "returns");
    let of = |kind| -> i64 {
        let deals = market.deals.iter().filter(move |deal| deal.kind == kind);
        deals.map(|deal| deal.total_minor()).sum()
    };
    let (sold, returned) = (of(OrderKind::Sale), of(OrderKind::Return));
    assert_eq!(report.totals["sold_minor"], sold);
    assert_eq!(report.totals["returned_minor"], returned);
    assert_eq!(report.totals["rate_ppm"], -returned * 1_000_000 / sold);
}

#[test]
fn a_deal_counts_at_its_hour_and_weekday() {
    let market = market();
    let report = run(&market, "hour-weekday");
    for row in &report.rows {
        let (weekday, hour) = (row["weekday"].as_i64(), row["hour"].as_i64());
        let deals = market.deals.iter().filter(|deal| {
            Some(i64::from(deal.day.weekday())) == weekday && Some(deal.hour) == hour
        });
        let (documents, revenue) =
            deals.fold((0, 0), |sum, deal| (sum.0 + 1, sum.1 + deal.total_minor()));
        assert_eq!(
            (&row["documents"], &row["revenue_minor"]),
            (&json!(documents), &json!(revenue))
        );
    }
    assert_eq!(report.totals["documents"], 300);
}

#[test]
fn stock_is_worth_what_it_was_said_to_cost_and_nothing_where_nobody_said_it() {
    let market = market();
    let report = run(&market, "stock-value");
    let mut seen = 0;
    for (at, (id, sku)) in market.products.iter().enumerate() {
        let product = market
            .clerk
            .book
            .read(|read| read.product(id.0))
            .unwrap()
            .row;
        let Some(row) = report.rows.iter().find(|row| row["sku"] == json!(sku)) else {
            assert_eq!(product.on_hand_milli, 0);
            continue;
        };
        let stated = at % 2 == 0;
        assert_eq!(row["basis"], if stated { "stated" } else { "unknown" });
        assert_eq!(row["on_hand_milli"], product.on_hand_milli);
        let value = if stated {
            product.on_hand_milli * 50 / 1_000
        } else {
            0
        };
        assert_eq!(row["value_minor"], value);
        seen += 1;
    }
    assert_eq!(report.rows.len(), seen);
}

#[test]
fn movements_explain_the_change_of_the_stock() {
    let market = market();
    let report = run(&market, "stock-movements");
    let total = |key: &str| report.totals[key].as_i64().unwrap();
    let net = total("returned_milli") + total("received_milli") + total("found_milli")
        - total("shipped_milli")
        - total("lost_milli");
    assert_eq!(total("net_milli"), net);
    assert_eq!(
        total("found_milli"),
        (0..6).map(|at| 50_000 - 1_000 * at).sum::<i64>()
    );
    assert_eq!(
        run(&market, "stock-value").totals["on_hand_milli"],
        net,
        "all that there is moved in"
    );
    let months: Vec<_> = report.rows.iter().map(|row| row["month"].clone()).collect();
    assert!(months.contains(&Value::from("2010-12")), "{months:?}");
    let today = Day::of_local(market.clerk.at_ms, 60, 0).to_string();
    assert!(months.contains(&Value::from(&today[..7])), "{months:?}");
}
