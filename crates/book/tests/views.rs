//! Long lists: whatever is asked for, a window shows what the rows say, and goes on to show it
//! while others write.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

#[allow(dead_code, reason = "each test uses a part of it")]
mod market;
#[allow(dead_code, reason = "each test uses a part of it")]
mod shop;

use book::Book;
use book::dto::{
    FulfilmentStatus, OrderFilter, OrderKind, OrderRow, OrderSortKey, OrderState, Page,
    PaymentStatus, Sort,
};
use book::fold_text::fold;
use book::views::{Asked, Views};
use market::{FIRST_DAY, Market};
use std::sync::Arc;

type Orders = Asked<OrderFilter, OrderSortKey>;

const ORDER_SORTS: [OrderSortKey; 9] = [
    OrderSortKey::Placed,
    OrderSortKey::Number,
    OrderSortKey::Customer,
    OrderSortKey::Channel,
    OrderSortKey::Items,
    OrderSortKey::Total,
    OrderSortKey::Payment,
    OrderSortKey::Fulfilment,
    OrderSortKey::State,
];

/// The views of a book that is open in a test.
fn views(book: &Book) -> Views {
    let path = book.path().to_owned();
    let other = Arc::new(Book::open(&path).unwrap());
    Views::new(move || other.reader())
}

fn orders(market: &Market, views: &Views, asked: &Orders) -> Page<OrderRow> {
    market
        .clerk
        .book
        .read(|read| views.orders(read, asked))
        .unwrap()
}

/// Every row of a list, window by window.
fn all_orders(market: &Market, views: &Views, asked: &Orders) -> Vec<OrderRow> {
    let mut rows = Vec::new();
    loop {
        let offset = rows.len() as i64;
        let page = orders(
            market,
            views,
            &Asked {
                offset,
                ..asked.clone()
            },
        );
        assert!(page.complete && page.offset == offset);
        let done = page.rows.is_empty();
        rows.extend(page.rows);
        if done {
            assert_eq!(rows.len() as i64, page.total);
            return rows;
        }
    }
}

fn sorted_by(key: OrderSortKey, descending: bool) -> Orders {
    Orders {
        sort: Some(Sort { key, descending }),
        ..Orders::default()
    }
}

/// What a row shows of the column that it is sorted by.
fn shown(row: &OrderRow, key: OrderSortKey) -> (i64, String) {
    let word = |text: &dyn erased::Code| (text.code(), String::new());
    match key {
        OrderSortKey::Placed => (0, row.head.placed_local.clone().unwrap()),
        OrderSortKey::Number => (0, row.head.number.clone()),
        OrderSortKey::Customer => (
            0,
            fold(row.head.customer_name.as_deref().unwrap_or_default()),
        ),
        OrderSortKey::Channel => (0, row.head.channel.clone()),
        OrderSortKey::Items => (row.head.items_milli, String::new()),
        OrderSortKey::Total => (row.head.total_minor, String::new()),
        OrderSortKey::Payment => word(&row.head.payment),
        OrderSortKey::Fulfilment => word(&row.head.fulfilment),
        OrderSortKey::State => word(&row.head.state),
    }
}

/// The order of the words of a status: the order in which a deal goes through them.
mod erased {
    use super::{FulfilmentStatus, OrderState, PaymentStatus};

    pub trait Code {
        fn code(&self) -> i64;
    }
    impl Code for OrderState {
        fn code(&self) -> i64 {
            *self as i64
        }
    }
    impl Code for PaymentStatus {
        fn code(&self) -> i64 {
            *self as i64
        }
    }
    impl Code for FulfilmentStatus {
        fn code(&self) -> i64 {
            (*self as i64 + 1) % 6
        }
    }
}

