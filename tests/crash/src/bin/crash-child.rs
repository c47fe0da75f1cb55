//! A counter that sells without end: after each sale that the book acknowledged it prints the
//! number. It is meant to be killed.

use app::{App, AppOptions};
use serde_json::json;
use std::io::Write as _;
use std::path::PathBuf;

fn main() {
    let mut arguments = std::env::args().skip(1);
    let (Some(book), Some(product), Some(seed)) =
        (arguments.next(), arguments.next(), arguments.next())
    else {
        eprintln!("usage: crash-child BOOK PRODUCT SEED");
        std::process::exit(2);
    };
    let settings = PathBuf::from(&book).with_extension("settings");
    let app = App::new(AppOptions::new(settings));
    app.call("book.open", json!({ "path": book }))
        .expect("the book opens after every kill");
    let mut out = std::io::stdout();
    for sale in 1_u64.. {
        let request = format!("00000000-0000-4000-{:04x}-{sale:012x}", seed_of(&seed));
        let sold = app.call("orders.sell", sale_of(&product, sale, &request));
        let sold = sold.expect("a sale is taken");
        let number = sold["output"]["number"]
            .as_str()
            .expect("a sale has a number");
        writeln!(out, "{number}")
            .and_then(|()| out.flush())
            .expect("the reader is there");
    }
}

fn seed_of(seed: &str) -> u16 {
    0x8000 | (seed.parse::<u16>().expect("a seed is a number") & 0x3fff)
}

fn sale_of(product: &str, sale: u64, request: &str) -> serde_json::Value {
    json!({
        "request_id": request,
        "channel": "counter",
        "method": "cash",
        "lines": (0..=sale % 3)
            .map(|line| json!({ "product": product, "quantity_milli": (line + 1) * 1_000 }))
            .collect::<Vec<_>>(),
    })
}
