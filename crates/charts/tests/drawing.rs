//! What a reader relies on in a drawing: labels, zero baselines, gaps, and room for every text.

mod support;

use charts::{Axis, Body, Chart, Role, Series, Theme, Unit};
use support::{assert_texts_apart, assert_texts_inside, filled, numbers, samples, texts};

const SIZES: [(u32, u32); 6] = [
    (1600, 900),
    (720, 320),
    (640, 360),
    (320, 180),
    (160, 100),
    (900, 2_000),
];

const ACCENT: &str = "#0b6b50";

fn pieces() -> Unit {
    Unit {
        name: "pieces".into(),
        decimals: 0,
        compact: false,
    }
}

fn bars(values: Vec<i64>) -> Chart {
    let categories = (0..values.len()).map(|at| format!("C{at}")).collect();
    Chart::new(
        Body::Bars {
            categories,
            values,
            horizontal: false,
        },
        pieces(),
    )
}

fn line(points: Vec<Option<i64>>) -> Chart {
    let x = Axis::Labels((0..points.len()).map(|at| at.to_string()).collect());
    let series = vec![Series {
        name: "Sales".into(),
        points,
        role: Role::Primary,
    }];
    Chart::new(Body::Lines { x, series }, pieces())
}

fn all_samples() -> impl Iterator<Item = (&'static str, Chart)> {
    samples::realistic()
        .into_iter()
        .chain(samples::hostile::all())
}

#[test]
fn every_sample_keeps_its_texts_on_the_canvas_at_every_size() {
    for (_, chart) in all_samples() {
        for size in SIZES {
            let chart = samples::at(chart.clone(), size, Theme::Dark);
            assert_texts_inside(&chart, &charts::svg(&chart).unwrap());
        }
    }
}

#[test]
fn no_text_lies_on_another() {
    for (name, chart) in all_samples() {
        for size in SIZES {
            let chart = samples::at(chart.clone(), size, Theme::Light);
            assert_texts_apart(&format!("{name} {size:?}"), &charts::svg(&chart).unwrap());
        }
    }
}

#[test]
fn no_number_of_a_drawing_is_infinite_or_not_a_number() {
    for (_, chart) in all_samples() {
        let svg = charts::svg(&chart).unwrap();
        assert!(!svg.contains("NaN") && !svg.contains("inf"), "{svg}");
        for attribute in ["x", "y", "width", "height"] {
            assert!(
                numbers(&svg, "rect", attribute)
                    .iter()
                    .all(|n| n.is_finite())
            );
        }
        assert!(numbers(&svg, "rect", "width").iter().all(|&n| n >= 0.0));
        assert!(numbers(&svg, "rect", "height").iter().all(|&n| n >= 0.0));
    }
}

#[test]
fn bars_start_at_zero_and_their_lengths_are_in_proportion() {
    let svg = charts::svg(&bars(vec![100, 50, -50])).unwrap();
    let [tall, half, below] = filled(&svg, ACCENT)[..] else {
        panic!("three bars")
    };
    let zero = tall[1] + tall[3];
    assert!(
        (half[1] + half[3] - zero).abs() < 0.11,
        "bars stand on one line"
    );
    assert!(
        (below[1] - zero).abs() < 0.11,
        "what is negative hangs from it"
    );
    assert!((tall[3] / half[3] - 2.0).abs() < 0.01);
    assert!((half[3] - below[3]).abs() < 0.11);
}

#[test]
fn a_small_value_is_seen_and_none_is_not() {
    let svg = charts::svg(&bars(vec![1_000_000, 1, 0])).unwrap();
    let [_, tiny, nothing] = filled(&svg, ACCENT)[..] else {
        panic!("three bars")
    };
    assert!(tiny[3] >= 1.0 && nothing[3] == 0.0);
}

