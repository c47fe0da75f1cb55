//! What goods are worth and cost, and how they sell, from the movements of a small shop.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

#[allow(dead_code, reason = "each test uses a part of it")]
mod shop;

use book::dto::{Report, ReportInput};
use domain::{Day, OrderId, ProductId};
use shop::Clerk;

const DAY_MS: i64 = 86_400_000;

/// A shop with a product that sells for 10.00, and whatever else moved.
struct Store {
    clerk: Clerk,
    mug: ProductId,
    _folder: tempfile::TempDir,
}

impl Store {
    fn open() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut clerk = Clerk::new(folder.path(), 1);
        clerk.found();
        let mug = clerk.product("MUG", 10_000_000);
        Self {
            clerk,
            mug,
            _folder: folder,
        }
    }

    fn come_in(&mut self, units: i64, cost: i64) {
        let cost = Some(cost * 1_000_000);
        self.clerk.find(self.mug, units * 1_000, cost);
    }

    fn sell(&mut self, units: i64) -> OrderId {
        let (order, _) = self.clerk.place(None, &[(self.mug, units * 1_000)]);
        self.clerk.fulfil(order).unwrap();
        order
    }

    fn days(&mut self, days: i64) {
        self.clerk.at_ms += days * DAY_MS;
    }

    fn today(&self) -> Day {
        Day::of_local(self.clerk.at_ms, 60, 0)
    }

    fn run(&self, asked: ReportInput) -> Report {
        let today = self.today();
        self.clerk
            .book
            .read(|read| read.report(&asked, today))
            .unwrap()
    }

    fn report(&self, report: &str) -> Report {
        self.run(ReportInput {
            report: report.to_owned(),
            ..ReportInput::default()
        })
    }

    fn value(&self, by: &str, to: Option<Day>) -> i64 {
        let report = self.run(ReportInput {
            report: "stock-value".to_owned(),
            by: Some(by.to_owned()),
            to: to.map(|day| day.to_string()),
            ..ReportInput::default()
        });
        report.totals["value_minor"].as_i64().unwrap()
    }

    fn cost_of(&self, order: OrderId) -> i64 {
        let costs = self.clerk.book.read(|read| read.order_costs(order.0));
        costs.unwrap().cost_minor
    }
}

#[test]
fn the_stock_is_worth_what_its_layers_cost_as_of_every_day() {
    let mut store = Store::open();
    store.come_in(8, 10);
    let first = store.today();
    store.days(10);
    store.come_in(4, 16);
    store.days(10);
    let order = store.sell(10);
    assert_eq!(store.value("fifo", Some(first)), 8_000);
    assert_eq!(store.value("fifo", Some(first.plus(10))), 14_400);
    assert_eq!(store.value("fifo", None), 3_200);
    assert_eq!(store.value("average", None), 2_400);
    assert_eq!(store.cost_of(order), 11_200);
    let worth = store
        .clerk
        .book
        .read(|read| read.product_worth(store.mug.0))
        .unwrap();
    assert_eq!((worth.quantity_milli, worth.value_minor), (2_000, 3_200));
    assert_eq!(
        (worth.layers.len(), worth.layers[0].unit_cost_micro),
        (1, 16_000_000)
    );
    assert!(store.clerk.verify().ok);
}

#[test]
fn goods_sold_before_they_came_cost_what_the_receipt_says_then() {
    let mut store = Store::open();
    store.come_in(1, 10);
    store.days(1);
    let order = store.sell(3);
    let costs = |store: &Store| {
        store
            .clerk
            .book
            .read(|read| read.order_costs(order.0))
            .unwrap()
    };
    assert!(costs(&store).lines[0].provisional);
    assert_eq!(store.cost_of(order), 3_000);
    store.days(1);
    store.come_in(5, 14);
    assert_eq!(store.cost_of(order), 3_800);
    assert!(!costs(&store).lines[0].provisional);
    assert_eq!(store.value("fifo", None), 4_200);
}

