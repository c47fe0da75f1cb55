//! Measures inspection, parsing and grouping of the Online Retail table.
//! `cargo run --release -p exchange --example read_online_retail [FILE]`

use std::time::Instant;

use exchange::{Layout, Report, Source, inspect, read, read_ahead};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let shipped = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../tests/fixtures/online_retail/OnlineRetail.csv.zst"
    );
    let path = std::env::args()
        .nth(1)
        .unwrap_or_else(|| shipped.to_owned());
    let source = Source::file(path);
    for _ in 0..3 {
        let start = Instant::now();
        let found = inspect(&source)?;
        let inspected = start.elapsed();
        let start = Instant::now();
        let documents = read(&source, &Layout::OnlineRetail, 2)?;
        let surveyed = start.elapsed();
        let mut report = Report::default();
        for batch in documents {
            report.add(&batch?);
        }
        let alone = start.elapsed();
        let start = Instant::now();
        let mut ahead = Report::default();
        for batch in read_ahead(read(&source, &Layout::OnlineRetail, 2)?)? {
            ahead.add(&batch?);
        }
        let threaded = start.elapsed();
        assert_eq!(report, ahead);
        println!(
            "{} rows: inspect {inspected:?}; read {alone:?} (first pass {surveyed:?}); \
             with a producer thread {threaded:?}; refused {}",
            found.rows_seen,
            report.tally.refused_total(),
        );
    }
    Ok(())
}
