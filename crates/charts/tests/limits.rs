//! Descriptions that cannot be drawn are refused by name, and whatever is not refused is drawn.

mod support;

use charts::{Axis, Body, Chart, ChartError, Role, Series, Size, Theme, Unit};
use proptest::prelude::*;
use support::{assert_texts_inside, samples};

fn unit() -> Unit {
    Unit {
        name: "GBP".into(),
        decimals: 2,
        compact: true,
    }
}

fn refusal(body: Body) -> ChartError {
    let chart = Chart::new(body, unit());
    assert!(charts::png(&chart).is_err());
    charts::svg(&chart).expect_err("a refusal")
}

fn series(count: usize) -> Series {
    Series {
        name: "s".into(),
        points: vec![Some(1); count],
        role: Role::Other,
    }
}

fn names(count: usize) -> Vec<String> {
    (0..count).map(|at| at.to_string()).collect()
}

#[test]
fn lengths_must_agree() {
    let bars = Body::Bars {
        categories: names(3),
        values: vec![1, 2],
        horizontal: false,
    };
    let length = |what: &str, expected, found| ChartError::Length {
        what: what.into(),
        expected,
        found,
    };
    assert_eq!(refusal(bars), length("values", 3, 2));
    let lines = Body::Lines {
        x: Axis::Labels(names(2)),
        series: vec![series(3)],
    };
    assert_eq!(refusal(lines), length("s", 2, 3));
    let heat = Body::HeatMap {
        rows: names(1),
        columns: names(2),
        values: vec![vec![Some(1); 3]],
    };
    assert_eq!(refusal(heat), length("0", 2, 3));
}

#[test]
fn there_is_a_limit_on_everything() {
    let lines = |x, count, of| Body::Lines {
        x,
        series: vec![series(of); count],
    };
    let many = lines(Axis::Labels(names(1)), 21, 1);
    assert_eq!(refusal(many), ChartError::TooManySeries(21));
    let long = lines(Axis::Labels(names(50_001)), 2, 50_001);
    assert_eq!(refusal(long), ChartError::TooManyPoints(100_002));
    let unsorted = lines(Axis::Days(vec![1, 3, 3]), 1, 3);
    assert_eq!(refusal(unsorted), ChartError::DatesNotRising(2));
    let far = lines(Axis::Days(vec![i32::MIN]), 1, 1);
    assert_eq!(refusal(far), ChartError::DateOutOfRange(i32::MIN));
}

#[test]
fn absurd_sizes_are_refused() {
    let sizes = [
        (8_001, 900, 1),
        (4_000, 2_001, 4),
        (119, 900, 1),
        (700, 0, 1),
        (700, 300, 0),
    ];
    for (width_px, height_px, scale) in sizes {
        let mut chart = samples::nothing();
        chart.size = Size {
            width_px,
            height_px,
            scale,
        };
        let refused = ChartError::Size {
            width_px,
            height_px,
            scale,
        };
        assert_eq!(charts::svg(&chart), Err(refused));
    }
}

#[test]
fn metadata_keys_must_fit_a_png() {
    for key in ["", " Title", "\u{e9}", &"k".repeat(80)] {
        let mut chart = samples::nothing();
        chart.metadata = vec![(key.to_owned(), "v".into())];
        assert_eq!(
            charts::png(&chart),
            Err(ChartError::MetadataKey(key.to_owned()))
        );
    }
}

fn any_value() -> impl Strategy<Value = i64> {
    prop_oneof![
        any::<i64>(),
        -1_000_000_i64..1_000_000,
        Just(0),
        Just(i64::MIN),
        Just(i64::MAX)
    ]
}

fn any_name() -> impl Strategy<Value = String> {
    prop_oneof!["\\PC{0,40}", "[a-zA-Z ]{0,60}", any::<String>()]
}

fn any_series(length: usize) -> impl Strategy<Value = Vec<Series>> {
    let role = prop_oneof![Just(Role::Primary), Just(Role::Previous), Just(Role::Other)];
    let points = proptest::collection::vec(proptest::option::of(any_value()), length);
    let one = (any_name(), points, role);
    let one = one.prop_map(|(name, points, role)| Series { name, points, role });
    proptest::collection::vec(one, 0..21)
}

