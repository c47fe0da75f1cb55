//! The description of a chart: what is shown, in which unit, how large and in which theme.

use crate::{Locale, Theme};

/// One chart. Build it with [`Chart::new`] and set what differs.
#[derive(Debug, Clone, PartialEq)]
pub struct Chart {
    /// What is shown. May be empty when the page has its own heading.
    pub title: String,
    /// Period and filters, in words.
    pub subtitle: String,
    /// Name of the x axis, where it does not speak for itself.
    pub unit_x: Option<String>,
    /// Unit and scale of every value.
    pub unit_y: Unit,
    /// The figures and the kind of drawing.
    pub body: Body,
    /// Light or dark.
    pub palette: Theme,
    /// Size of the drawing.
    pub size: Size,
    /// Where the figures come from; drawn small at the foot.
    pub source_note: String,
    /// Written into the file beside the title and the figures: key (ASCII) and value.
    pub metadata: Vec<(String, String)>,
    /// How numbers and dates are written.
    pub locale: Locale,
    /// Embed the font and the figures into the SVG, for a file that must stand alone.
    pub standalone: bool,
}

/// The unit of the values, which are integers: a value is `n / 10^decimals` of `name`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// As printed beside the axis: "GBP", "orders".
    pub name: String,
    /// Decimal scale of the integers: 2 for minor units of most money, 3 for quantities in milli.
    pub decimals: u8,
    /// Whether labels may be shortened to "12.4k" and "1.2M".
    pub compact: bool,
}

/// Size of the drawing. Text grows with the square root of the size.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    /// Width, 120 to 8,000 px.
    pub width_px: u32,
    /// Height, 80 to 8,000 px.
    pub height_px: u32,
    /// Pixels of the PNG per px of the drawing, 1 to 4; no effect on the SVG.
    pub scale: u32,
}

/// The kind of drawing and its figures.
#[derive(Debug, Clone, PartialEq)]
pub enum Body {
    /// One line a series over days or categories. A missing point breaks the line.
    Lines {
        /// Where the points stand.
        x: Axis,
        /// The lines, the most important first.
        series: Vec<Series>,
    },
    /// One bar a category.
    Bars {
        /// Names of the bars.
        categories: Vec<String>,
        /// One value a category.
        values: Vec<i64>,
        /// Bars lie, names at the left and numbers in a column at the right.
        horizontal: bool,
    },
    /// Several bars a category, side by side.
    GroupedBars {
        /// Names of the groups.
        categories: Vec<String>,
        /// One bar of each group.
        series: Vec<Series>,
        /// Bars lie.
        horizontal: bool,
    },
    /// Parts of a whole on one another, negative parts below zero.
    StackedBars {
        /// Names of the bars.
        categories: Vec<String>,
        /// One part of each bar, the first nearest to zero.
        series: Vec<Series>,
        /// Bars lie.
        horizontal: bool,
    },
    /// A table of coloured cells.
    HeatMap {
        /// Names of the rows, top first.
        rows: Vec<String>,
        /// Names of the columns.
        columns: Vec<String>,
        /// `values[row][column]`.
        values: Vec<Vec<Option<i64>>>,
    },
    /// Nothing to show, said in words.
    Empty {
        /// The words.
        message: String,
    },
}

/// What stands along the x axis.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Axis {
    /// Calendar days since 1970-01-01, rising.
    Days(Vec<i32>),
    /// Names at equal distances.
    Labels(Vec<String>),
}

/// A named row of values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Series {
    /// As printed at the line's end or in the legend.
    pub name: String,
    /// One value a place on the axis; `None` where there is none.
    pub points: Vec<Option<i64>>,
    /// What the series is to the reader.
    pub role: Role,
}

/// What a series is to the reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// What the chart is about: the accent colour.
    Primary,
    /// The same of an earlier period: neutral grey.
    Previous,
    /// One among several: a colour of the palette.
    Other,
}

impl Chart {
    /// A light chart of 720 x 320 px with English wording and no heading.
    pub fn new(body: Body, unit_y: Unit) -> Self {
        Chart {
            title: String::new(),
            subtitle: String::new(),
            unit_x: None,
            unit_y,
            body,
            palette: Theme::Light,
            size: Size {
                width_px: 720,
                height_px: 320,
                scale: 1,
            },
            source_note: String::new(),
            metadata: Vec::new(),
            locale: Locale::english(),
            standalone: false,
        }
    }
}

impl Body {
    /// Whether there is no value at all to draw.
    pub fn is_empty(&self) -> bool {
        match self {
            Body::Lines { series, .. }
            | Body::GroupedBars { series, .. }
            | Body::StackedBars { series, .. } => series
                .iter()
                .all(|one| one.points.iter().all(Option::is_none)),
            Body::Bars { values, .. } => values.is_empty(),
            Body::HeatMap { values, .. } => values.iter().flatten().all(Option::is_none),
            Body::Empty { .. } => true,
        }
    }
}

impl Axis {
    /// How many places the axis has.
    pub fn len(&self) -> usize {
        match self {
            Axis::Days(days) => days.len(),
            Axis::Labels(labels) => labels.len(),
        }
    }

    /// Whether the axis has no place.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}
