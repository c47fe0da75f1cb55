//! Single records: an order, a product, a customer, the book, with everything about them.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

#[allow(dead_code, reason = "each test uses a part of it")]
mod market;
#[allow(dead_code, reason = "each test uses a part of it")]
mod shop;

use book::dto::{FulfilmentStatus, Order, OrderAction, OrderState, PaymentStatus, RecordKind};
use book::read::Opened;
use book::{BookError, Said};
use domain::customer::{Address, CustomerFacts, CustomerPersonal};
use domain::{OrderId, Subject, SubjectKind};
use market::{FIRST_DAY, Market};
use serde_json::json;
use shop::Clerk;
use uuid::Uuid;

fn shop() -> (tempfile::TempDir, Clerk) {
    let folder = tempfile::tempdir().unwrap();
    let mut clerk = Clerk::new(folder.path(), 1);
    clerk.found();
    (folder, clerk)
}

fn order(clerk: &Clerk, id: OrderId) -> Order {
    clerk.book.read(|read| read.order(id.0)).unwrap()
}

#[test]
fn an_order_tells_its_story_from_placing_to_closing() {
    let (_folder, mut clerk) = shop();
    let mug = clerk.product("MUG", 4_990_000);
    let ada = clerk.customer("Ada");
    clerk.adjust(mug, 10_000);
    let (id, number) = clerk.place(Some(ada), &[(mug, 3_000)]);
    let placed = order(&clerk, id);
    assert_eq!(
        (placed.head.number, placed.head.state),
        (number, OrderState::Placed)
    );
    assert_eq!(
        (placed.lines_minor, placed.net_minor, placed.tax_minor),
        (1_497, 1_497, 299)
    );
    assert_eq!((placed.head.total_minor, placed.due_minor), (1_796, 1_796));
    let line = &placed.lines[0];
    assert_eq!(
        (line.on_hand_milli, line.available_milli),
        (Some(10_000), Some(7_000))
    );
    use OrderAction::{
        Cancel, Deliver, Edit, Fulfil, Hold, Invoice, Pay, ReceiveReturn, Refund, RequestReturn,
    };
    assert_eq!(placed.allowed, [Pay, Fulfil, Cancel, Invoice, Hold, Edit]);
    clerk.pay(id, 1_796).unwrap();
    clerk.fulfil(id).unwrap();
    let closed = order(&clerk, id);
    assert_eq!(closed.head.state, OrderState::Closed);
    assert_eq!(closed.head.payment, PaymentStatus::Paid);
    assert_eq!(closed.head.fulfilment, FulfilmentStatus::Shipped);
    let after = [Refund, Invoice, Deliver, RequestReturn, ReceiveReturn, Edit];
    assert_eq!(closed.allowed, after);
    assert_eq!(
        closed.closed_local,
        Some(closed.timeline[0].at_local.clone())
    );
    assert_eq!(closed.payments[0].amount_minor, 1_796);
    assert_eq!(closed.shipments[0].lines[0].quantity_milli, 3_000);
    let kinds: Vec<_> = closed
        .timeline
        .iter()
        .map(|item| item.kind.as_str())
        .collect();
    assert_eq!(kinds, ["order.fulfilled", "order.paid", "order.placed"]);
    assert_eq!(closed.timeline[0].summary["items_milli"], json!(3_000));
    assert_eq!(closed.timeline[1].summary["method"], json!("card"));
    assert_eq!(closed.timeline[2].summary["total_minor"], json!(1_796));
    assert_eq!(closed.timeline[2].device, "A");
}

