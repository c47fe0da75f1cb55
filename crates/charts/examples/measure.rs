//! Measures the chart workload (a line of 730 points and 20 bars at 1600 x 900) warm, and prints
//! one line a case: name, median and slowest in milliseconds, bytes.
//! `cargo run -p charts --release --example measure`.

mod samples;

use std::time::Instant;

use charts::{Chart, ChartError, Theme};

const RUNS: usize = 31;
const SIZE: (u32, u32) = (1600, 900);

fn main() -> Result<(), ChartError> {
    println!(
        "{:<24} {:>10} {:>10} {:>10}",
        "case", "median ms", "worst ms", "bytes"
    );
    let cases = [
        ("line-730", samples::two_years()),
        ("bars-20", samples::twenty_bars(false)),
    ];
    for (name, chart) in cases {
        let chart = samples::at(chart, SIZE, Theme::Light);
        let alone = Chart {
            standalone: true,
            ..chart.clone()
        };
        report(&format!("{name} svg"), || {
            charts::svg(&chart).map(|svg| svg.len())
        })?;
        report(&format!("{name} svg alone"), || {
            charts::svg(&alone).map(|svg| svg.len())
        })?;
        report(&format!("{name} png"), || {
            charts::png(&chart).map(|png| png.len())
        })?;
    }
    Ok(())
}

fn report(
    name: &str,
    mut draw: impl FnMut() -> Result<usize, ChartError>,
) -> Result<(), ChartError> {
    let bytes = draw()?;
    let mut times_ms = Vec::with_capacity(RUNS);
    for _ in 0..RUNS {
        let start = Instant::now();
        draw()?;
        times_ms.push(start.elapsed().as_secs_f64() * 1000.0);
    }
    times_ms.sort_by(f64::total_cmp);
    let (median, worst) = (times_ms[RUNS / 2], times_ms[RUNS - 1]);
    println!("{name:<24} {median:>10.2} {worst:>10.2} {bytes:>10}");
    Ok(())
}