#[test]
fn what_comes_back_lowers_the_cost_of_its_order_and_what_is_thrown_away_does_not() {
    let mut store = Store::open();
    store.come_in(4, 10);
    store.days(1);
    let order = store.sell(4);
    store.days(1);
    store.clerk.receive_return(order, 1_000, 1_000).unwrap();
    assert_eq!(store.cost_of(order), 3_000);
    assert_eq!(store.value("fifo", None), 1_000);
    let margin = store.report("margin");
    assert_eq!(margin.totals["cost_minor"], 3_000);
    assert_eq!(margin.totals["units_milli"], 3_000);
}

#[test]
fn margins_are_the_same_by_product_by_category_and_by_month() {
    let mut store = Store::open();
    store.come_in(20, 4);
    for _ in 0..3 {
        store.days(20);
        store.sell(2);
    }
    for by in ["product", "category", "month"] {
        let report = store.run(ReportInput {
            report: "margin".to_owned(),
            by: Some(by.to_owned()),
            ..ReportInput::default()
        });
        assert_eq!(report.totals["cost_minor"], 2_400, "{by}");
        let revenue = report.totals["revenue_minor"].as_i64().unwrap();
        assert_eq!(report.totals["margin_minor"], revenue - 2_400, "{by}");
        assert_eq!(report.rows.len(), if by == "month" { 2 } else { 1 }, "{by}");
    }
}

#[test]
fn days_without_goods_are_counted_and_the_sales_missed_on_them_estimated() {
    let mut store = Store::open();
    store.come_in(10, 4);
    store.days(9);
    // Ten sold on ten days with goods; five days without follow.
    store.sell(9);
    store.days(1);
    store.sell(1);
    store.days(5);
    store.come_in(1, 4);
    let report = store.report("stock-outs");
    let row = &report.rows[0];
    assert_eq!(
        (&row["out_times"], &row["out_days"]),
        (&1.into(), &5.into())
    );
    assert_eq!(row["missed_milli"], 10_000 * 5 / 11);
}

#[test]
fn what_lasts_too_long_and_what_nobody_buys_stands_in_its_report() {
    let mut store = Store::open();
    let dusty = store.clerk.product("DUST", 1_000_000);
    store.clerk.find(dusty, 7_000, Some(2_000_000));
    store.come_in(100, 3);
    store.days(10);
    store.sell(10);
    let dead = store.report("dead-stock");
    assert_eq!((dead.rows.len(), &dead.rows[0]["sku"]), (1, &"DUST".into()));
    assert_eq!(dead.totals["value_minor"], 1_400);
    let over = store.report("overstock");
    assert_eq!(
        (&over.rows[0]["over_milli"], &over.totals["value_minor"]),
        (&80_000.into(), &24_000.into())
    );
    let cover = store.report("days-of-cover");
    // Ninety left, ten sold in 91 days.
    assert_eq!(cover.rows[0]["cover_days"], 819);
    let through = store.report("sell-through");
    assert_eq!(through.rows[0]["sell_through_ppm"], 100_000);
    let turns = store.report("turnover");
    assert_eq!(turns.rows[0]["cost_minor"], 3_000);
    let classes = store.report("abc-xyz");
    assert_eq!(classes.rows[0]["class"], "AZ");
}

#[test]
fn a_forecast_follows_what_was_sold_by_week() {
    let mut store = Store::open();
    store.come_in(500, 1);
    for _ in 0..30 {
        store.days(7);
        store.sell(5);
    }
    store.days(7);
    store.sell(5);
    let forecast = store
        .clerk
        .book
        .read(|read| read.product_forecast(store.mug.0))
        .unwrap();
    assert!(forecast.weeks.iter().all(|week| week.units_milli == 5_000));
    assert_eq!(forecast.weeks.len(), 13);
    let list = store.report("forecast");
    assert_eq!(
        (&list.rows[0]["next_milli"], &list.rows[0]["before_milli"]),
        (&20_000.into(), &20_000.into())
    );
    let one = store.run(ReportInput {
        report: "forecast".to_owned(),
        product: Some(store.mug.0),
        ..ReportInput::default()
    });
    let ahead = one
        .rows
        .iter()
        .filter(|row| row["forecast_milli"] == 5_000)
        .count();
    assert_eq!(ahead, 13);
}
