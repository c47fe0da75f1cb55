//! W7: all projections of a seeded book from its journal; and what an order weighs on disk.

use crate::stats::timed;
use crate::table::{Figures, Limit};
use crate::w1::bytes;
use book::Book;
use std::path::Path;

/// Rebuilds the book at `path`, which holds `orders` orders.
pub fn run(path: &Path, orders: u64, figures: &mut Figures) {
    let size = bytes(path);
    let each = size as f64 / orders as f64;
    let limit = Limit {
        unit: "bytes",
        limit: 2_000.0,
    };
    figures.at_most("W7", &format!("bytes per order of {orders}"), each, limit);
    let book = Book::open(path).expect("the book opens");
    let (digest, seconds) = timed(|| book.rebuild(&mut |_, _| Ok(())));
    digest.expect("the book is rebuilt");
    // The target is for a million orders; smaller books get their share of it.
    let limit = Limit {
        unit: "s",
        limit: 90.0 * orders as f64 / 1e6,
    };
    figures.at_most("W7", &format!("rebuild of {orders} orders"), seconds, limit);
}
