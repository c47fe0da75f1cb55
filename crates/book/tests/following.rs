//! Views follow the journal: after any write a kept list is the list that would be built anew.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

#[allow(dead_code, reason = "each test uses a part of it")]
mod market;
#[allow(dead_code, reason = "each test uses a part of it")]
mod shop;

use book::dto::{
    CustomerFilter, CustomerSortKey, FulfilmentStatus, OrderFilter, OrderSortKey, OrderState, Page,
    ProductFilter, ProductSortKey, Sort,
};
use book::views::{Asked, Views};
use book::{Book, Said};
use domain::customer::{CustomerFacts, CustomerPersonal};
use domain::product::ProductTerms;
use domain::{Subject, SubjectKind};
use market::Market;
use std::fmt::Debug;
use std::sync::Arc;

type Orders = Asked<OrderFilter, OrderSortKey>;
type Products = Asked<ProductFilter, ProductSortKey>;
type Customers = Asked<CustomerFilter, CustomerSortKey>;

/// A second opening of a market's book, for the builds in the background.
fn reader(market: &Market) -> Arc<Book> {
    Arc::new(Book::open(market.clerk.book.path()).unwrap())
}

fn views(reader: &Arc<Book>) -> Views {
    let book = reader.clone();
    Views::new(move || book.reader())
}

fn order_lists() -> Vec<Orders> {
    let sorted = |key| Orders {
        sort: Some(Sort {
            key,
            descending: true,
        }),
        ..Orders::default()
    };
    let texts = ["mull", "lamp", "a-00"];
    let state = Some(vec![OrderState::Placed, OrderState::Cancelled]);
    let fulfilment = Some(vec![FulfilmentStatus::Shipped]);
    let filters = [
        OrderFilter {
            state,
            ..OrderFilter::default()
        },
        OrderFilter {
            fulfilment,
            ..OrderFilter::default()
        },
    ];
    let with_text = |text: &str| Orders {
        text: Some(text.into()),
        ..Orders::default()
    };
    let with_filter = |filter| Orders {
        filter,
        ..Orders::default()
    };
    use OrderSortKey::{Customer, Number, Payment, Placed, State, Total};
    [Placed, Number, Customer, Payment, State, Total]
        .into_iter()
        .map(sorted)
        .chain(texts.into_iter().map(with_text))
        .chain(filters.into_iter().map(with_filter))
        .collect()
}

fn product_lists() -> Vec<Products> {
    use ProductSortKey::{Available, OnHand, Sold, Title};
    let sorted = |key| Products {
        sort: Some(Sort {
            key,
            descending: false,
        }),
        ..Products::default()
    };
    let low = ProductFilter {
        low: Some(true),
        ..ProductFilter::default()
    };
    let lists = [Title, OnHand, Available, Sold].into_iter().map(sorted);
    lists
        .chain([Products {
            filter: low,
            ..Products::default()
        }])
        .collect()
}

fn customer_lists() -> Vec<Customers> {
    use CustomerSortKey::{Balance, LastOrder, Name, Revenue};
    let sorted = |key| Customers {
        sort: Some(Sort {
            key,
            descending: true,
        }),
        ..Customers::default()
    };
    let text = Customers {
        text: Some("ann".into()),
        ..Customers::default()
    };
    [Name, Revenue, LastOrder, Balance]
        .into_iter()
        .map(sorted)
        .chain([text])
        .collect()
}

/// The kept views of a book in a test, one set for each list so that none crowds out another.
struct Kept<A> {
    lists: Vec<(A, Views)>,
    reader: Arc<Book>,
}

impl<A: Debug + Clone> Kept<A> {
    fn new(market: &Market, lists: Vec<A>) -> Self {
        let reader = reader(market);
        let lists = lists
            .into_iter()
            .map(|asked| (asked, views(&reader)))
            .collect();
        Self { lists, reader }
    }

