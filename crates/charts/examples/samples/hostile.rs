//! Figures and names that no one wished for.

use charts::{Axis, Body, Chart, Role, Unit};

use super::{Dice, FIRST_DAY, gbp, headed, series, texts};

/// Every hostile chart by name.
pub fn all() -> Vec<(&'static str, Chart)> {
    vec![
        ("one-point", one_point()),
        ("twenty-lines", twenty_lines()),
        ("huge", huge()),
        ("long-names", long_names()),
        ("many-bars", many_bars(false)),
        ("many-rows", many_bars(true)),
        ("all-zero", all_zero()),
        ("stack-both-ways", stack_both_ways()),
        ("negative-rows", negative_rows()),
        ("heat-negative", heat_negative()),
    ]
}

fn one_point() -> Chart {
    let mut points = vec![None; 9];
    points[4] = Some(129_950);
    let body = Body::Lines {
        x: Axis::Days((FIRST_DAY..FIRST_DAY + 9).collect()),
        series: vec![series("Net sales", points, Role::Primary)],
    };
    headed(body, gbp(), "A single day", "9 days")
}

fn twenty_lines() -> Chart {
    let line = |at: usize| {
        let mut dice = Dice::new(at as u64 + 7);
        let points = (0..30)
            .map(|_| Some(100 * at as i64 + dice.roll(900)))
            .collect();
        series(&format!("Channel number {}", at + 1), points, Role::Other)
    };
    let body = Body::Lines {
        x: Axis::Days((FIRST_DAY..FIRST_DAY + 30).collect()),
        series: (0..20).map(line).collect(),
    };
    headed(body, gbp(), "Twenty channels", "Every one of them")
}

fn huge() -> Chart {
    let body = Body::Lines {
        x: Axis::Labels(texts(&["Jan", "Feb", "Mar", "Apr"])),
        series: vec![
            series(
                "Greatest",
                [i64::MAX, 5, i64::MIN, 0].map(Some).to_vec(),
                Role::Primary,
            ),
            series("Tiny", [1, 2, 3, 4].map(Some).to_vec(), Role::Other),
        ],
    };
    let unit = Unit {
        name: "GBP".into(),
        decimals: 2,
        compact: false,
    };
    headed(
        body,
        unit,
        "Huge beside tiny",
        "All that an integer can hold",
    )
}

fn long_names() -> Chart {
    let name = |at: usize| {
        format!(
            "<Crate & \"barrel\"> no. {at}, \u{3a9}\u{416}\u{4e2d} {}",
            "x".repeat(80)
        )
    };
    let mut body = Body::Bars {
        categories: (0..6).map(name).collect(),
        values: vec![3, 1, 4, 1, 5, 9],
        horizontal: true,
    };
    if let Body::Bars { categories, .. } = &mut body {
        categories.push(String::new());
    }
    if let Body::Bars { values, .. } = &mut body {
        values.push(-2);
    }
    let unit = Unit {
        name: "pieces of a very long unit".repeat(8),
        decimals: 0,
        compact: false,
    };
    let title = "A title that goes on and on, past every edge of the picture, ".repeat(6);
    headed(
        body,
        unit,
        &title,
        &"with as many filters as a person can choose; ".repeat(9),
    )
}

fn many_bars(horizontal: bool) -> Chart {
    let mut dice = Dice::new(11);
    let categories = (0..150).map(|at| format!("Product {at:03}")).collect();
    let values = (0..150).map(|_| dice.roll(90_000) - 20_000).collect();
    headed(
        Body::Bars {
            categories,
            values,
            horizontal,
        },
        gbp(),
        "150 products",
        "Profit",
    )
}

fn all_zero() -> Chart {
    let body = Body::Bars {
        categories: texts(&["Mon", "Tue", "Wed"]),
        values: vec![0; 3],
        horizontal: false,
    };
    headed(body, gbp(), "Nothing sold", "Three days")
}

fn stack_both_ways() -> Chart {
    let part = |name: &str, values: [i64; 5]| {
        series(name, values.map(|n| Some(n * 100)).to_vec(), Role::Other)
    };
    let body = Body::StackedBars {
        categories: texts(&["Mon", "Tue", "Wed", "Thu", "Fri"]),
        series: vec![
            part("Sales", [320, 410, 280, 500, 620]),
            part("Postage", [30, 44, 20, 61, 80]),
            part("Returns", [-60, -12, -110, 0, -35]),
            part("Bad debt", [0, 0, -40, 0, -10]),
        ],
        horizontal: false,
    };
    headed(body, gbp(), "Money in and out", "One week")
}

fn negative_rows() -> Chart {
    let body = Body::Bars {
        categories: texts(&[
            "Correction",
            "Web shop",
            "Marketplace",
            "Counter",
            "Returned",
        ]),
        values: vec![-125_000, 842_155, 310_020, 1_204_999, -410_250],
        horizontal: true,
    };
    headed(body, gbp(), "Contribution by channel", "Nov 2026")
}

fn heat_negative() -> Chart {
    let values = (0..4).map(|row| (0..8).map(move |col| Some((row - 2) * (col * 90 - 200) * 100)));
    let body = Body::HeatMap {
        rows: texts(&["North", "East", "South", "West"]),
        columns: (1..9).map(|week| format!("W{week}")).collect(),
        values: values.map(Iterator::collect).collect(),
    };
    headed(body, gbp(), "Difference from plan", "Weeks 1 to 8")
}
