//! Dates on an axis: the proleptic Gregorian calendar, and the rhythm of ticks (days, Mondays,
//! months, years) that leaves room between the labels.

use crate::Locale;

/// A calendar date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Date {
    year: i32,
    month: u32,
    day: u32,
}

/// A labelled place on a date axis, in days since 1970-01-01.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct DateTick {
    pub(crate) day: i32,
    pub(crate) label: String,
}

/// How far ticks stand apart, finest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Rhythm {
    Days(i32),
    /// Every so many weeks, on Mondays.
    Weeks(i32),
    Months(u32),
    Years(i32),
}

/// Every rhythm from days to millennia, finest first.
pub(crate) const RHYTHMS: [Rhythm; 18] = [
    Rhythm::Days(1),
    Rhythm::Days(2),
    Rhythm::Weeks(1),
    Rhythm::Weeks(2),
    Rhythm::Months(1),
    Rhythm::Months(2),
    Rhythm::Months(3),
    Rhythm::Months(6),
    Rhythm::Years(1),
    Rhythm::Years(2),
    Rhythm::Years(5),
    Rhythm::Years(10),
    Rhythm::Years(20),
    Rhythm::Years(50),
    Rhythm::Years(100),
    Rhythm::Years(500),
    Rhythm::Years(1_000),
    Rhythm::Years(5_000),
];

impl Rhythm {
    /// The ticks within `first..=last`; a year is named where it begins to matter. Weeks start
    /// on Monday, unless all `days` of the data are the same other day of the week.
    pub(crate) fn ticks(
        self,
        (first, last): (i32, i32),
        days: &[i32],
        locale: &Locale,
    ) -> Vec<DateTick> {
        let years_differ = date(first).year != date(last).year;
        let mut year_named = None;
        let weekly = days.len() > 1 && days.iter().all(|day| (day - first) % 7 == 0);
        let places = match self {
            Rhythm::Weeks(step) if weekly => every(first, last, 7 * step),
            _ => self.days(first, last),
        };
        places
            .into_iter()
            .map(|day| {
                let at = date(day);
                let with_year = self.names_years(years_differ) && year_named != Some(at.year);
                year_named = Some(at.year);
                DateTick {
                    day,
                    label: self.label(at, with_year, locale),
                }
            })
            .collect()
    }

    /// How many ticks there are at most, without making them.
    pub(crate) fn count(self, first: i32, last: i32) -> usize {
        ((last - first) / self.days_apart()) as usize + 1
    }

    /// The least distance of two ticks.
    pub(crate) fn days_apart(self) -> i32 {
        match self {
            Rhythm::Days(n) => n,
            Rhythm::Weeks(n) => 7 * n,
            Rhythm::Months(n) => 28 * n as i32,
            Rhythm::Years(n) => 365 * n,
        }
    }

    fn names_years(self, years_differ: bool) -> bool {
        years_differ || matches!(self, Rhythm::Months(_))
    }

    fn label(self, at: Date, with_year: bool, locale: &Locale) -> String {
        match (self, with_year) {
            (Rhythm::Years(_), _) => at.year.to_string(),
            (Rhythm::Months(_), true) => locale.month_with_year(at.month, at.year),
            (Rhythm::Months(_), false) => locale.months[at.month as usize - 1].clone(),
            (_, true) => locale.day_with_year(at.day, at.month, at.year),
            (_, false) => locale.day(at.day, at.month),
        }
    }

    fn days(self, first: i32, last: i32) -> Vec<i32> {
        match self {
            Rhythm::Days(step) => every(first, last, step),
            Rhythm::Weeks(step) => every(first + days_to_monday(first), last, 7 * step),
            Rhythm::Months(step) => {
                let start = date(first);
                let months = start.year * 12 + start.month as i32 - 1;
                starts(months, step as i32, first, last)
            }
            Rhythm::Years(step) => starts(date(first).year * 12, 12 * step, first, last),
        }
    }
}

