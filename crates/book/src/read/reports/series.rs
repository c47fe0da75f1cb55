//! Sales over time: one row per day, week or month, those without sales included.

use super::cover::Grain;
use super::question::Question;
use super::sales::{self, Sales};
use super::table::Table;
use crate::dto::ColumnUnit;
use crate::error::Result;
use crate::read::{Read, moment};
use domain::Day;
use serde_json::{Value, json};

/// The most rows of a series: a day each for a century.
const MOST_PERIODS: usize = 40_000;

/// The report on sales by day, week or month.
pub(super) fn by(read: &Read<'_>, question: &Question, grain: Grain) -> Result<Table> {
    let mut table = sales::table(name(grain), question.compare);
    let Some((from, to)) = question.days else {
        sales::totals(&mut table, [0; 11], question.compare.then_some(0));
        return Ok(table);
    };
    let found = read.sales(grain, from, to)?;
    let buyers = read.buyers_by(grain, (from, to))?;
    let periods = periods(grain, from, to);
    let before = match question.compare {
        true => Some(before(read, grain, (from, to), periods.len())?),
        false => None,
    };
    let mut total = Sales::default();
    for (index, period) in periods.iter().enumerate() {
        let sums = found.get(period).copied().unwrap_or_default();
        let customers = buyers.get(period).copied().unwrap_or(0);
        let before = before.as_ref().map(|before| before[index]);
        sales::row(
            &mut table,
            label(grain, *period),
            sums.figures(customers),
            before,
        );
        total.add(&sums);
    }
    let customers = read.buyer_count(question)?;
    let before = before.map(|before| before.iter().sum());
    sales::totals(&mut table, total.figures(customers), before);
    Ok(table)
}

fn name(grain: Grain) -> (&'static str, &'static str, ColumnUnit) {
    match grain {
        Grain::Week => ("week", "Week", ColumnUnit::Day),
        Grain::Month | Grain::Year => ("month", "Month", ColumnUnit::Text),
        Grain::Day => ("day", "Day", ColumnUnit::Day),
    }
}

pub(super) fn label(grain: Grain, period: Day) -> Value {
    match grain {
        Grain::Month | Grain::Year => json!(moment::month(period)),
        Grain::Day | Grain::Week => json!(period.to_string()),
    }
}

/// The first days of the periods of a range.
pub(super) fn periods(grain: Grain, from: Day, to: Day) -> Vec<Day> {
    let first = grain.start(from);
    let starts = (0..).map(|index| grain.plus(first, index));
    starts
        .take_while(|start| *start <= to)
        .take(MOST_PERIODS)
        .collect()
}

/// The revenue of as many periods just before, each beside the one it stands for.
fn before(read: &Read<'_>, grain: Grain, (from, to): (Day, Day), count: usize) -> Result<Vec<i64>> {
    let back = i32::try_from(count).unwrap_or(i32::MAX).saturating_neg();
    let (first, last) = (shifted(grain, from, back), shifted(grain, to, back));
    let found = read.sales(grain, first, last)?;
    let mut revenue = periods(grain, first, last)
        .into_iter()
        .map(|period| found.get(&period).map_or(0, |sums| sums.revenue_minor));
    Ok((0..count).map(|_| revenue.next().unwrap_or(0)).collect())
}

/// The same place in an earlier period; the last day of a shorter month where there is no such.
fn shifted(grain: Grain, day: Day, periods: i32) -> Day {
    let start = grain.start(day);
    let there = grain.plus(start, periods);
    let end = grain.plus(there, 1).plus(-1);
    there.plus(day.0 - start.0).min(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    #[test]
    fn a_series_has_every_period_that_the_range_touches() {
        let (from, to) = (day("2011-01-30"), day("2011-03-01"));
        assert_eq!(periods(Grain::Day, from, to).len(), 31);
        assert_eq!(periods(Grain::Week, from, to).len(), 6);
        let months = periods(Grain::Month, from, to);
        assert_eq!(months.first(), Some(&day("2011-01-01")));
        assert_eq!(months.len(), 3);
    }

    #[test]
    fn the_period_before_keeps_its_place_in_month_and_week() {
        assert_eq!(
            shifted(Grain::Month, day("2011-03-31"), -1),
            day("2011-02-28")
        );
        assert_eq!(
            shifted(Grain::Month, day("2011-03-15"), -12),
            day("2010-03-15")
        );
        assert_eq!(
            shifted(Grain::Week, day("2011-03-16"), -2),
            day("2011-03-02")
        );
        assert_eq!(
            shifted(Grain::Day, day("2011-03-16"), -16),
            day("2011-02-28")
        );
    }
}
