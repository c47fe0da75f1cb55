//! Calendar days of the proleptic Gregorian calendar as a count since 1970-01-01.
//!
//! The conversions are the well-known era arithmetic (400 years = 146,097 days), exact for every
//! `i32` day that has a four-digit year.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};
use std::fmt;

/// A business day: days since 1970-01-01. Serialises as `YYYY-MM-DD`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(pub i32);

impl Day {
    /// The day of a wall clock (UTC milliseconds plus offset) with a cut-off hour: sales before
    /// the cut-off belong to the day before.
    pub fn of_local(at_ms: i64, offset_min: i32, cutoff_hour: u8) -> Self {
        let local_ms = at_ms
            .saturating_add(i64::from(offset_min) * 60_000)
            .saturating_sub(i64::from(cutoff_hour) * 3_600_000);
        let days = local_ms.div_euclid(86_400_000);
        Self(i32::try_from(days).unwrap_or(if days < 0 { i32::MIN } else { i32::MAX }))
    }

    /// Year, month (1–12) and day of month (1–31).
    pub fn ymd(self) -> (i32, u32, u32) {
        let shifted = i64::from(self.0) + 719_468;
        let era = shifted.div_euclid(146_097);
        let day_of_era = shifted.rem_euclid(146_097);
        let year_of_era =
            (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let shifted_month = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
        let month = if shifted_month < 10 {
            shifted_month + 3
        } else {
            shifted_month - 9
        };
        let year = year_of_era + era * 400 + i64::from(month <= 2);
        (year as i32, month as u32, day as u32)
    }

    /// The day of a calendar date, or `None` when there is no such date.
    pub fn from_ymd(year: i32, month: u32, day: u32) -> Option<Self> {
        if !(1..=9999).contains(&year) || !(1..=12).contains(&month) || day < 1 {
            return None;
        }
        let found = Self::unchecked(year, month, day);
        (found.ymd() == (year, month, day)).then_some(found)
    }

    /// Parses `YYYY-MM-DD`.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.splitn(3, '-');
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        if (year.len(), month.len(), day.len()) != (4, 2, 2) {
            return None;
        }
        Self::from_ymd(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
    }

    /// 0 = Monday … 6 = Sunday.
    pub fn weekday(self) -> u32 {
        (i64::from(self.0) + 3).rem_euclid(7) as u32
    }

    /// The Monday of this day's week.
    pub fn week_start(self) -> Self {
        self.plus(-(self.weekday() as i32))
    }

    /// The first day of this day's month.
    pub fn month_start(self) -> Self {
        let (year, month, _) = self.ymd();
        Self::unchecked(year, month, 1)
    }

    /// The first day of this day's year.
    pub fn year_start(self) -> Self {
        Self::unchecked(self.ymd().0, 1, 1)
    }

    /// The first day of the month `months` later (or earlier, when negative).
    pub fn plus_months(self, months: i32) -> Self {
        let (year, month, _) = self.ymd();
        let index = year * 12 + month as i32 - 1 + months;
        Self::unchecked(index.div_euclid(12), index.rem_euclid(12) as u32 + 1, 1)
    }

    /// The day `days` later; saturates.
    pub fn plus(self, days: i32) -> Self {
        Self(self.0.saturating_add(days))
    }

    fn unchecked(year: i32, month: u32, day: u32) -> Self {
        let year = i64::from(year) - i64::from(month <= 2);
        let era = year.div_euclid(400);
        let year_of_era = year.rem_euclid(400);
        let shifted_month = i64::from(if month > 2 { month - 3 } else { month + 9 });
        let day_of_year = (153 * shifted_month + 2) / 5 + i64::from(day) - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        Self((era * 146_097 + day_of_era - 719_468) as i32)
    }
}

impl fmt::Display for Day {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.ymd();
        write!(out, "{year:04}-{month:02}-{day:02}")
    }
}

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| D::Error::custom("expected a date as YYYY-MM-DD"))
    }
}

#[cfg(test)]
mod tests {
    use super::Day;

    #[test]
    fn known_days_convert_both_ways() {
        for (text, number, weekday) in [
            ("1970-01-01", 0, 3),
            ("2000-02-29", 11_016, 1),
            ("2010-12-01", 14_944, 2),
            ("2026-11-23", 20_780, 0),
            ("1969-12-31", -1, 2),
        ] {
            let day = Day::parse(text).expect(text);
            assert_eq!(
                (day.0, day.weekday(), day.to_string()),
                (number, weekday, text.into())
            );
        }
    }

    #[test]
    fn dates_that_do_not_exist_are_refused() {
        for text in [
            "2023-02-29",
            "2023-13-01",
            "2023-00-10",
            "23-01-01",
            "2023-1-01",
            "",
        ] {
            assert_eq!(Day::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_sale_after_midnight_but_before_the_cut_off_belongs_to_the_day_before() {
        let half_past_one = Day::parse("2026-03-10").unwrap().0 as i64 * 86_400_000 + 5_400_000;
        assert_eq!(Day::of_local(half_past_one, 0, 4).to_string(), "2026-03-09");
        assert_eq!(Day::of_local(half_past_one, 0, 0).to_string(), "2026-03-10");
        assert_eq!(
            Day::of_local(half_past_one, -120, 0).to_string(),
            "2026-03-09"
        );
    }

    #[test]
    fn months_step_over_years() {
        let day = Day::parse("2026-11-23").unwrap();
        assert_eq!(day.plus_months(2).to_string(), "2027-01-01");
        assert_eq!(day.plus_months(-11).to_string(), "2025-12-01");
        assert_eq!(day.week_start().to_string(), "2026-11-23");
        assert_eq!(day.year_start().to_string(), "2026-01-01");
    }
}
