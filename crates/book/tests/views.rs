//! Long lists: whatever is asked for, a window shows what the rows say, and goes on to show it
//! while others write.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

#[allow(dead_code, reason = "each test uses a part of it")]
mod market;
#[allow(dead_code, reason = "each test uses a part of it")]
mod shop;

use book::Book;
use book::dto::{
    CustomerFilter, CustomerRow, CustomerSortKey, FulfilmentStatus, OrderFilter, OrderKind,
    OrderRow, OrderSortKey, OrderState, Page, PaymentStatus, ProductFilter, ProductRow,
    ProductSortKey, Sort,
};
use book::fold_text::fold;
use book::views::{Asked, Views};
use market::{FIRST_DAY, Market};
use std::sync::Arc;

type Orders = Asked<OrderFilter, OrderSortKey>;
type Products = Asked<ProductFilter, ProductSortKey>;
type Customers = Asked<CustomerFilter, CustomerSortKey>;

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
const PRODUCT_SORTS: [ProductSortKey; 6] = [
    ProductSortKey::Sku,
    ProductSortKey::Title,
    ProductSortKey::Price,
    ProductSortKey::OnHand,
    ProductSortKey::Available,
    ProductSortKey::Sold,
];
const CUSTOMER_SORTS: [CustomerSortKey; 7] = [
    CustomerSortKey::Name,
    CustomerSortKey::Code,
    CustomerSortKey::Country,
    CustomerSortKey::Orders,
    CustomerSortKey::Revenue,
    CustomerSortKey::LastOrder,
    CustomerSortKey::Balance,
];

/// The views of a book that is open in a test.
fn views(book: &Book) -> Views {
    let path = book.path().to_owned();
    let other = Arc::new(Book::open(&path).unwrap());
    Views::new(move || other.reader())
}

fn orders(market: &Market, views: &Views, asked: &Orders) -> Page<OrderRow> {
    market.clerk.book.read(|read| views.orders(read, asked)).unwrap()
}

fn products(market: &Market, views: &Views, asked: &Products) -> Page<ProductRow> {
    market.clerk.book.read(|read| views.products(read, asked)).unwrap()
}

fn customers(market: &Market, views: &Views, asked: &Customers) -> Page<CustomerRow> {
    market.clerk.book.read(|read| views.customers(read, asked)).unwrap()
}

