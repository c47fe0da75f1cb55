//! Charts of a shop with realistic figures and with hostile ones, made from a small seeded
//! generator: looked at in the gallery, checked by the tests; each takes what it needs.
#![allow(dead_code)]

pub mod hostile;

use charts::{Axis, Body, Chart, Role, Series, Size, Theme, Unit};

/// 2010-12-01 in days since 1970-01-01.
pub const FIRST_DAY: i32 = 14_944;

/// A sequence that is the same everywhere.
pub struct Dice(u64);

impl Dice {
    /// Starts at `seed`.
    pub fn new(seed: u64) -> Self {
        Dice(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    /// A number from 0 to `below`.
    pub fn roll(&mut self, below: i64) -> i64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % below as u64) as i64
    }
}

/// Money in minor units, labels shortened.
pub fn gbp() -> Unit {
    Unit {
        name: "GBP".into(),
        decimals: 2,
        compact: true,
    }
}

fn texts(names: &[&str]) -> Vec<String> {
    names.iter().map(|&name| name.to_owned()).collect()
}

fn series(name: &str, points: Vec<Option<i64>>, role: Role) -> Series {
    Series {
        name: name.into(),
        points,
        role,
    }
}

fn headed(body: Body, unit: Unit, title: &str, subtitle: &str) -> Chart {
    let mut chart = Chart::new(body, unit);
    chart.title = title.into();
    chart.subtitle = subtitle.into();
    chart.source_note = "Book: Sample shop \u{b7} 25,900 documents".into();
    chart.metadata = vec![(
        "Query".into(),
        "sales-by-day from=2010-12-01 to=2011-12-09".into(),
    )];
    chart
}

/// Daily sales of `days` days with weekly rhythm and closed Saturdays.
pub fn daily(days: i32, seed: u64) -> Vec<Option<i64>> {
    let mut dice = Dice::new(seed);
    let value = |day: i32| {
        let closed = (FIRST_DAY + day).rem_euclid(7) == 2;
        let season = 20_000 + i64::from(day) * 60;
        (!closed).then(|| (season + dice.roll(28_000)) * 100 + dice.roll(100))
    };
    (0..days).map(value).collect()
}

/// The line chart of the speed target: 730 days.
pub fn two_years() -> Chart {
    let points = daily(730, 1).into_iter().map(|n| n.or(Some(0))).collect();
    let days = (FIRST_DAY..FIRST_DAY + 730).collect();
    let body = Body::Lines {
        x: Axis::Days(days),
        series: vec![series("Net sales", points, Role::Primary)],
    };
    headed(
        body,
        gbp(),
        "Net sales by day",
        "1 Dec 2010 to 29 Nov 2012, all channels",
    )
}

/// Eight weeks beside last year's, as on the first screen.
pub fn eight_weeks() -> Chart {
    let this = [
        9_412, 11_480, 10_310, 15_620, 14_590, 19_170, 18_010, 24_103,
    ];
    let last = [7_205, 8_560, 7_690, 11_420, 10_300, 12_940, 12_050, 14_618];
    let points = |all: [i64; 8]| all.into_iter().map(|n| Some(n * 100 + 55)).collect();
    let body = Body::Lines {
        x: Axis::Days((0..8).map(|week| 20_731 + 7 * week).collect()),
        series: vec![
            series("this year", points(this), Role::Primary),
            series("last year", points(last), Role::Previous),
        ],
    };
    headed(
        body,
        gbp(),
        "Net sales by week",
        "Last 8 weeks, beside the same weeks of last year",
    )
}

/// A year that is not over beside one that is, with closed days as gaps.
pub fn unfinished() -> Chart {
    let mut this = daily(120, 3);
    this.iter_mut().skip(84).for_each(|point| *point = None);
    let body = Body::Lines {
        x: Axis::Days((FIRST_DAY..FIRST_DAY + 120).collect()),
        series: vec![
            series("2010/11", this, Role::Primary),
            series("2009/10", daily(120, 9), Role::Previous),
        ],
    };
    headed(
        body,
        gbp(),
        "Net sales by day",
        "1 Dec to 30 Mar, closed on Saturdays",
    )
}

/// Six countries over a year.
pub fn countries_by_month() -> Chart {
    let names = [
        "Germany",
        "France",
        "EIRE",
        "Netherlands",
        "Norway",
        "Channel Islands",
    ];
    let line = |(at, name): (usize, &&str)| {
        let mut dice = Dice::new(at as u64 + 40);
        let points = (0..12)
            .map(|m| Some(900_000 + m * 60_000 + dice.roll(1_900_000)))
            .collect();
        series(name, points, Role::Other)
    };
    let months = ["12/10", "1/11", "2/11", "3/11", "4/11", "5/11", "6/11"];
    let months = months
        .iter()
        .chain(&["7/11", "8/11", "9/11", "10/11", "11/11"]);
    let body = Body::Lines {
        x: Axis::Labels(months.map(|&month| month.to_owned()).collect()),
        series: names.iter().enumerate().map(line).collect(),
    };
    headed(
        body,
        gbp(),
        "Net sales by country",
        "Dec 2010 to Nov 2011, without United Kingdom",
    )
}