#[test]
fn every_sort_of_orders_shows_all_of_them_in_order_both_ways() {
    let mut market = Market::open(1, 30, 20);
    market.trade(450, 60);
    let views = views(&market.clerk.book);
    for key in ORDER_SORTS {
        let up = all_orders(&market, &views, &sorted_by(key, false));
        assert_eq!(up.len(), 450, "{key:?}");
        assert!(up.is_sorted_by_key(|row| shown(row, key)), "{key:?}");
        let mut down = all_orders(&market, &views, &sorted_by(key, true));
        down.reverse();
        assert_eq!(down, up, "{key:?}");
    }
}

type Test<'a> = Box<dyn Fn(&OrderRow) -> bool + 'a>;

/// The list with a filter.
fn filtered(change: impl FnOnce(&mut OrderFilter)) -> Orders {
    let mut asked = Orders::default();
    change(&mut asked.filter);
    asked
}

/// The list with a text.
fn found_by(text: &str) -> Orders {
    let text = Some(text.to_owned());
    Orders {
        text,
        ..Orders::default()
    }
}

/// Each list holds those of all orders that its test lets through, in their order.
fn check_each(market: &Market, cases: &[(Orders, Test<'_>)]) {
    let views = views(&market.clerk.book);
    let all = all_orders(market, &views, &Orders::default());
    for (asked, test) in cases {
        let expected: Vec<_> = all.iter().filter(|row| test(row)).cloned().collect();
        assert_eq!(all_orders(market, &views, asked), expected, "{asked:?}");
        assert!(
            !expected.is_empty() || asked.text.is_some(),
            "{asked:?} is no test"
        );
    }
}

#[test]
fn a_filter_lets_through_what_its_column_says() {
    let mut market = Market::open(2, 30, 20);
    market.trade(400, 60);
    use FulfilmentStatus::Allocated;
    use PaymentStatus::{Paid, Unpaid};
    let cases: Vec<(Orders, Test<'_>)> = vec![
        (
            filtered(|filter| filter.state = Some(vec![OrderState::Placed])),
            Box::new(|row| row.head.state == OrderState::Placed),
        ),
        (
            filtered(|filter| filter.payment = Some(vec![Paid, Unpaid])),
            Box::new(|row| matches!(row.head.payment, Paid | Unpaid)),
        ),
        (
            filtered(|filter| filter.fulfilment = Some(vec![Allocated])),
            Box::new(|row| row.head.fulfilment == Allocated),
        ),
        (
            filtered(|filter| filter.channel = Some(vec!["web".into(), "mars".into()])),
            Box::new(|row| row.head.channel == "web"),
        ),
        (
            filtered(|filter| filter.kind = Some(vec![OrderKind::Return])),
            Box::new(|row| row.head.kind == OrderKind::Return),
        ),
        (
            filtered(|filter| filter.kind = Some(vec![OrderKind::Sale, OrderKind::Adjustment])),
            Box::new(|row| row.head.kind != OrderKind::Return),
        ),
        (
            filtered(|filter| filter.state = Some(vec![])),
            Box::new(|_| true),
        ),
    ];
    check_each(&market, &cases);
}

#[test]
fn a_filter_lets_through_the_orders_of_a_record_and_of_days() {
    let mut market = Market::open(22, 30, 20);
    market.trade(400, 60);
    let (someone, something) = (market.customers[3].0.0, market.products[5].0.0);
    let day = |days| FIRST_DAY.plus(days).to_string();
    let holds_it = |deal: &&market::Deal| deal.lines.iter().any(|line| line.0 == 5);
    let with_it: Vec<_> = market
        .deals
        .iter()
        .filter(holds_it)
        .map(|deal| deal.id.0)
        .collect();
    let cases: Vec<(Orders, Test<'_>)> = vec![
        (
            filtered(|filter| filter.customer = Some(someone)),
            Box::new(|row| row.head.customer == Some(someone)),
        ),
        (
            filtered(|filter| filter.product = Some(something)),
            Box::new(|row| with_it.contains(&row.head.id)),
        ),
        (
            filtered(|filter| (filter.from, filter.to) = (Some(day(10)), Some(day(20)))),
            Box::new(|row| (day(10)..=day(20)).contains(&row.head.day)),
        ),
        (
            filtered(|filter| {
                filter.from = Some(day(10));
                filter.state = Some(vec![OrderState::Closed]);
            }),
            Box::new(|row| row.head.day >= day(10) && row.head.state == OrderState::Closed),
        ),
    ];
    check_each(&market, &cases);
}

#[test]
fn what_the_book_does_not_hold_is_an_empty_list() {
    let mut market = Market::open(3, 3, 3);
    market.trade(10, 5);
    let views = views(&market.clerk.book);
    let nobody = Some(uuid::Uuid::from_u128(99));
    let of_nobody = filtered(|filter| filter.customer = nobody);
    assert_eq!(orders(&market, &views, &of_nobody).total, 0);
    let far = Orders {
        offset: 5_000,
        ..Orders::default()
    };
    let beyond = orders(&market, &views, &far);
    assert_eq!((beyond.total, beyond.rows.len()), (10, 0));
    let no_day = filtered(|filter| filter.from = Some("2011-02-30".to_owned()));
    let refused = market
        .clerk
        .book
        .read(|read| views.orders(read, &no_day))
        .unwrap_err();
    let book::BookError::Refused(refusal) = refused else {
        panic!("{refused}")
    };
    assert_eq!(refusal.field.as_deref(), Some("filter.from"));
}

#[test]
fn orders_are_found_by_number_channel_number_customer_and_product() {
    let mut market = Market::open(4, 30, 12);
    market.trade(300, 60);
    let sells = |row: &OrderRow, test: &dyn Fn(usize) -> bool| {
        let deal = market
            .deals
            .iter()
            .find(|deal| deal.id.0 == row.head.id)
            .unwrap();
        deal.lines.iter().any(|line| test(line.0))
    };
    let named = |row: &OrderRow, word: &str| {
        let name = fold(row.head.customer_name.as_deref().unwrap_or_default());
        name.split(|c: char| !c.is_alphanumeric())
            .any(|part| part.starts_with(word))
    };
    let external = |row: &OrderRow, start: &str| {
        row.head
            .external_id
            .as_deref()
            .is_some_and(|id| id.starts_with(start))
    };
    let cases: Vec<(Orders, Test<'_>)> = vec![
        (
            found_by("a-00002"),
            Box::new(|row| row.head.number.starts_with("A-00002")),
        ),
        (found_by("c5361"), Box::new(|row| external(row, "C5361"))),
        (found_by("MULL"), Box::new(|row| named(row, "mull"))),
        (
            found_by("strasse co"),
            Box::new(|row| named(row, "strassen")),
        ),
        (
            found_by("22003a"),
            Box::new(|row| sells(row, &|product| product == 3)),
        ),
        (
            found_by("ol lam"),
            Box::new(|row| sells(row, &|product| product % 3 == 1)),
        ),
        (found_by("nothing like it"), Box::new(|_| false)),
        (found_by("\"* OR NEAR("), Box::new(|_| false)),
        (found_by("  "), Box::new(|_| true)),
    ];
    check_each(&market, &cases);
}

#[test]
fn an_order_knows_its_place() {
    let mut market = Market::open(5, 10, 10);
    market.trade(120, 30);
    let views = views(&market.clerk.book);
    for descending in [false, true] {
        let asked = sorted_by(OrderSortKey::Total, descending);
        let rows = all_orders(&market, &views, &asked);
        for (place, row) in rows.iter().enumerate() {
            let found = market
                .clerk
                .book
                .read(|read| views.order_position(read, &asked, row.head.id));
            assert_eq!(found.unwrap(), Some(place as i64));
        }
    }
    let filter = OrderFilter {
        state: Some(vec![OrderState::Draft]),
        ..OrderFilter::default()
    };
    let drafts = Orders {
        filter,
        ..Orders::default()
    };
    let id = market.deals[0].id.0;
    let place = market
        .clerk
        .book
        .read(|read| views.order_position(read, &drafts, id));
    assert_eq!(place.unwrap(), None);
}