/// Every row of a list, window by window.
fn all_orders(market: &Market, views: &Views, asked: &Orders) -> Vec<OrderRow> {
    let mut rows = Vec::new();
    loop {
        let offset = rows.len() as i64;
        let page = orders(market, views, &Asked { offset, ..asked.clone() });
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
    Orders { sort: Some(Sort { key, descending }), ..Orders::default() }
}

/// What a row shows of the column that it is sorted by.
fn shown(row: &OrderRow, key: OrderSortKey) -> (i64, String) {
    let word = |text: &dyn erased::Code| (text.code(), String::new());
    match key {
        OrderSortKey::Placed => (0, row.head.placed_local.clone().unwrap()),
        OrderSortKey::Number => (0, row.head.number.clone()),
        OrderSortKey::Customer => (0, fold(row.head.customer_name.as_deref().unwrap_or_default())),
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

#[test]
fn a_filter_lets_through_what_its_columns_say() {
    let mut market = Market::open(2, 30, 20);
    market.trade(400, 60);
    let views = views(&market.clerk.book);
    let all = all_orders(&market, &views, &Orders::default());
    let (someone, something) = (market.customers[3].0.0, market.products[5].0.0);
    let (from, to) = (FIRST_DAY.plus(10).to_string(), FIRST_DAY.plus(20).to_string());
    let with_it = market.deals.iter().filter(|deal| deal.lines.iter().any(|line| line.0 == 5));
    let with_it: Vec<_> = with_it.map(|deal| deal.id.0).collect();
    type Test<'a> = Box<dyn Fn(&OrderRow) -> bool + 'a>;
    let filter = OrderFilter::default;
    let cases: Vec<(OrderFilter, Test<'_>)> = vec![
        (OrderFilter { state: Some(vec![OrderState::Placed]), ..filter() },
            Box::new(|row| row.head.state == OrderState::Placed)),
        (OrderFilter { payment: Some(vec![PaymentStatus::Paid, PaymentStatus::Unpaid]), ..filter() },
            Box::new(|row| matches!(row.head.payment, PaymentStatus::Paid | PaymentStatus::Unpaid))),
        (OrderFilter { fulfilment: Some(vec![FulfilmentStatus::Allocated]), ..filter() },
            Box::new(|row| row.head.fulfilment == FulfilmentStatus::Allocated)),
        (OrderFilter { channel: Some(vec!["web".into(), "mars".into()]), ..filter() },
            Box::new(|row| row.head.channel == "web")),
        (OrderFilter { kind: Some(vec![OrderKind::Return]), ..filter() },
            Box::new(|row| row.head.kind == OrderKind::Return)),
        (OrderFilter { kind: Some(vec![OrderKind::Sale, OrderKind::Adjustment]), ..filter() },
            Box::new(|row| row.head.kind != OrderKind::Return)),
        (OrderFilter { customer: Some(someone), ..filter() },
            Box::new(move |row| row.head.customer == Some(someone))),
        (OrderFilter { product: Some(something), ..filter() },
            Box::new(move |row| with_it.contains(&row.head.id))),
        (OrderFilter { from: Some(from.clone()), to: Some(to.clone()), ..filter() },
            Box::new(|row| (from.clone()..=to.clone()).contains(&row.head.day))),
        (OrderFilter { from: Some(from.clone()), state: Some(vec![OrderState::Closed]), ..filter() },
            Box::new(|row| row.head.day >= from && row.head.state == OrderState::Closed)),
        (OrderFilter { state: Some(vec![]), ..filter() }, Box::new(|_| true)),
    ];
    for (filter, test) in cases {
        let asked = Orders { filter: filter.clone(), ..Orders::default() };
        let expected: Vec<_> = all.iter().filter(|row| test(row)).cloned().collect();
        assert!(!expected.is_empty(), "{filter:?} is no test");
        assert_eq!(all_orders(&market, &views, &asked), expected, "{filter:?}");
    }
}

#[test]
fn what_the_book_does_not_hold_is_an_empty_list() {
    let mut market = Market::open(3, 3, 3);
    market.trade(10, 5);
    let views = views(&market.clerk.book);
    let customer = Some(uuid::Uuid::from_u128(99));
    let asked = Orders {
        filter: OrderFilter { customer, ..OrderFilter::default() },
        ..Orders::default()
    };
    assert_eq!(orders(&market, &views, &asked).total, 0);
    let beyond = orders(&market, &views, &Orders { offset: 5_000, ..Orders::default() });
    assert_eq!((beyond.total, beyond.rows.len()), (10, 0));
    let from = Some("2011-02-30".to_owned());
    let asked =
        Orders { filter: OrderFilter { from, ..OrderFilter::default() }, ..Orders::default() };
    let refused = market.clerk.book.read(|read| views.orders(read, &asked)).unwrap_err();
    let book::BookError::Refused(refusal) = refused else { panic!("{refused}") };
    assert_eq!(refusal.field.as_deref(), Some("filter.from"));
}

#[test]
fn orders_are_found_by_number_channel_number_customer_and_product() {
    let mut market = Market::open(4, 30, 12);
    market.trade(300, 60);
    let views = views(&market.clerk.book);
    let all = all_orders(&market, &views, &Orders::default());
    let deal = |row: &OrderRow| {
        market.deals.iter().find(|deal| deal.id.0 == row.head.id).unwrap().clone()
    };
    let begins = |name: Option<&str>, word: &str| {
        let name = fold(name.unwrap_or_default());
        name.split(|c: char| !c.is_alphanumeric()).any(|part| part.starts_with(word))
    };
    type Test<'a> = Box<dyn Fn(&OrderRow) -> bool + 'a>;
    let cases: Vec<(&str, Test<'_>)> = vec![
        ("a-00002", Box::new(|row| row.head.number.starts_with("A-00002"))),
        ("c5361", Box::new(|row| {
            row.head.external_id.as_deref().is_some_and(|id| id.starts_with("C5361"))
        })),
        ("MULL", Box::new(|row| begins(row.head.customer_name.as_deref(), "mull"))),
        ("strasse co", Box::new(|row| begins(row.head.customer_name.as_deref(), "strassen"))),
        ("22003a", Box::new(|row| deal(row).lines.iter().any(|line| line.0 == 3))),
        ("ol lam", Box::new(|row| deal(row).lines.iter().any(|line| line.0 % 3 == 1))),
        ("nothing like it", Box::new(|_| false)),
        ("\"* OR NEAR(", Box::new(|_| false)),
        ("  ", Box::new(|_| true)),
    ];
    for (text, test) in cases {
        let asked = Orders { text: Some(text.into()), ..Orders::default() };
        let expected: Vec<_> = all.iter().filter(|row| test(row)).cloned().collect();
        assert_eq!(all_orders(&market, &views, &asked), expected, "{text}");
    }
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
            let found =
                market.clerk.book.read(|read| views.order_position(read, &asked, row.head.id));
            assert_eq!(found.unwrap(), Some(place as i64));
        }
    }
    let filter = OrderFilter { state: Some(vec![OrderState::Draft]), ..OrderFilter::default() };
    let drafts = Orders { filter, ..Orders::default() };
    let id = market.deals[0].id.0;
    let place = market.clerk.book.read(|read| views.order_position(read, &drafts, id));
    assert_eq!(place.unwrap(), None);
}

/// A market with some stock and some sales.
fn stocked_market() -> Market {
    let mut market = Market::open(6, 40, 30);
    for at in 0..20 {
        market.clerk.adjust(market.products[at * 2].0, 4_000);
    }
    market.trade(200, 60);
    market
}

#[test]
fn products_sort_by_what_they_show() {
    let market = stocked_market();
    let views = views(&market.clerk.book);
    for key in PRODUCT_SORTS {
        let sort = Some(Sort { key, descending: true });
        let page = products(&market, &views, &Products { sort, ..Products::default() });
        assert_eq!((page.total, page.complete, page.rows.len()), (40, true, 40));
        let shown = |row: &ProductRow| match key {
            ProductSortKey::Sku => (0, row.sku.clone()),
            ProductSortKey::Title => (0, fold(&row.title)),
            ProductSortKey::Price => (row.unit_price_micro, String::new()),
            ProductSortKey::OnHand => (row.on_hand_milli, String::new()),
            ProductSortKey::Available => (row.available_milli, String::new()),
            ProductSortKey::Sold => (row.units_sold_milli, String::new()),
        };
        assert!(page.rows.iter().rev().is_sorted_by_key(shown), "{key:?}");
    }
}

#[test]
fn a_filter_of_products_lets_through_what_they_show() {
    let market = stocked_market();
    let views = views(&market.clerk.book);
    let all = products(&market, &views, &Products::default()).rows;
    let is_low =
        |row: &ProductRow| row.reorder_point_milli.is_some_and(|at| row.available_milli <= at);
    type Test<'a> = Box<dyn Fn(&ProductRow) -> bool + 'a>;
    let filter = ProductFilter::default;
    let category = || Some("oil".to_owned());
    let cases: Vec<(ProductFilter, Test<'_>)> = vec![
        (ProductFilter { archived: Some(true), ..filter() }, Box::new(|row| row.archived)),
        (ProductFilter { archived: Some(false), ..filter() }, Box::new(|row| !row.archived)),
        (ProductFilter { category: category(), ..filter() },
            Box::new(|row| row.category == category())),
        (ProductFilter { stocked: Some(true), ..filter() },
            Box::new(|row| !row.service && row.on_hand_milli > 0)),
        (ProductFilter { stocked: Some(false), ..filter() },
            Box::new(|row| !row.service && row.on_hand_milli <= 0)),
        (ProductFilter { low: Some(true), ..filter() }, Box::new(is_low)),
        (ProductFilter { low: Some(false), ..filter() }, Box::new(|row| !is_low(row))),
    ];
    for (filter, test) in cases {
        let expected: Vec<_> = all.iter().filter(|row| test(row)).cloned().collect();
        assert!(!expected.is_empty(), "{filter:?} is no test");
        let asked = Products { filter: filter.clone(), ..Products::default() };
        assert_eq!(products(&market, &views, &asked).rows, expected, "{filter:?}");
    }
}

#[test]
fn customers_sort_and_filter_by_what_they_show() {
    let market = stocked_market();
    let views = views(&market.clerk.book);
    for key in CUSTOMER_SORTS {
        let sort = Some(Sort { key, descending: false });
        let page = customers(&market, &views, &Customers { sort, ..Customers::default() });
        assert_eq!((page.total, page.complete, page.rows.len()), (30, true, 30));
        let shown = |row: &CustomerRow| match key {
            CustomerSortKey::Name => (0, Some(fold(&row.name))),
            CustomerSortKey::Code => (0, row.code.clone()),
            CustomerSortKey::Country => (0, row.country.clone()),
            CustomerSortKey::Orders => (row.orders, None),
            CustomerSortKey::Revenue => (row.revenue_minor, None),
            CustomerSortKey::LastOrder => (0, row.last_day.clone()),
            CustomerSortKey::Balance => (row.balance_minor, None),
        };
        assert!(page.rows.iter().is_sorted_by_key(shown), "{key:?}");
    }
    let total = |filter: CustomerFilter| {
        customers(&market, &views, &Customers { filter, ..Customers::default() }).total
    };
    let filter = CustomerFilter::default;
    assert_eq!(total(CustomerFilter { tag: Some("trade".into()), ..filter() }), 10);
    assert_eq!(total(CustomerFilter { archived: Some(true), ..filter() }), 5);
    assert_eq!(total(CustomerFilter { country: Some("France".into()), ..filter() }), 8);
    assert_eq!(total(CustomerFilter { country: Some("Mars".into()), ..filter() }), 0);
}