fn any_axis(length: usize) -> impl Strategy<Value = Axis> {
    let labels = proptest::collection::vec(any_name(), length).prop_map(Axis::Labels);
    let steps = prop_oneof![Just(1), Just(7), 1_i32..40, 1_i32..60_000];
    let days = (-100_000_i32..100_000, steps);
    let count = i32::try_from(length).unwrap_or(0);
    let days = days
        .prop_map(move |(first, step)| Axis::Days((0..count).map(|n| first + n * step).collect()));
    prop_oneof![labels, days]
}

fn any_body() -> impl Strategy<Value = Body> {
    (0_usize..40, 1_usize..8).prop_flat_map(|(length, rows)| {
        let names = move || proptest::collection::vec(any_name(), length);
        let cell = || proptest::option::of(any_value());
        let cells = proptest::collection::vec(proptest::collection::vec(cell(), length), rows);
        let row_names = proptest::collection::vec(any_name(), rows);
        let values = proptest::collection::vec(any_value(), length);
        prop_oneof![
            (any_axis(length), any_series(length))
                .prop_map(|(x, series)| Body::Lines { x, series }),
            (names(), values, any::<bool>()).prop_map(|(categories, values, horizontal)| {
                Body::Bars {
                    categories,
                    values,
                    horizontal,
                }
            }),
            (names(), any_series(length), any::<bool>()).prop_map(
                |(categories, series, horizontal)| {
                    Body::GroupedBars {
                        categories,
                        series,
                        horizontal,
                    }
                }
            ),
            (names(), any_series(length), any::<bool>()).prop_map(
                |(categories, series, horizontal)| {
                    Body::StackedBars {
                        categories,
                        series,
                        horizontal,
                    }
                }
            ),
            (row_names, names(), cells).prop_map(|(rows, columns, values)| Body::HeatMap {
                rows,
                columns,
                values
            }),
            any_name().prop_map(|message| Body::Empty { message }),
        ]
    })
}

/// Everything has a place: no figure that says where and how large is none. Texts and what the file
/// tells of itself may hold any word.
fn is_placed(svg: &str) -> bool {
    const PLACES: [&str; 12] = [
        "x",
        "y",
        "x1",
        "y1",
        "x2",
        "y2",
        "width",
        "height",
        "d",
        "points",
        "transform",
        "r",
    ];
    let document = roxmltree::Document::parse(svg).expect("a chart is XML");
    let mut figures = document
        .descendants()
        .flat_map(|node| node.attributes())
        .filter(|attribute| PLACES.contains(&attribute.name()));
    figures.all(|attribute| !attribute.value().contains("NaN"))
}

prop_compose! {
    fn any_chart()(
        body in any_body(),
        texts in proptest::array::uniform4(any_name()),
        unit in (any_name(), 0_u8..10, any::<bool>()),
        size in (120_u32..2_000, 80_u32..1_400, 1_u32..5),
    ) -> Chart {
        let unit = Unit { name: unit.0, decimals: unit.1, compact: unit.2 };
        let mut chart = Chart::new(body, unit);
        let [title, subtitle, unit_x, source_note] = texts;
        chart.unit_x = Some(unit_x).filter(|name| !name.is_empty());
        (chart.title, chart.subtitle, chart.source_note) = (title, subtitle, source_note);
        chart.palette = if size.0 % 2 == 0 { Theme::Light } else { Theme::Dark };
        chart.size = Size { width_px: size.0, height_px: size.1, scale: size.2 };
        chart
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn whatever_is_not_refused_is_drawn_with_its_texts_on_the_canvas(chart in any_chart()) {
        let svg = charts::svg(&chart).unwrap();
        prop_assert!(is_placed(&svg));
        assert_texts_inside(&chart, &svg);
        prop_assert_eq!(charts::svg(&chart).unwrap(), svg);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn whatever_is_drawn_can_be_rasterised(mut chart in any_chart()) {
        chart.size.scale = 1;
        prop_assert!(charts::png(&chart).is_ok());
    }
}
