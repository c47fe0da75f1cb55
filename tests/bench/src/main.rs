//! `cargo xtask bench`: the workloads beside their floors, as a table and as JSON.
//!
//! Ratios against a floor of the same run count; absolute times are those of the machine.

mod floor;
mod shop;
mod stats;
mod table;
mod w1;
mod w2;
mod w3;
mod w5;
mod w7;

use app::seed::SeedOptions;
use serde_json::json;
use std::path::{Path, PathBuf};
use table::Figures;

/// What is asked for on the command line.
struct Asked {
    workloads: Vec<String>,
    orders: Vec<u64>,
    json: Option<PathBuf>,
    /// A folder whose seeded books are used again, and kept for the next time.
    keep: Option<PathBuf>,
}

fn main() {
    let asked = asked();
    let mut figures = Figures::default();
    println!("{}", table::head());
    let all = asked.workloads.is_empty();
    let wants = |name: &str| all || asked.workloads.iter().any(|workload| workload == name);
    if wants("W1") {
        w1::run(&mut figures);
    }
    if wants("W3") {
        w3::run(&mut figures);
    }
    if wants("W5") {
        w5::run(&mut figures);
    }
    if wants("W2") || wants("W7") {
        for orders in &asked.orders {
            let wanted = (wants("W2"), wants("W7"));
            match &asked.keep {
                Some(folder) => seeded(folder, *orders, wanted, &mut figures),
                None => {
                    let folder = tempfile::tempdir().expect("a folder for the bench");
                    seeded(folder.path(), *orders, wanted, &mut figures);
                }
            }
        }
    }
    if let Some(file) = &asked.json {
        let text = serde_json::to_string_pretty(&figures).expect("figures are JSON");
        std::fs::write(file, text).expect("the figures' file is written");
    }
    println!("{} targets missed", figures.missed());
}

fn seeded(folder: &Path, orders: u64, (reads, rebuild): (bool, bool), figures: &mut Figures) {
    let path = folder.join(format!("seeded-{orders}.counterbook"));
    let app = shop::app(folder);
    let options = SeedOptions {
        orders: orders as u32,
        seed: 1,
    };
    if path.exists() {
        println!("     the book of {orders} orders is there");
    } else {
        let (seeded, seconds) = stats::timed(|| app::seed::seed(&path, options, &mut |_, _| ()));
        let lines = seeded.expect("the book is seeded").lines;
        println!("     {orders} orders of {lines} lines were seeded in {seconds:.1} s");
    }
    if reads {
        shop::call(&app, "book.open", json!({ "path": path }));
        w2::run(&app, orders, figures);
        shop::call(&app, "book.close", json!({}));
    }
    if rebuild {
        w7::run(&path, orders, figures);
    }
}

fn asked() -> Asked {
    let mut asked = Asked {
        workloads: Vec::new(),
        orders: Vec::new(),
        json: None,
        keep: None,
    };
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--orders" => {
                let orders = arguments
                    .next()
                    .and_then(|number| number.parse::<u64>().ok());
                asked.orders.extend(orders);
            }
            "--keep" => asked.keep = arguments.next().map(PathBuf::from),
            "--json" => asked.json = arguments.next().map(PathBuf::from),
            workload => asked.workloads.push(workload.to_uppercase()),
        }
    }
    if asked.orders.is_empty() {
        asked.orders = vec![10_000, 100_000, 1_000_000];
    }
    asked
}