    fn check<R: Debug + PartialEq>(
        &self,
        market: &Market,
        page: impl Fn(book::Read<'_>, &Views, &A) -> book::Result<Page<R>>,
    ) {
        for (asked, kept) in &self.lists {
            let now = market
                .clerk
                .book
                .read(|read| page(read, kept, asked))
                .unwrap();
            let fresh = views(&self.reader);
            let anew = market
                .clerk
                .book
                .read(|read| page(read, &fresh, asked))
                .unwrap();
            assert!(now.complete && anew.complete);
            assert_eq!(now, anew, "{asked:?}");
        }
    }
}

/// One random act of a clerk.
fn act(market: &mut Market) {
    let order = market.dice.roll(market.deals.len() as u64) as usize;
    let order = market.deals[order].id;
    let customer = market.dice.roll(market.customers.len() as u64) as usize;
    let product = market.dice.roll(market.products.len() as u64) as usize;
    match market.dice.roll(8) {
        0 => market.trade(1, 60),
        1 => market.trade(3, 60),
        2 => drop(market.clerk.pay(order, 100)),
        3 => drop(market.clerk.fulfil(order)),
        4 => drop(market.clerk.cancel(order)),
        5 => rename(market, customer),
        6 => retitle(market, product),
        _ => market.clerk.adjust(market.products[product].0, 2_000),
    }
}

fn rename(market: &mut Market, customer: usize) {
    let name = ["Annette", "Zed", "mullah", "Øystein"][market.dice.roll(4) as usize];
    let personal = CustomerPersonal {
        name: Some(name.into()),
        ..CustomerPersonal::default()
    };
    let subject = Subject::new(SubjectKind::Customer, market.customers[customer].0.0);
    let facts = CustomerFacts::default();
    let said = Said::new(subject, "customer.amended", &facts).with_personal(&personal);
    market.clerk.write(|tx| tx.append(said)).unwrap();
}

fn retitle(market: &mut Market, product: usize) {
    let title = ["Lampion", "Vase", "Ärmel"][market.dice.roll(3) as usize];
    let terms = ProductTerms {
        title: Some(title.into()),
        ..ProductTerms::default()
    };
    let subject = Subject::new(SubjectKind::Product, market.products[product].0.0);
    market
        .clerk
        .write(|tx| tx.append(Said::new(subject, "product.amended", &terms)))
        .unwrap();
}

#[test]
fn kept_lists_are_what_lists_built_anew_are() {
    let mut market = Market::open(11, 25, 15);
    market.trade(150, 60);
    let orders = Kept::new(&market, order_lists());
    let products = Kept::new(&market, product_lists());
    let customers = Kept::new(&market, customer_lists());
    for round in 0..60 {
        if round > 0 {
            act(&mut market);
        }
        orders.check(&market, |read, views, asked| views.orders(read, asked));
        products.check(&market, |read, views, asked| views.products(read, asked));
        customers.check(&market, |read, views, asked| views.customers(read, asked));
    }
}

#[test]
fn a_list_is_built_anew_after_very_many_writes() {
    let mut market = Market::open(12, 25, 15);
    market.trade(50, 60);
    let orders = Kept::new(&market, order_lists());
    orders.check(&market, |read, views, asked| views.orders(read, asked));
    market.trade(700, 60);
    orders.check(&market, |read, views, asked| views.orders(read, asked));
}

/// More rows than are built while the caller waits.
const MANY: usize = 4_200;

#[test]
fn a_long_list_shows_its_first_rows_before_it_is_built() {
    let mut market = Market::open(13, 60, 200);
    market.trade(MANY, 400);
    let reader = reader(&market);
    for asked in order_lists() {
        for descending in [false, true] {
            let sort = asked.sort.clone().map(|sort| Sort { descending, ..sort });
            let first = Orders {
                sort,
                limit: 50,
                ..asked.clone()
            };
            let views = views(&reader);
            let read = |asked: &Orders| {
                market
                    .clerk
                    .book
                    .read(|read| views.orders(read, asked))
                    .unwrap()
            };
            let early = read(&first);
            // A window far down waits until the list is built.
            let deep = read(&Orders {
                offset: 3_000,
                ..first.clone()
            });
            assert!(deep.complete);
            let late = read(&first);
            assert!(late.complete && late.total == deep.total, "{first:?}");
            if first.text.is_none() {
                assert_eq!(early.rows, late.rows, "{first:?}");
            }
            assert!(!early.complete || early.total == late.total, "{first:?}");
            let last = read(&Orders {
                offset: late.total - 1,
                ..first.clone()
            });
            assert_eq!(last.rows.len(), 1, "{first:?}");
        }
    }
}

#[test]
fn a_text_that_matches_few_of_many_is_whole_at_once() {
    let mut market = Market::open(14, 60, 400);
    market.trade(MANY, 400);
    let views = views(&reader(&market));
    let (customer, name) = market.customers[377].clone();
    let expected: Vec<_> = market
        .deals
        .iter()
        .filter(|deal| deal.customer == Some(377))
        .collect();
    let asked = Orders {
        text: Some(name),
        ..Orders::default()
    };
    let page = market
        .clerk
        .book
        .read(|read| views.orders(read, &asked))
        .unwrap();
    assert!(page.complete);
    assert_eq!(page.total as usize, expected.len());
    assert!(
        page.rows
            .iter()
            .all(|row| row.head.customer == Some(customer.0))
    );
}