#[test]
fn what_is_left_of_a_cancelled_order_adds_up() {
    let (_folder, mut clerk) = shop();
    let mug = clerk.product("MUG", 4_990_000);
    let (id, _) = clerk.place(None, &[(mug, 3_000)]);
    clerk.cancel(id).unwrap();
    let gone = order(&clerk, id);
    assert_eq!(gone.head.state, OrderState::Cancelled);
    assert_eq!(
        (gone.head.total_minor, gone.net_minor, gone.tax_minor),
        (0, 0, 0)
    );
    assert_eq!(
        (gone.lines_minor, gone.lines[0].cancelled_milli),
        (0, 3_000)
    );
    assert!(
        gone.taxes
            .iter()
            .all(|tax| tax.base_minor == 0 && tax.tax_minor == 0)
    );
    assert_eq!(gone.cancel_reason.as_deref(), Some("changed mind"));
    assert_eq!(gone.allowed, [OrderAction::Reopen]);
    assert!(gone.customer_summary.is_none());
}

#[test]
fn rows_and_pages_of_every_order_agree() {
    let mut market = Market::open(41, 20, 10);
    market.trade(80, 30);
    for deal in &market.deals {
        let page = order(&market.clerk, deal.id);
        assert_eq!(page.head.total_minor, deal.total_minor());
        assert_eq!(page.head.external_id, deal.external_id);
        assert_eq!(page.head.country.as_deref(), deal.country);
        assert_eq!(page.head.day, deal.day.to_string());
        let lines: i64 = page.lines.iter().map(|line| line.total_minor).sum();
        assert_eq!(lines, page.head.total_minor);
        assert_eq!(page.lines_minor - page.discount_minor, page.net_minor);
        let local = format!("{}T{:02}:00", deal.day, deal.hour);
        assert_eq!(page.head.placed_local, Some(local));
        let summary = page.customer_summary.map(|customer| customer.name);
        assert_eq!(
            summary,
            deal.customer.map(|at| market.customers[at].1.clone())
        );
    }
}

#[test]
fn movements_lead_to_what_is_there_now() {
    let mut market = Market::open(42, 6, 4);
    market.clerk.adjust(market.products[1].0, 90_000);
    market.trade(120, 30);
    for (id, _) in &market.products {
        let book = &market.clerk.book;
        let page = book
            .read(|read| read.movements(id.0, None, (0, 200)))
            .unwrap();
        let product = book.read(|read| read.product(id.0)).unwrap();
        assert_eq!(page.total, page.rows.len() as i64);
        let now = page.rows.first().map_or(0, |row| row.on_hand_after_milli);
        assert_eq!(now, product.row.on_hand_milli);
        for pair in page.rows.windows(2) {
            let before = pair[0].on_hand_after_milli - pair[0].quantity_milli;
            assert_eq!(pair[1].on_hand_after_milli, before);
            assert!(pair[1].at_local <= pair[0].at_local);
        }
        let (offset, limit) = (page.total / 2, 5);
        let window = book
            .read(|read| read.movements(id.0, None, (offset, limit)))
            .unwrap();
        let expected = page.rows.iter().skip(offset as usize).take(5).cloned();
        assert_eq!(window.rows, expected.collect::<Vec<_>>());
        let stock = page.rows.iter().filter(|row| row.kind == RecordKind::Stock);
        assert!(
            stock
                .clone()
                .all(|row| row.label == "counted" && row.from == "adjustment")
        );
    }
}

#[test]
fn months_of_products_and_customers_are_those_of_their_deals() {
    let mut market = Market::open(43, 6, 4);
    market.trade(200, 700);
    let book = &market.clerk.book;
    let last = market
        .deals
        .iter()
        .map(|deal| deal.day)
        .max()
        .unwrap()
        .month_start();
    for (at, (id, _)) in market.customers.iter().enumerate() {
        let customer = book.read(|read| read.customer(id.0)).unwrap();
        assert_eq!(customer.months.len(), 24);
        let deals = market.deals.iter().filter(|deal| deal.customer == Some(at));
        for (back, month) in customer.months.iter().rev().enumerate() {
            let start = last.plus_months(-(back as i32));
            assert!(start.to_string().starts_with(&month.month));
            let deals = deals.clone().filter(|deal| deal.day.month_start() == start);
            assert_eq!(month.orders, deals.clone().count() as i64);
            assert_eq!(
                month.revenue_minor,
                deals.map(|deal| deal.total_minor()).sum::<i64>()
            );
        }
        assert_eq!(customer.row.orders, deals.clone().count() as i64);
        assert_eq!(
            customer.row.first_day,
            deals.map(|deal| deal.day.to_string()).min()
        );
    }
    for (at, (id, _)) in market.products.iter().enumerate() {
        let product = book.read(|read| read.product(id.0)).unwrap();
        let lines = market.deals.iter().flat_map(|deal| &deal.lines);
        let units: i64 = lines
            .filter(|line| line.0 == at)
            .map(|line| line.1 * 1_000)
            .sum();
        assert_eq!(product.row.units_sold_milli, units);
        let months: i64 = product.months.iter().map(|month| month.units_milli).sum();
        assert_eq!(months, units, "the deals lie within the last 24 months");
    }
}

