//! A range of days as the fewest whole periods of the roll-ups.

use domain::Day;

/// A period of the roll-ups.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Grain {
    /// A business day.
    Day,
    /// A week from Monday.
    Week,
    /// A month.
    Month,
    /// A year.
    Year,
}

impl Grain {
    /// The number in the tables.
    pub const fn code(self) -> u8 {
        match self {
            Self::Day => 0,
            Self::Month => 1,
            Self::Year => 2,
            Self::Week => 3,
        }
    }

    /// The first day of the period that a day lies in.
    pub fn start(self, day: Day) -> Day {
        match self {
            Self::Day => day,
            Self::Week => day.week_start(),
            Self::Month => day.month_start(),
            Self::Year => day.year_start(),
        }
    }

    /// The first day of the period `periods` later, from the first day of one.
    pub fn plus(self, start: Day, periods: i32) -> Day {
        match self {
            Self::Day => start.plus(periods),
            Self::Week => start.plus(periods.saturating_mul(7)),
            Self::Month => start.plus_months(periods),
            Self::Year => start.plus_months(periods.saturating_mul(12)),
        }
    }
}

/// Periods of one grain: the first days of the first and the last one.
pub type Periods = (Grain, Day, Day);

/// The days `from` to `to` as whole years, whole months and days, without gap or overlap.
/// Empty when `to` lies before `from`.
pub fn cover(from: Day, to: Day) -> Vec<Periods> {
    let mut parts = Vec::new();
    let mut at = from;
    while at <= to {
        let grain = [Grain::Year, Grain::Month]
            .into_iter()
            .find(|grain| grain.start(at) == at && grain.plus(at, 1).plus(-1) <= to)
            .unwrap_or(Grain::Day);
        match parts.last_mut() {
            Some((last, _, end)) if *last == grain => *end = at,
            _ => parts.push((grain, at, at)),
        }
        at = grain.plus(at, 1);
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn shown(from: &str, to: &str) -> Vec<String> {
        let parts = cover(Day::parse(from).unwrap(), Day::parse(to).unwrap());
        parts
            .iter()
            .map(|(grain, from, to)| format!("{grain:?} {from} {to}"))
            .collect()
    }

    #[test]
    fn whole_periods_are_taken_whole() {
        assert_eq!(
            shown("2010-12-01", "2011-12-31"),
            ["Month 2010-12-01 2010-12-01", "Year 2011-01-01 2011-01-01",]
        );
        assert_eq!(
            shown("2010-12-30", "2011-03-02"),
            [
                "Day 2010-12-30 2010-12-31",
                "Month 2011-01-01 2011-02-01",
                "Day 2011-03-01 2011-03-02",
            ]
        );
        assert!(shown("2011-03-02", "2011-03-01").is_empty());
    }

    proptest! {
        #[test]
        fn every_day_is_covered_once(from in 0..30_000_i32, days in 0..1_500_i32) {
            let (from, to) = (Day(from), Day(from + days));
            let mut next = from;
            for (grain, first, last) in cover(from, to) {
                prop_assert_eq!(first, next);
                prop_assert_eq!(grain.start(last), last);
                next = grain.plus(last, 1);
            }
            prop_assert_eq!(next, to.plus(1));
        }
    }
}