#[test]
fn parts_of_a_stack_add_up() {
    let svg = charts::svg(&samples::customers(true, false)).unwrap();
    let (lower, upper) = (filled(&svg, ACCENT), filled(&svg, "#477ad8"));
    let bars: Vec<_> = lower.iter().filter(|bar| bar[2] > 20.0).collect();
    let tops: Vec<_> = upper.iter().filter(|bar| bar[2] > 20.0).collect();
    assert_eq!((bars.len(), tops.len()), (6, 6));
    for (bar, top) in bars.iter().zip(&tops) {
        assert!(
            (top[1] + top[3] - bar[1]).abs() <= 1.01,
            "the upper part stands on the lower"
        );
    }
}

#[test]
fn labels_name_the_figures() {
    let all = texts(&charts::svg(&samples::eight_weeks()).unwrap());
    for label in [
        "Net sales by week",
        "GBP",
        "5 Oct",
        "24.1k",
        "this year",
        "14.6k",
        "last year",
    ] {
        assert!(all.iter().any(|text| text == label), "{label} in {all:?}");
    }
}

#[test]
fn numbers_beside_lying_bars_are_exact_and_end_in_one_column() {
    let svg = charts::svg(&samples::top_products()).unwrap();
    assert!(texts(&svg).iter().any(|text| text == "164,847.55"));
    let document = roxmltree::Document::parse(&svg).unwrap();
    let ends = document
        .descendants()
        .filter(|node| node.attribute("text-anchor") == Some("end"));
    let ends: Vec<&str> = ends.filter_map(|node| node.attribute("x")).collect();
    assert!(ends.len() > 10 && ends.iter().all(|x| *x == ends[0]));
}

#[test]
fn a_missing_point_breaks_the_line_and_a_lonely_one_is_a_dot() {
    let whole = charts::svg(&line(vec![Some(1), Some(2), Some(3), Some(4)])).unwrap();
    let broken = charts::svg(&line(vec![Some(1), Some(2), None, Some(3), Some(4)])).unwrap();
    let lonely = charts::svg(&line(vec![Some(1), None, Some(2), Some(3)])).unwrap();
    let strokes = |svg: &str| svg.matches(&format!("stroke=\"{ACCENT}\"")).count();
    let dots = |svg: &str| svg.matches("<circle").count();
    assert_eq!(
        (strokes(&whole), strokes(&broken), strokes(&lonely)),
        (1, 2, 1)
    );
    assert_eq!((dots(&whole), dots(&broken), dots(&lonely)), (1, 1, 2));
}

#[test]
fn a_chart_without_figures_says_so() {
    let empty = Chart::new(
        Body::Empty {
            message: "Nothing yet".into(),
        },
        pieces(),
    );
    assert!(texts(&charts::svg(&empty).unwrap()).contains(&"Nothing yet".to_owned()));
    for chart in [bars(vec![]), line(vec![]), line(vec![None, None])] {
        let said = texts(&charts::svg(&chart).unwrap());
        assert_eq!(said, ["No figures for this choice"]);
    }
}

#[test]
fn a_hundred_thousand_points_stay_a_small_drawing_with_their_peaks() {
    let mut points: Vec<Option<i64>> = (0..100_000).map(|at| Some(at % 7)).collect();
    points[54_321] = Some(1_000);
    let svg = charts::svg(&line(points)).unwrap();
    assert!(svg.len() < 150_000, "{} bytes", svg.len());
    let peak = charts::svg(&line(vec![Some(0), Some(1_000)])).unwrap();
    let top = |svg: &str| {
        let from = svg.find("<path d=\"M").unwrap();
        let paths = svg[from..]
            .split("<path d=\"M")
            .filter(|path| path.contains(ACCENT));
        let ys = paths.flat_map(|path| {
            let points = path.split('"').next().unwrap().split('L');
            points.map(|point| point.split(' ').nth(1).unwrap().parse::<f64>().unwrap())
        });
        ys.fold(f64::INFINITY, f64::min)
    };
    assert!((top(&svg) - top(&peak)).abs() < 20.0);
}
