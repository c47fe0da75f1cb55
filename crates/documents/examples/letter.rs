//! Writes an invoice of so many lines to a file: `letter LINES FILE`. To look at, and to measure.
#![allow(missing_docs)]

#[path = "../tests/sample/mod.rs"]
mod sample;

use documents::{Kind, Pdf, built_in, pdf};
use std::time::Instant;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let lines = arguments.next().unwrap_or_default().parse().unwrap_or(5);
    let file = arguments.next().unwrap_or_else(|| "letter.pdf".to_owned());
    let content = sample::invoice(lines);
    for _ in 0..5 {
        let started = Instant::now();
        let bytes = pdf(&built_in(Kind::Invoice), &content, &Pdf::default())?;
        println!("{} bytes in {:?}", bytes.len(), started.elapsed());
        std::fs::write(&file, bytes)?;
    }
    Ok(())
}