/// The bar chart of the speed target: 20 categories.
pub fn twenty_bars(horizontal: bool) -> Chart {
    let categories = texts(&[
        "United Kingdom",
        "Netherlands",
        "EIRE",
        "Germany",
        "France",
        "Australia",
        "Switzerland",
        "Spain",
        "Belgium",
        "Sweden",
        "Japan",
        "Norway",
        "Portugal",
        "Finland",
        "Channel Islands",
        "Denmark",
        "Italy",
        "Cyprus",
        "Austria",
        "Singapore",
    ]);
    let values = (0..20)
        .map(|at| 48_230_155 / (at + 1) / (1 + at / 6))
        .collect();
    let body = Body::Bars {
        categories,
        values,
        horizontal,
    };
    headed(
        body,
        gbp(),
        "Net sales by country",
        "1 Dec 2010 to 9 Dec 2011",
    )
}

/// The ten best products by name.
pub fn top_products() -> Chart {
    let categories = texts(&[
        "REGENCY CAKESTAND 3 TIER",
        "WHITE HANGING HEART T-LIGHT HOLDER",
        "PARTY BUNTING",
        "JUMBO BAG RED RETROSPOT",
        "RABBIT NIGHT LIGHT",
        "PAPER CHAIN KIT 50'S CHRISTMAS",
        "ASSORTED COLOUR BIRD ORNAMENT",
        "CHILLI LIGHTS",
        "SPOTTY BUNTING, HAND-SEWN, 5 METRES, WITH ENAMEL HOOKS AND A BAG",
        "PICNIC BASKET WICKER 60 PIECES",
    ]);
    let values = vec![
        16_484_755, 9_961_380, 9_824_388, 9_235_611, 6_686_460, 6_416_815, 5_889_541, 5_378_806,
        4_249_511, 3_954_150,
    ];
    let body = Body::Bars {
        categories,
        values,
        horizontal: true,
    };
    headed(
        body,
        gbp(),
        "Top products",
        "By net sales, 1 Dec 2010 to 9 Dec 2011",
    )
}

/// Stock movement by week: some bars below zero.
pub fn movements() -> Chart {
    let categories = (40..52).map(|week| format!("W{week}")).collect();
    let values = vec![
        1_204, -310, 845, -1_120, 0, 2_310, -45, 660, -980, 1_515, 12, -2_004,
    ]
    .into_iter();
    let body = Body::Bars {
        categories,
        values: values.map(|n: i64| n * 1_000).collect(),
        horizontal: false,
    };
    let unit = Unit {
        name: "pieces".into(),
        decimals: 3,
        compact: false,
    };
    headed(body, unit, "Stock movement", "Oct to Dec 2026, main street")
}

/// New and returning customers by month, on one another or side by side.
pub fn customers(stacked: bool, horizontal: bool) -> Chart {
    let categories = texts(&["Jun", "Jul", "Aug", "Sep", "Oct", "Nov"]);
    let new = [240, 188, 165, 294, 352, 319].map(Some).to_vec();
    let returning = [747, 761, 770, 970, 1_010, 1_347].map(Some).to_vec();
    let series = vec![
        series("Returning", returning, Role::Primary),
        series("New", new, Role::Other),
    ];
    let body = match stacked {
        true => Body::StackedBars {
            categories,
            series,
            horizontal,
        },
        false => Body::GroupedBars {
            categories,
            series,
            horizontal,
        },
    };
    let unit = Unit {
        name: "customers".into(),
        decimals: 0,
        compact: false,
    };
    headed(body, unit, "New and returning customers", "Jun to Nov 2011")
}

/// Takings by hour and weekday.
pub fn hours() -> Chart {
    let days = texts(&["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]);
    let mut dice = Dice::new(5);
    let mut cell = |row: usize, hour: i64| {
        let open = (7..20).contains(&hour) && row != 5;
        let peak = 36 - (hour - 13) * (hour - 13);
        open.then(|| (peak.max(2) * 3_000 + dice.roll(40_000)) * 10)
    };
    let values = (0..7)
        .map(|row| (0..24).map(|hour| cell(row, hour)).collect())
        .collect();
    let columns = (0..24).map(|hour: i32| hour.to_string()).collect();
    let body = Body::HeatMap {
        rows: days,
        columns,
        values,
    };
    let mut chart = headed(
        body,
        gbp(),
        "Sales by hour and weekday",
        "Dec 2010 to Dec 2011",
    );
    chart.unit_x = Some("hour of the day".into());
    chart
}

/// No figures.
pub fn nothing() -> Chart {
    let body = Body::Empty {
        message: "No sales between 1 and 5 Jan 2011".into(),
    };
    headed(
        body,
        gbp(),
        "Net sales by day",
        "1 Jan to 5 Jan 2011, Iceland",
    )
}

/// Every kind of realistic chart by name.
pub fn realistic() -> Vec<(&'static str, Chart)> {
    vec![
        ("eight-weeks", eight_weeks()),
        ("two-years", two_years()),
        ("unfinished", unfinished()),
        ("countries-by-month", countries_by_month()),
        ("twenty-bars", twenty_bars(false)),
        ("twenty-rows", twenty_bars(true)),
        ("top-products", top_products()),
        ("movements", movements()),
        ("stacked", customers(true, false)),
        ("grouped", customers(false, false)),
        ("stacked-rows", customers(true, true)),
        ("grouped-rows", customers(false, true)),
        ("hours", hours()),
        ("nothing", nothing()),
    ]
}

/// `chart` at a size and in a theme.
pub fn at(mut chart: Chart, (width_px, height_px): (u32, u32), palette: Theme) -> Chart {
    chart.size = Size {
        width_px,
        height_px,
        scale: 1,
    };
    chart.palette = palette;
    chart
}