#[test]
fn a_customer_page_shows_the_personal_part_until_it_is_erased() {
    let (_folder, mut clerk) = shop();
    let ada = clerk.customer("Ada");
    let subject = Subject::new(SubjectKind::Customer, ada.0);
    let facts = CustomerFacts {
        country: Some("GB".into()),
        tags: Some(vec!["trade".into()]),
        ..CustomerFacts::default()
    };
    let town = Some("London".to_owned());
    let personal = CustomerPersonal {
        note: Some("rings twice".into()),
        address: Some(Address {
            city: town,
            ..Address::default()
        }),
        ..CustomerPersonal::default()
    };
    let said = Said::new(subject, "customer.amended", &facts).with_personal(&personal);
    clerk.write(|tx| tx.append(said)).unwrap();
    let page = clerk.book.read(|read| read.customer(ada.0)).unwrap();
    assert_eq!(
        (page.note.as_deref(), &page.tags[..]),
        (Some("rings twice"), &["trade".into()][..])
    );
    assert_eq!(page.address.unwrap().city, "London");
    assert_eq!(
        page.timeline[0].summary["fields"],
        json!(["country", "tags", "address", "note"])
    );
    clerk.erase(ada);
    let page = clerk.book.read(|read| read.customer(ada.0)).unwrap();
    assert!(page.row.erased && page.note.is_none() && page.address.is_none());
}

#[test]
fn the_book_tells_its_size_and_its_days() {
    let mut market = Market::open(44, 7, 5);
    market.trade(40, 20);
    let opened = Opened {
        path: "/shop",
        read_only: None,
        at_ms: 0,
        offset_min: 0,
    };
    let info = market
        .clerk
        .book
        .read(|read| read.book_info(&opened))
        .unwrap();
    assert_eq!((info.orders, info.products, info.customers), (40, 7, 5));
    assert_eq!(
        (info.name.as_str(), info.currency_digits),
        ("Corner shop", 2)
    );
    assert_eq!(
        (info.today.as_str(), info.device_prefix.as_str()),
        ("1970-01-01", "A")
    );
    assert!(info.first_day >= Some(FIRST_DAY.to_string()) && info.first_day < info.last_day);
    for channel in ["counter", "web", "phone"] {
        assert!(info.channels.iter().any(|other| other == channel));
    }
    assert_eq!(info.locations[0].id, "main");
}

#[test]
fn a_record_that_is_not_there_is_not_found() {
    let (_folder, clerk) = shop();
    let nobody = Uuid::from_u128(5);
    let missing = |what: Result<(), BookError>| matches!(what, Err(BookError::NotFound(_)));
    assert!(missing(
        clerk.book.read(|read| read.order(nobody).map(drop))
    ));
    assert!(missing(
        clerk.book.read(|read| read.product(nobody).map(drop))
    ));
    assert!(missing(
        clerk.book.read(|read| read.customer(nobody).map(drop))
    ));
    assert!(missing(
        clerk
            .book
            .read(|read| read.movements(nobody, None, (0, 10)).map(drop))
    ));
}
