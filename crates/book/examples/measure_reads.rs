//! Measures the reads of a book: lists, one order, searches, reports. Prints p50 and p99 in
//! microseconds. `cargo run --release -p book --example measure_reads BOOK [ROUNDS]`

use book::Book;
use book::dto::{
    CustomerFilter, CustomerSortKey, FulfilmentStatus, OrderFilter, OrderSortKey, OrderState,
    ProductFilter, ProductSortKey, ReportInput, Sort,
};
use book::read::reports;
use book::views::{Asked, Views};
use std::sync::Arc;
use std::time::Instant;

type Orders = Asked<OrderFilter, OrderSortKey>;
type Products = Asked<ProductFilter, ProductSortKey>;
type Customers = Asked<CustomerFilter, CustomerSortKey>;

struct Bench {
    book: Arc<Book>,
    rounds: usize,
}

impl Bench {
    fn views(&self) -> Views {
        let book = self.book.clone();
        Views::new(move || book.reader())
    }

    /// Runs a read many times and prints how long it took.
    fn line<T>(&self, name: &str, rounds: usize, mut run: impl FnMut(usize) -> T) {
        let mut times: Vec<u128> = (0..rounds)
            .map(|round| {
                let start = Instant::now();
                std::hint::black_box(run(round));
                start.elapsed().as_micros()
            })
            .collect();
        let first = times[0];
        times.sort_unstable();
        let at = |part: usize| times[(times.len() * part / 100).min(times.len() - 1)];
        println!("{name:<44} first {first:>8}  p50 {:>8}  p99 {:>8}", at(50), at(99));
    }
}

fn main() -> book::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let path = arguments.next().expect("the path of a book");
    let rounds = arguments.next().map_or(200, |rounds| rounds.parse().expect("a number"));
    let bench = Bench { book: Arc::new(Book::open(path.as_ref())?), rounds };
    lists(&bench);
    singles(&bench);
    figures(&bench);
    Ok(())
}

fn orders(bench: &Bench, views: &Views, asked: &Orders) -> book::dto::Page<book::dto::OrderRow> {
    bench.book.read(|read| views.orders(read, asked)).expect("orders can be read")
}

fn lists(bench: &Bench) {
    use OrderSortKey::{Channel, Customer, Fulfilment, Items, Number, Payment, Placed, State, Total};
    for key in [Placed, Number, Customer, Channel, Items, Total, Payment, Fulfilment, State] {
        let asked = Orders { sort: Some(Sort { key, descending: true }), ..Orders::default() };
        windows(bench, &format!("orders by {key:?}"), &asked);
    }
    let state = Some(vec![OrderState::Placed]);
    let fulfilment = Some(vec![FulfilmentStatus::Allocated, FulfilmentStatus::PartShipped]);
    let from = Some("2026-01-01".to_owned());
    let to = Some("2026-06-30".to_owned());
    let filters = [
        ("state", OrderFilter { state: state.clone(), ..OrderFilter::default() }),
        ("fulfilment", OrderFilter { fulfilment, ..OrderFilter::default() }),
        ("state and days", OrderFilter { state, from, to, ..OrderFilter::default() }),
    ];
    for (name, filter) in filters {
        for key in [Placed, Total] {
            let sort = Some(Sort { key, descending: true });
            let asked = Orders { filter: filter.clone(), sort, ..Orders::default() };
            windows(bench, &format!("orders with {name} by {key:?}"), &asked);
        }
    }
    for text in ["a", "s", "an", "ann", "smith", "A-0", "A-00123", "22", "lamp", "anna smi", "zzzz"] {
        let asked = Orders { text: Some(text.to_owned()), ..Orders::default() };
        windows(bench, &format!("orders found by {text:?}"), &asked);
    }
    use ProductSortKey::{Available, OnHand, Sku, Sold, Title};
    for key in [Sku, Title, OnHand, Available, Sold] {
        let sort = Some(Sort { key, descending: true });
        let asked = Products { sort, ..Products::default() };
        let views = bench.views();
        bench.line(&format!("products by {key:?}"), bench.rounds, |_| {
            bench.book.read(|read| views.products(read, &asked)).expect("products can be read")
        });
    }
    use CustomerSortKey::{Balance, Name, Revenue};
    for key in [Name, Revenue, Balance] {
        let sort = Some(Sort { key, descending: true });
        let asked = Customers { sort, ..Customers::default() };
        let views = bench.views();
        bench.line(&format!("customers by {key:?}"), bench.rounds, |_| {
            bench.book.read(|read| views.customers(read, &asked)).expect("customers can be read")
        });
    }
    for text in ["a", "an", "smi"] {
        let views = bench.views();
        let asked = Customers { text: Some(text.to_owned()), ..Customers::default() };
        bench.line(&format!("customers found by {text:?}"), bench.rounds, |_| {
            bench.book.read(|read| views.customers(read, &asked)).expect("customers can be read")
        });
        let asked = Products { text: Some(text.to_owned()), ..Products::default() };
        bench.line(&format!("products found by {text:?}"), bench.rounds, |_| {
            bench.book.read(|read| views.products(read, &asked)).expect("products can be read")
        });
    }
}

