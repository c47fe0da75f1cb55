//! Measures the reads of a book: lists, single records, searches, reports. Prints the first time,
//! the least, p50 and p99 in microseconds:
//! `cargo run --release -p book --example measure_reads BOOK [ROUNDS]`

use book::dto::{
    CustomerFilter, CustomerSortKey, FulfilmentStatus, OrderFilter, OrderRow, OrderSortKey,
    OrderState, Page, ProductFilter, ProductSortKey, ReportInput, Sort,
};
use book::read::reports;
use book::views::{Asked, Views};
use book::{Book, Read};
use std::hint::black_box;
use std::sync::Arc;
use std::time::Instant;

type Orders = Asked<OrderFilter, OrderSortKey>;
type Products = Asked<ProductFilter, ProductSortKey>;
type Customers = Asked<CustomerFilter, CustomerSortKey>;

struct Bench {
    book: Arc<Book>,
    rounds: usize,
}

fn main() -> book::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let path = arguments.next().expect("the path of a book");
    let rounds = arguments
        .next()
        .map_or(200, |rounds| rounds.parse().expect("a number"));
    let book = Arc::new(Book::open(path.as_ref())?);
    let bench = Bench { book, rounds };
    order_lists(&bench);
    other_lists(&bench);
    records(&bench);
    searches(&bench);
    figures(&bench);
    Ok(())
}

impl Bench {
    fn views(&self) -> Views {
        let book = self.book.clone();
        Views::new(move || book.reader())
    }

