//! Refuses descriptions that cannot be drawn, before a stroke is made. Everything behind this
//! check may rely on it: lengths agree, sizes and counts are bounded, dates rise.

use crate::{Axis, Body, Chart, ChartError, Series, Size};

const SIDE_MIN_PX: (u32, u32) = (120, 80);
const SIDE_MAX_PX: u32 = 8_000;
const SCALE_MAX: u32 = 4;
const SERIES_MAX: usize = 20;
const POINTS_MAX: usize = 100_000;
const DECIMALS_MAX: u8 = 9;
const TEXT_MAX_BYTES: usize = 100_000;
/// 0001-01-01 and 9999-12-31 as days since 1970-01-01.
const DAYS: std::ops::RangeInclusive<i32> = -719_162..=2_932_896;

pub(crate) fn check(chart: &Chart) -> Result<(), ChartError> {
    size(chart.size)?;
    if chart.unit_y.decimals > DECIMALS_MAX {
        return Err(ChartError::Decimals(chart.unit_y.decimals));
    }
    texts(chart)?;
    body(&chart.body)
}

fn size(size: Size) -> Result<(), ChartError> {
    let Size {
        width_px,
        height_px,
        scale,
    } = size;
    let small = width_px < SIDE_MIN_PX.0 || height_px < SIDE_MIN_PX.1;
    let large = |side: u32| side.checked_mul(scale).is_none_or(|px| px > SIDE_MAX_PX);
    if small || !(1..=SCALE_MAX).contains(&scale) || large(width_px) || large(height_px) {
        return Err(ChartError::Size {
            width_px,
            height_px,
            scale,
        });
    }
    Ok(())
}

fn texts(chart: &Chart) -> Result<(), ChartError> {
    let values = chart.metadata.iter().map(|(_, value)| value);
    for text in [
        &chart.title,
        &chart.subtitle,
        &chart.source_note,
        &chart.unit_y.name,
    ]
    .into_iter()
    .chain(&chart.unit_x)
    .chain(values)
    .chain(labels(&chart.body))
    {
        if text.len() > TEXT_MAX_BYTES {
            return Err(ChartError::TextTooLong(text.len()));
        }
    }
    chart
        .metadata
        .iter()
        .try_for_each(|(key, _)| metadata_key(key))
}

fn metadata_key(key: &str) -> Result<(), ChartError> {
    let printable = key.bytes().all(|byte| (0x20..0x7f).contains(&byte));
    if (1..=79).contains(&key.len()) && printable && key.trim() == key {
        return Ok(());
    }
    Err(ChartError::MetadataKey(key.to_owned()))
}

fn labels(body: &Body) -> Vec<&String> {
    match body {
        Body::Lines {
            x: Axis::Labels(labels),
            series,
        } => labels
            .iter()
            .chain(series.iter().map(|one| &one.name))
            .collect(),
        Body::Lines { series, .. } => series.iter().map(|one| &one.name).collect(),
        Body::Bars { categories, .. } => categories.iter().collect(),
        Body::GroupedBars {
            categories, series, ..
        }
        | Body::StackedBars {
            categories, series, ..
        } => categories
            .iter()
            .chain(series.iter().map(|one| &one.name))
            .collect(),
        Body::HeatMap { rows, columns, .. } => rows.iter().chain(columns).collect(),
        Body::Empty { message } => vec![message],
    }
}

fn body(body: &Body) -> Result<(), ChartError> {
    match body {
        Body::Lines { x, series: lines } => {
            series(x.len(), lines)?;
            if let Axis::Days(dates) = x {
                days(dates)
            } else {
                Ok(())
            }
        }
        Body::Bars {
            categories, values, ..
        } => {
            points(categories.len())?;
            length("values", categories.len(), values.len())
        }
        Body::GroupedBars {
            categories,
            series: bars,
            ..
        }
        | Body::StackedBars {
            categories,
            series: bars,
            ..
        } => series(categories.len(), bars),
        Body::HeatMap {
            rows,
            columns,
            values,
        } => {
            points(
                rows.len()
                    .saturating_mul(columns.len().max(1))
                    .max(columns.len()),
            )?;
            length("rows", rows.len(), values.len())?;
            let mut named = rows.iter().zip(values);
            named.try_for_each(|(row, cells)| length(row, columns.len(), cells.len()))
        }
        Body::Empty { .. } => Ok(()),
    }
}

fn series(axis: usize, series: &[Series]) -> Result<(), ChartError> {
    if series.len() > SERIES_MAX {
        return Err(ChartError::TooManySeries(series.len()));
    }
    points(axis.saturating_mul(series.len().max(1)))?;
    series
        .iter()
        .try_for_each(|one| length(&one.name, axis, one.points.len()))
}

fn points(count: usize) -> Result<(), ChartError> {
    if count > POINTS_MAX {
        Err(ChartError::TooManyPoints(count))
    } else {
        Ok(())
    }
}

fn length(what: &str, expected: usize, found: usize) -> Result<(), ChartError> {
    if expected == found {
        return Ok(());
    }
    let what = what.chars().take(80).collect();
    Err(ChartError::Length {
        what,
        expected,
        found,
    })
}

fn days(days: &[i32]) -> Result<(), ChartError> {
    if let Some(&day) = days.iter().find(|day| !DAYS.contains(day)) {
        return Err(ChartError::DateOutOfRange(day));
    }
    match days.windows(2).position(|pair| pair[0] >= pair[1]) {
        Some(at) => Err(ChartError::DatesNotRising(at + 1)),
        None => Ok(()),
    }
}
