//! The day at a glance, what a person must look at, and the search across records.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

#[allow(dead_code, reason = "each test uses a part of it")]
mod market;
#[allow(dead_code, reason = "each test uses a part of it")]
mod shop;

use book::Said;
use book::dto::{OrderState, RecordKind, Today};
use domain::ids::{PaymentId, ShipmentId};
use domain::order::{Fulfilled, LineQuantity, OrderKind, Paid};
use domain::product::ProductTerms;
use domain::{Day, ProductId, Subject, SubjectKind};
use market::{FIRST_DAY, Market};
use shop::{Clerk, subject};

fn shop() -> (tempfile::TempDir, Clerk) {
    let folder = tempfile::tempdir().unwrap();
    let mut clerk = Clerk::new(folder.path(), 1);
    clerk.found();
    (folder, clerk)
}

fn codes(clerk: &Clerk) -> Vec<String> {
    let (found, total) = clerk.book.read(|read| read.exceptions(100)).unwrap();
    assert_eq!(found.len() as i64, total);
    found.into_iter().map(|exception| exception.code).collect()
}

#[test]
fn the_day_stands_beside_the_same_weekday_before_and_the_weeks_beside_a_year_before() {
    let mut market = Market::open(51, 20, 10);
    market.trade(800, 420);
    let day = FIRST_DAY.plus(401);
    let today: Today = market.clerk.book.read(|read| read.today(day)).unwrap();
    let revenue = |from: Day, to: Day| -> i64 {
        let deals = market
            .deals
            .iter()
            .filter(|deal| (from..=to).contains(&deal.day));
        deals.map(|deal| deal.total_minor()).sum()
    };
    let sales = |day: Day| {
        let deals = market.deals.iter().filter(|deal| deal.day == day);
        deals.filter(|deal| deal.kind == OrderKind::Sale).count() as i64
    };
    assert_eq!(
        (today.taken_minor, today.orders),
        (revenue(day, day), sales(day))
    );
    let before = day.plus(-7);
    assert_eq!(
        (today.taken_before_minor, today.orders_before),
        (revenue(before, before), sales(before))
    );
    assert_eq!(today.weeks.len(), 8);
    for (at, week) in today.weeks.iter().enumerate() {
        let start = day.week_start().plus(7 * (at as i32 - 7));
        assert_eq!(week.week_start, start.to_string());
        assert_eq!(week.revenue_minor, revenue(start, start.plus(6)));
        assert_eq!(
            week.before_minor,
            revenue(start.plus(-364), start.plus(-358))
        );
    }
    let states: i64 = today.states.iter().map(|count| count.orders).sum();
    assert_eq!(states, 800);
    let placed = today
        .states
        .iter()
        .find(|count| count.state == OrderState::Placed)
        .unwrap();
    assert!(placed.orders >= today.to_ship && today.to_ship >= today.to_ship_late);
    let late = market
        .deals
        .iter()
        .filter(|deal| !deal.sold && deal.day < day);
    assert_eq!(today.to_ship_late, late.count() as i64);
}

#[test]
fn a_product_at_its_reorder_point_is_low() {
    let market = Market::open(52, 24, 2);
    let today = market
        .clerk
        .book
        .read(|read| read.today(FIRST_DAY))
        .unwrap();
    let mut expected = Vec::new();
    for (id, sku) in &market.products {
        let row = market
            .clerk
            .book
            .read(|read| read.product(id.0))
            .unwrap()
            .row;
        if row.reorder_point_milli.is_some() && !row.archived && !row.service {
            expected.push(sku.clone());
        }
    }
    assert_eq!(
        today.low_stock,
        expected.len() as i64,
        "nothing is there at all"
    );
    assert_eq!(today.out_of_stock, today.low_stock);
    assert_eq!(today.low.len(), expected.len().min(8));
}

#[test]
fn the_product_that_lacks_most_stands_first() {
    let (_folder, mut clerk) = shop();
    for (sku, reorder_point_milli, there_milli) in [
        ("A", 0, 0),
        ("B", 9_000, 8_000),
        ("C", 50_000, 20_000),
        ("D", 5_000, 6_000),
    ] {
        let product = clerk.product(sku, 1_000_000);
        let terms = ProductTerms {
            reorder_point_milli: Some(reorder_point_milli),
            ..ProductTerms::default()
        };
        amend(&mut clerk, product, &terms);
        if there_milli > 0 {
            clerk.adjust(product, there_milli);
        }
    }
    let today = clerk.book.read(|read| read.today(FIRST_DAY)).unwrap();
    let skus: Vec<&str> = today.low.iter().map(|low| low.sku.as_str()).collect();
    assert_eq!(skus, ["C", "B", "A"]);
}