/// The first window of a list that is not kept, the wait for the whole list, any window of it.
fn windows(bench: &Bench, name: &str, asked: &Orders) {
    bench.line(&format!("{name}, first window, not kept"), 5, |_| {
        orders(bench, &bench.views(), asked).rows.len()
    });
    let views = bench.views();
    let deep = Orders { offset: 1_001, ..asked.clone() };
    let start = Instant::now();
    let total = orders(bench, &views, &deep).total;
    println!("{:<44} whole {:>8}  rows {total}", format!("{name}, built"), start.elapsed().as_micros());
    bench.line(&format!("{name}, any window"), bench.rounds, |round| {
        let offset = (round as i64 * 7_919 * 131) % total.max(1);
        orders(bench, &views, &Orders { offset, ..asked.clone() }).rows.len()
    });
}

fn singles(bench: &Bench) {
    let views = bench.views();
    let rows = |offset| orders(bench, &views, &Orders { offset, ..Orders::default() }).rows;
    let total = orders(bench, &views, &Orders::default()).total;
    let ids: Vec<_> =
        (0..10).flat_map(|part| rows(part * total / 10)).map(|row| row.head.id).collect();
    bench.line("one order", ids.len(), |round| {
        bench.book.read(|read| read.order(ids[round])).expect("an order can be read").lines.len()
    });
    bench.line("place of an order", 200, |round| {
        let asked = Orders::default();
        bench.book.read(|read| views.order_position(read, &asked, ids[round])).expect("a place")
    });
    let asked =
        Products { sort: Some(Sort { key: ProductSortKey::Sold, descending: true }), ..Products::default() };
    let products = bench.book.read(|read| views.products(read, &asked)).expect("products").rows;
    bench.line("movements of a product", products.len(), |round| {
        bench.book.read(|read| read.movements(products[round].id, 0, 200)).expect("movements")
    });
    bench.line("one product", products.len(), |round| {
        bench.book.read(|read| read.product(products[round].id)).expect("a product")
    });
    for text in ["a", "smith", "A-00123", "22", "lamp"] {
        bench.line(&format!("search {text:?}"), bench.rounds, |_| {
            bench.book.read(|read| read.search(text, 20)).expect("hits")
        });
    }
}

fn figures(bench: &Bench) {
    let days = bench.book.read(|read| read.sales_days()).expect("days").expect("sales");
    bench.line("today", 50, |_| bench.book.read(|read| read.today(days.1)).expect("a day"));
    for info in reports() {
        let year = days.1.plus(-365);
        for (name, from) in [("all time", None), ("one year", Some(year.to_string()))] {
            let asked =
                ReportInput { report: info.report.clone(), from, ..ReportInput::default() };
            bench.line(&format!("{} {name}", info.report), 20, |_| {
                bench.book.read(|read| read.report(&asked, days.1)).expect("a report").rows.len()
            });
        }
    }
}