    /// Runs a read many times and prints how long it took.
    fn time<T>(&self, name: &str, rounds: usize, run: impl Fn(Read<'_>, usize) -> book::Result<T>) {
        let mut times: Vec<u128> = (0..rounds)
            .map(|round| {
                let start = Instant::now();
                let _ = black_box(self.book.read(|read| run(read, round)).expect("it is read"));
                start.elapsed().as_micros()
            })
            .collect();
        let first = times[0];
        times.sort_unstable();
        let at = |percent: usize| times[(times.len() - 1) * percent / 100];
        let (least, p50, p99) = (at(0), at(50), at(99));
        println!("{name:<56} first {first:>8}  least {least:>7}  p50 {p50:>7}  p99 {p99:>7}");
    }

    /// The first window of a list that is not kept, the wait for it, and any window of it.
    fn windows(&self, name: &str, asked: &Orders) {
        let page = |views: &Views, offset: i64| -> Page<OrderRow> {
            let asked = Orders {
                offset,
                ..asked.clone()
            };
            let page = self.book.read(|read| views.orders(read, &asked));
            page.expect("orders are read")
        };
        self.time(&format!("{name}: not kept"), 7, |read, _| {
            self.views().orders(read, asked)
        });
        let views = self.views();
        let start = Instant::now();
        let total = page(&views, 1_001).total;
        let built = start.elapsed().as_micros();
        println!("{:<56} built {built:>8}  rows {total:>8}", "");
        self.time(&format!("{name}: any window"), self.rounds, |_, round| {
            Ok(page(&views, (round as i64 * 1_037_389) % total.max(1)))
        });
    }
}

fn order_lists(bench: &Bench) {
    use OrderSortKey as By;
    let sorted = |key| Orders {
        sort: Some(Sort {
            key,
            descending: true,
        }),
        ..Orders::default()
    };
    for key in [
        By::Placed,
        By::Number,
        By::Customer,
        By::Channel,
        By::Items,
        By::Total,
        By::State,
    ] {
        bench.windows(&format!("orders by {key:?}"), &sorted(key));
    }
    for key in [By::Placed, By::Total] {
        let mut asked = sorted(key);
        asked.filter.state = Some(vec![OrderState::Placed]);
        bench.windows(&format!("orders placed, by {key:?}"), &asked);
        asked.filter.from = Some("2026-01-01".to_owned());
        asked.filter.to = Some("2026-06-30".to_owned());
        bench.windows(&format!("orders placed in half a year, by {key:?}"), &asked);
        asked.filter.state = Some(vec![OrderState::Closed]);
        bench.windows(&format!("orders closed in half a year, by {key:?}"), &asked);
        let mut asked = sorted(key);
        asked.filter.fulfilment = Some(vec![FulfilmentStatus::PartShipped]);
        bench.windows(&format!("orders part shipped, by {key:?}"), &asked);
    }
    for text in ["a", "s", "an", "smith", "smi j", "A-0", "A-00123", "zzzz"] {
        let asked = Orders {
            text: Some(text.to_owned()),
            ..Orders::default()
        };
        bench.windows(&format!("orders found by {text:?}"), &asked);
    }
}

fn other_lists(bench: &Bench) {
    use ProductSortKey::{Available, OnHand, Sku, Sold, Title};
    for key in [Sku, Title, OnHand, Available, Sold] {
        let asked = Products {
            sort: Some(Sort {
                key,
                descending: true,
            }),
            ..Products::default()
        };
        let views = bench.views();
        bench.time(&format!("products by {key:?}"), bench.rounds, |read, _| {
            views.products(read, &asked)
        });
    }
    use CustomerSortKey::{Balance, Name, Revenue};
    for key in [Name, Revenue, Balance] {
        let asked = Customers {
            sort: Some(Sort {
                key,
                descending: true,
            }),
            ..Customers::default()
        };
        let views = bench.views();
        bench.time(&format!("customers by {key:?}"), bench.rounds, |read, _| {
            views.customers(read, &asked)
        });
    }
    for text in ["a", "an", "smi"] {
        let asked = Customers {
            text: Some(text.to_owned()),
            ..Customers::default()
        };
        bench.time(
            &format!("customers found by {text:?}, not kept"),
            7,
            |read, _| bench.views().customers(read, &asked),
        );
    }
}

fn records(bench: &Bench) {
    let views = bench.views();
    let total = bench
        .book
        .read(|read| views.orders(read, &Orders::default()))
        .expect("orders are read")
        .total;
    let ids: Vec<_> = (0..10)
        .flat_map(|part| {
            let asked = Orders {
                offset: part * total / 10,
                ..Orders::default()
            };
            let page = bench.book.read(|read| views.orders(read, &asked));
            page.expect("orders are read").rows
        })
        .map(|row| row.head.id)
        .collect();
    bench.time("one order", ids.len(), |read, round| read.order(ids[round]));
    bench.time("place of an order", ids.len(), |read, round| {
        views.order_position(read, &Orders::default(), ids[round])
    });
    let most_sold = Products {
        sort: Some(Sort {
            key: ProductSortKey::Sold,
            descending: true,
        }),
        ..Products::default()
    };
    let products = bench.book.read(|read| views.products(read, &most_sold));
    let products = products.expect("products are read").rows;
    bench.time("one product", products.len(), |read, round| {
        read.product(products[round].id)
    });
    bench.time("movements of a product", products.len(), |read, round| {
        read.movements(products[round].id, None, (0, 200))
    });
}

fn searches(bench: &Bench) {
    for text in ["a", "smith", "A-00123", "22"] {
        bench.time(&format!("search {text:?}"), bench.rounds, |read, _| {
            read.search(text, 20)
        });
    }
}

fn figures(bench: &Bench) {
    let days = bench.book.read(|read| read.sales_days()).expect("days");
    let (_, last) = days.expect("a book with sales");
    bench.time("today", 50, |read, _| read.today(last));
    for info in reports() {
        for (name, days) in [("all time", None), ("one year", Some(364))] {
            let asked = ReportInput {
                report: info.report.clone(),
                from: days.map(|days| last.plus(-days).to_string()),
                ..ReportInput::default()
            };
            bench.time(&format!("{}, {name}", info.report), 20, |read, _| {
                read.report(&asked, last)
            });
        }
    }
}
