//! The lists of products and customers: what a window shows is what the rows say.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

#[allow(dead_code, reason = "each test uses a part of it")]
mod market;
#[allow(dead_code, reason = "each test uses a part of it")]
mod shop;

use book::Book;
use book::dto::{
    CustomerFilter, CustomerRow, CustomerSortKey, Page, ProductFilter, ProductRow, ProductSortKey,
    Sort,
};
use book::fold_text::fold;
use book::views::{Asked, Views};
use market::Market;
use std::sync::Arc;

type Products = Asked<ProductFilter, ProductSortKey>;
type Customers = Asked<CustomerFilter, CustomerSortKey>;

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

fn products(market: &Market, views: &Views, asked: &Products) -> Page<ProductRow> {
    market
        .clerk
        .book
        .read(|read| views.products(read, asked))
        .unwrap()
}

fn customers(market: &Market, views: &Views, asked: &Customers) -> Page<CustomerRow> {
    market
        .clerk
        .book
        .read(|read| views.customers(read, asked))
        .unwrap()
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
        let sort = Some(Sort {
            key,
            descending: true,
        });
        let page = products(
            &market,
            &views,
            &Products {
                sort,
                ..Products::default()
            },
        );
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
    let check = |change: &dyn Fn(&mut ProductFilter), test: &dyn Fn(&ProductRow) -> bool| {
        let expected: Vec<_> = all.iter().filter(|row| test(row)).cloned().collect();
        let mut asked = Products::default();
        change(&mut asked.filter);
        assert!(!expected.is_empty(), "{asked:?} is no test");
        assert_eq!(
            products(&market, &views, &asked).rows,
            expected,
            "{asked:?}"
        );
    };
    let is_low = |row: &ProductRow| {
        row.reorder_point_milli
            .is_some_and(|at| row.available_milli <= at)
    };
    let has_some = |row: &ProductRow| row.on_hand_milli > 0;
    let is_oil = |row: &ProductRow| row.category.as_deref() == Some("oil");
    check(&|filter| filter.archived = Some(true), &|row| row.archived);
    check(&|filter| filter.archived = Some(false), &|row| {
        !row.archived
    });
    check(&|filter| filter.category = Some("oil".into()), &is_oil);
    check(&|filter| filter.stocked = Some(true), &|row| {
        !row.service && has_some(row)
    });
    check(&|filter| filter.stocked = Some(false), &|row| {
        !row.service && !has_some(row)
    });
    check(&|filter| filter.low = Some(true), &is_low);
    check(&|filter| filter.low = Some(false), &|row| !is_low(row));
}

#[test]
fn customers_sort_by_what_they_show() {
    let market = stocked_market();
    let views = views(&market.clerk.book);
    for key in CUSTOMER_SORTS {
        let sort = Some(Sort {
            key,
            descending: false,
        });
        let page = customers(
            &market,
            &views,
            &Customers {
                sort,
                ..Customers::default()
            },
        );
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
}

#[test]
fn a_filter_of_customers_lets_through_what_they_show() {
    let market = stocked_market();
    let views = views(&market.clerk.book);
    let total = |change: &dyn Fn(&mut CustomerFilter)| {
        let mut asked = Customers::default();
        change(&mut asked.filter);
        customers(&market, &views, &asked).total
    };
    assert_eq!(total(&|filter| filter.tag = Some("trade".into())), 10);
    assert_eq!(total(&|filter| filter.archived = Some(true)), 5);
    assert_eq!(total(&|filter| filter.country = Some("France".into())), 8);
    assert_eq!(total(&|filter| filter.country = Some("Mars".into())), 0);
}
