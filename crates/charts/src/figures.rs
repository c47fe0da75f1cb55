//! The figures of a chart as CSV (RFC 4180), written into the file beside the picture so that
//! what was drawn can be read again.

use std::borrow::Cow;

use crate::calendar::iso;
use crate::number::{NumberFormat, Scaled};
use crate::{Axis, Body, Chart, Series};

/// The metadata key of the figures.
pub(crate) const KEY: &str = "Figures";

/// The figures of the chart: a header row, then one row a place on the axis, values with a point
/// as decimal sign and the unit's decimals, dates as `YYYY-MM-DD`.
pub fn figures_csv(chart: &Chart) -> String {
    let sheet = Sheet {
        decimals: chart.unit_y.decimals,
    };
    match &chart.body {
        Body::Lines {
            x: Axis::Days(days),
            series,
        } => sheet.series("day", days.iter().map(|day| Cow::Owned(iso(*day))), series),
        Body::Lines {
            x: Axis::Labels(names),
            series,
        }
        | Body::GroupedBars {
            categories: names,
            series,
            ..
        }
        | Body::StackedBars {
            categories: names,
            series,
            ..
        } => sheet.series("category", names.iter().map(Cow::Borrowed), series),
        Body::Bars {
            categories, values, ..
        } => sheet.bars(chart, categories, values),
        Body::HeatMap {
            rows,
            columns,
            values,
        } => sheet.table(rows, columns, values),
        Body::Empty { .. } => String::new(),
    }
}

struct Sheet {
    decimals: u8,
}

impl Sheet {
    fn series<'a>(
        &self,
        axis: &str,
        places: impl Iterator<Item = Cow<'a, String>>,
        series: &[Series],
    ) -> String {
        let mut csv = field(axis);
        series
            .iter()
            .for_each(|one| push(&mut csv, &field(&one.name)));
        for (at, place) in places.enumerate() {
            csv.push_str("\r\n");
            csv.push_str(&field(&place));
            series
                .iter()
                .for_each(|one| push(&mut csv, &self.value(one.points[at])));
        }
        csv
    }

    fn bars(&self, chart: &Chart, categories: &[String], values: &[i64]) -> String {
        let mut csv = field("category");
        push(&mut csv, &field(&chart.unit_y.name));
        for (category, value) in categories.iter().zip(values) {
            csv.push_str("\r\n");
            csv.push_str(&field(category));
            push(&mut csv, &self.value(Some(*value)));
        }
        csv
    }

    fn table(&self, rows: &[String], columns: &[String], values: &[Vec<Option<i64>>]) -> String {
        let mut csv = field("row");
        columns
            .iter()
            .for_each(|column| push(&mut csv, &field(column)));
        for (row, cells) in rows.iter().zip(values) {
            csv.push_str("\r\n");
            csv.push_str(&field(row));
            cells
                .iter()
                .for_each(|&cell| push(&mut csv, &self.value(cell)));
        }
        csv
    }

    fn value(&self, value: Option<i64>) -> String {
        let Some(n) = value else { return String::new() };
        let plain = NumberFormat {
            decimal: '.',
            group: '\0',
        };
        let scaled = Scaled {
            n: i128::from(n),
            decimals: self.decimals,
        };
        plain.fixed(scaled, self.decimals).replace('\u{2212}', "-")
    }
}

fn push(csv: &mut String, field: &str) {
    csv.push(',');
    csv.push_str(field);
}

fn field(text: &str) -> String {
    if text.contains([',', '"', '\n', '\r']) {
        return format!("\"{}\"", text.replace('"', "\"\""));
    }
    text.to_owned()
}
