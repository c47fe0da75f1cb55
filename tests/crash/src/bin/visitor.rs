//! A program that looks into a book and leaves again, as the command line does.

use book::Book;
use std::path::Path;

fn main() {
    let Some(path) = std::env::args().nth(1) else {
        eprintln!("usage: visitor BOOK");
        std::process::exit(2);
    };
    let book = Book::open(Path::new(&path)).expect("the book opens");
    let orders: i64 = book
        .read(|read| {
            let sql = "SELECT count(*) FROM orders";
            Ok(read.conn.query_row(sql, [], |row| row.get(0))?)
        })
        .expect("the book can be read");
    println!("{orders}");
}
