//! W5: a line of 730 points and bars of 20 categories at 1600 x 900, warm, to PNG and SVG.

use crate::stats::Times;
use crate::table::{Figures, ms};
use charts::{Axis, Body, Chart, Role, Series, Size, Unit};

const ROUNDS: usize = 21;

/// Runs it.
pub fn run(figures: &mut Figures) {
    for (what, body) in [
        ("line of 730 points", line()),
        ("bars of 20 categories", bars()),
    ] {
        let unit = Unit {
            name: "GBP".into(),
            decimals: 2,
            compact: true,
        };
        let mut chart = Chart::new(body, unit);
        chart.title = "Net sales by day".into();
        chart.subtitle = "1 January 2024 to 30 December 2025".into();
        chart.size = Size {
            width_px: 1600,
            height_px: 900,
            scale: 1,
        };
        let png = Times::of(ROUNDS, |_| {
            drop(charts::png(&chart).expect("a chart is drawn"))
        });
        let svg = Times::of(ROUNDS, |_| {
            drop(charts::svg(&chart).expect("a chart is drawn"))
        });
        let p50 = png.percentile_ms(50);
        figures.at_most("W5", &format!("{what} to PNG, p50"), p50, ms(60.0));
        let p50 = svg.percentile_ms(50);
        figures.at_most("W5", &format!("{what} to SVG, p50"), p50, ms(15.0));
    }
}

fn line() -> Body {
    let first = 19_723;
    let points = (0..730)
        .map(|day| Some(120_000 + day * 137 % 90_000 + day * 100))
        .collect();
    let series = Series {
        name: "Net sales".into(),
        points,
        role: Role::Primary,
    };
    Body::Lines {
        x: Axis::Days((first..first + 730).collect()),
        series: vec![series],
    }
}

fn bars() -> Body {
    Body::Bars {
        categories: (1..=20).map(|n| format!("Enamel mug no. {n}")).collect(),
        values: (1..=20).map(|n| 2_000_000 / n).collect(),
        horizontal: true,
    }
}