/// A day as `YYYY-MM-DD` (ISO 8601).
pub(crate) fn iso(day: i32) -> String {
    let Date { year, month, day } = date(day);
    format!("{year:04}-{month:02}-{day:02}")
}

fn every(first: i32, last: i32, step: i32) -> Vec<i32> {
    (first..=last).step_by(step as usize).collect()
}

/// Firsts of months, `step` apart and aligned to it, counted in months since year 0.
fn starts(from_month: i32, step: i32, first: i32, last: i32) -> Vec<i32> {
    let aligned = from_month.div_euclid(step) * step;
    (aligned..)
        .step_by(step as usize)
        .map(|month| days_of(month.div_euclid(12), month.rem_euclid(12) as u32 + 1))
        .skip_while(|&day| day < first)
        .take_while(|&day| day <= last)
        .collect()
}

/// 1970-01-01 was a Thursday.
fn days_to_monday(day: i32) -> i32 {
    (4 - day).rem_euclid(7)
}

/// Days since 1970-01-01 as a date (H. Hinnant, "chrono-compatible low-level date algorithms").
fn date(day: i32) -> Date {
    let z = day + 719_468;
    let era = z.div_euclid(146_097);
    let doe = z.rem_euclid(146_097);
    let yoe = (doe - doe / 1_460 + doe / 36_524 - doe / 146_096) / 365;
    let doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
    let mp = (5 * doy + 2) / 153;
    let month = if mp < 10 { mp + 3 } else { mp - 9 };
    let year = yoe + era * 400 + i32::from(month <= 2);
    Date {
        year,
        month: month as u32,
        day: (doy - (153 * mp + 2) / 5 + 1) as u32,
    }
}

/// The first of a month as days since 1970-01-01 (same source).
fn days_of(year: i32, month: u32) -> i32 {
    let year = year - i32::from(month <= 2);
    let (era, yoe) = (year.div_euclid(400), year.rem_euclid(400));
    let mp = (month as i32 + 9) % 12;
    let doy = (153 * mp + 2) / 5;
    era * 146_097 + yoe * 365 + yoe / 4 - yoe / 100 + doy - 719_468
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels(rhythm: Rhythm, first: i32, last: i32) -> Vec<String> {
        let ticks = rhythm.ticks((first, last), &[], &Locale::english());
        ticks.into_iter().map(|tick| tick.label).collect()
    }

    #[test]
    fn days_become_dates_across_leap_years() {
        assert_eq!(
            date(0),
            Date {
                year: 1970,
                month: 1,
                day: 1
            }
        );
        assert_eq!(
            date(11_016),
            Date {
                year: 2000,
                month: 2,
                day: 29
            }
        );
        assert_eq!(
            date(-1),
            Date {
                year: 1969,
                month: 12,
                day: 31
            }
        );
        assert_eq!(days_of(2010, 12), 14_944);
        assert_eq!(iso(14_944 + 30), "2010-12-31");
    }

    #[test]
    fn weeks_start_on_monday() {
        // 2026-10-01 is a Thursday.
        let october = days_of(2026, 10);
        assert_eq!(
            labels(Rhythm::Weeks(1), october, october + 12),
            ["5 Oct", "12 Oct"]
        );
    }

    #[test]
    fn a_year_is_named_once() {
        let first = days_of(2010, 12);
        let months = labels(Rhythm::Months(1), first, first + 100);
        assert_eq!(months, ["Dec 2010", "Jan 2011", "Feb", "Mar"]);
        let days = labels(Rhythm::Days(2), first + 29, first + 34);
        assert_eq!(days, ["30 Dec 2010", "1 Jan 2011", "3 Jan"]);
    }

    #[test]
    fn a_count_is_at_most_one_under_the_number_of_ticks() {
        for rhythm in RHYTHMS {
            let made = rhythm.days(14_944, 14_944 + 2_000).len();
            assert!(made <= rhythm.count(14_944, 16_944) + 1, "{rhythm:?}");
        }
    }
}