#[test]
fn what_is_sold_beyond_the_stock_and_what_is_below_zero_is_an_exception() {
    let (_folder, mut clerk) = shop();
    let (mug, cup) = (
        clerk.product("MUG", 1_000_000),
        clerk.product("CUP", 1_000_000),
    );
    assert!(codes(&clerk).is_empty());
    clerk.adjust(mug, 2_000);
    let (id, _) = clerk.place(None, &[(mug, 3_000)]);
    assert_eq!(codes(&clerk), ["oversold"]);
    clerk.fulfil(id).unwrap();
    assert_eq!(codes(&clerk), ["below_zero"]);
    clerk.adjust(mug, 1_000);
    assert!(codes(&clerk).is_empty());
    clerk.adjust(cup, -500);
    assert_eq!(codes(&clerk), ["below_zero"]);
}

#[test]
fn a_code_that_two_products_claim_is_an_exception() {
    let (_folder, mut clerk) = shop();
    let (mug, cup) = (
        clerk.product("MUG", 1_000_000),
        clerk.product("CUP", 1_000_000),
    );
    amend(
        &mut clerk,
        cup,
        &ProductTerms {
            sku: Some("MUG".into()),
            ..ProductTerms::default()
        },
    );
    assert_eq!(codes(&clerk), ["sku_claimed_twice"]);
    let barcodes = || Some(vec!["4006381333931".to_owned()]);
    for product in [mug, cup] {
        amend(
            &mut clerk,
            product,
            &ProductTerms {
                barcodes: barcodes(),
                ..ProductTerms::default()
            },
        );
    }
    assert_eq!(
        codes(&clerk),
        ["sku_claimed_twice", "barcode_claimed_twice"]
    );
}

fn amend(clerk: &mut Clerk, product: ProductId, terms: &ProductTerms) {
    let subject = Subject::new(SubjectKind::Product, product.0);
    clerk
        .write(|tx| tx.append(Said::new(subject, "product.amended", terms)))
        .unwrap();
}

/// Facts of another device, which did not know of the cancellation.
#[test]
fn facts_after_a_cancellation_are_exceptions() {
    let (_folder, mut clerk) = shop();
    let mug = clerk.product("MUG", 1_000_000);
    clerk.adjust(mug, 9_000);
    let (id, number) = clerk.place(None, &[(mug, 1_000)]);
    clerk.cancel(id).unwrap();
    let lines = vec![LineQuantity {
        line: 1,
        quantity_milli: 1_000,
    }];
    let shipment = ShipmentId(clerk.id());
    let shipped = Fulfilled {
        lots: Vec::new(),
        location: None,
        shipment,
        carrier: None,
        tracking: None,
        lines,
    };
    let said = Said::new(subject(id), "order.fulfilled", &shipped);
    clerk.write(|tx| tx.append(said)).unwrap();
    assert_eq!(codes(&clerk), ["shipped_after_cancel"]);
    let payment = PaymentId(clerk.id());
    let paid = Paid {
        payment,
        method: "cash".into(),
        holder: None,
        exchange: None,
        book_minor: None,
        notes: None,
        amount_minor: 120,
        rounding_minor: 0,
        tendered_minor: None,
        reference: None,
    };
    clerk
        .write(|tx| tx.append(Said::new(subject(id), "order.paid", &paid)))
        .unwrap();
    assert_eq!(codes(&clerk), ["shipped_after_cancel", "paid_after_cancel"]);
    let (found, _) = clerk.book.read(|read| read.exceptions(1)).unwrap();
    assert_eq!(
        (found[0].kind, found[0].id, &found[0].title),
        (RecordKind::Order, id.0, &number)
    );
}

#[test]
fn a_search_finds_exact_codes_first_and_beginnings_of_words_after() {
    let mut market = Market::open(53, 30, 20);
    market.trade(40, 20);
    let search = |text: &str| {
        market
            .clerk
            .book
            .read(|read| read.search(text, 10))
            .unwrap()
    };
    let first = |text: &str| search(text).first().map(|hit| (hit.kind, hit.id));
    let (product, sku) = &market.products[4];
    assert_eq!(first(sku), Some((RecordKind::Product, product.0)));
    let deal = &market.deals[7];
    assert_eq!(
        first(&deal.number.to_lowercase()),
        Some((RecordKind::Order, deal.id.0))
    );
    let (customer, _) = market.customers[0];
    assert_eq!(first("MULLER"), Some((RecordKind::Customer, customer.0)));
    let hits = search("lamp");
    assert!(!hits.is_empty() && hits.len() <= 10);
    assert!(hits.iter().all(|hit| hit.kind == RecordKind::Product));
    for nothing in ["", "  ", "\"*", "zzzz"] {
        assert!(search(nothing).is_empty(), "{nothing}");
    }
}
