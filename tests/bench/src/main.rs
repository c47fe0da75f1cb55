//! `cargo xtask bench`: the workloads beside their floors, as a table and as JSON.
//!
//! Ratios against a floor of the same run count; absolute times are those of the machine.

mod floor;
mod process;
mod served;
mod shop;
mod stats;
mod table;
mod w1;
mod w10;
mod w11;
mod w12;
mod w2;
mod w3;
mod w4;
mod w5;
mod w6;
mod w7;
mod w8;
mod w9;

use app::seed::SeedOptions;
use serde_json::json;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use table::Figures;

const USAGE: &str = "\
bench [W1 ... W12] [--orders N]... [--entries N] [--keep FOLDER] [--json FILE]
  Without names all workloads run; W2 and W7 on books of 10,000, 100,000 and 1,000,000 orders, W4
  with 50,000 entries.";
const WORKLOADS: [&str; 12] = [
    "W1", "W2", "W3", "W4", "W5", "W6", "W7", "W8", "W9", "W10", "W11", "W12",
];
/// W4 copies so many entries unless told otherwise.
const ENTRIES: u64 = 50_000;
/// W11 sends one entry of a book of so many orders.
const FEW_ORDERS: u64 = 100;
/// W6 starts on a book of so many orders.
const START_ORDERS: u64 = 1_000_000;

/// What is asked for on the command line.
#[derive(Default)]
struct Asked {
    workloads: Vec<String>,
    orders: Vec<u64>,
    entries: Option<u64>,
    json: Option<PathBuf>,
    /// A folder whose seeded books are used again, and kept for the next time.
    keep: Option<PathBuf>,
}

fn main() -> ExitCode {
    match asked(std::env::args().skip(1)) {
        Ok(asked) => measure(&asked),
        Err(wrong) => {
            eprintln!("bench: {wrong}\n{USAGE}");
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}

fn measure(asked: &Asked) {
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
    if wants("W9") {
        w9::run(&mut figures);
    }
    if wants("W10") {
        w10::run(&mut figures);
    }
    let own = tempfile::tempdir().expect("a folder for the bench");
    let folder = asked.keep.as_deref().unwrap_or(own.path());
    if wants("W2") || wants("W7") {
        for orders in &asked.orders {
            measure_book(folder, *orders, (wants("W2"), wants("W7")), &mut figures);
        }
    }
    if wants("W4") {
        let entries = asked.entries.unwrap_or(ENTRIES);
        // An order of the seeded shop makes more than one entry.
        let book = seeded(folder, entries);
        w4::run(&book, entries as usize, &mut figures);
    }
    if wants("W11") && cfg!(target_os = "linux") {
        let book = seeded(folder, FEW_ORDERS);
        w11::run(&w4::first_record(&book), &mut figures);
    }
    if wants("W6") {
        let book = seeded(folder, START_ORDERS);
        w6::run(&book, &own.path().join("settings"), &mut figures);
    }
    if wants("W8") {
        w8::run(own.path(), &mut figures);
    }
    if wants("W12") {
        w12::run(own.path(), &mut figures);
    }
    if let Some(file) = &asked.json {
        let text = serde_json::to_string_pretty(&figures).expect("figures are JSON");
        std::fs::write(file, text).expect("the figures' file is written");
    }
    println!("{} targets missed", figures.missed());
}

/// A book of so many orders; made unless it is there.
fn seeded(folder: &Path, orders: u64) -> PathBuf {
    let path = folder.join(format!("seeded-{orders}.counterbook"));
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
    path
}

fn measure_book(folder: &Path, orders: u64, (reads, rebuild): (bool, bool), figures: &mut Figures) {
    let path = seeded(folder, orders);
    if reads {
        // Reading is measured warm: how long a cold disk takes is not the product's doing. The cold
        // start is W6's.
        warm(&path).expect("the book can be read");
        let app = shop::app(folder);
        shop::call(&app, "book.open", json!({ "path": path }));
        w2::run(&app, orders, figures);
        shop::call(&app, "book.close", json!({}));
    }
    if rebuild {
        w7::run(&path, orders, figures);
    }
}

fn warm(path: &Path) -> std::io::Result<u64> {
    std::io::copy(&mut std::fs::File::open(path)?, &mut std::io::sink())
}

fn asked(mut arguments: impl Iterator<Item = String>) -> Result<Asked, String> {
    let mut asked = Asked::default();
    while let Some(argument) = arguments.next() {
        let mut value = || arguments.next().ok_or(format!("{argument} needs a value"));
        match argument.as_str() {
            "--orders" => asked.orders.push(number(&value()?)?),
            "--entries" => asked.entries = Some(number(&value()?)?),
            "--keep" => asked.keep = Some(value()?.into()),
            "--json" => asked.json = Some(value()?.into()),
            name => {
                let name = name.to_uppercase();
                if !WORKLOADS.contains(&name.as_str()) {
                    return Err(format!("there is no workload {argument}"));
                }
                asked.workloads.push(name);
            }
        }
    }
    if asked.orders.is_empty() {
        asked.orders = vec![10_000, 100_000, 1_000_000];
    }
    Ok(asked)
}

fn number(text: &str) -> Result<u64, String> {
    text.parse().map_err(|_| format!("{text} is no number"))
}
