//! A day of the calendar: an invoice has no time of day.

use serde::{Deserialize, Serialize};
use std::fmt::{Display, Formatter, Result};

/// A day that exists. Written as `2026-11-24`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

impl Date {
    /// The day, if the calendar has it; years have four digits.
    #[must_use]
    pub const fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        if year < 1000 || year > 9999 || day < 1 || day > days_of(year, month) {
            return None;
        }
        Some(Self { year, month, day })
    }

    /// The day without separators, format 102 of UNTDID 2379: `20261124`.
    pub(crate) fn compact(self) -> String {
        format!("{:04}{:02}{:02}", self.year, self.month, self.day)
    }
}

/// The day as ISO 8601 writes it.
impl Display for Date {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

const fn days_of(year: u16, month: u8) -> u8 {
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => {
            29
        }
        2 => 28,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::Date;

    #[test]
    fn only_days_of_the_calendar_are_dates() {
        for (year, month, day) in [(2024, 2, 29), (2000, 2, 29), (2026, 12, 31), (2026, 4, 30)] {
            assert!(
                Date::new(year, month, day).is_some(),
                "{year}-{month}-{day}"
            );
        }
        for (year, month, day) in [
            (2026, 2, 29),
            (1900, 2, 29),
            (2026, 4, 31),
            (2026, 13, 1),
            (2026, 1, 0),
            (926, 1, 1),
        ] {
            assert!(
                Date::new(year, month, day).is_none(),
                "{year}-{month}-{day}"
            );
        }
    }

    #[test]
    fn a_date_is_written_with_and_without_separators() {
        let day = Date::new(2026, 3, 9).unwrap();
        assert_eq!(
            (day.to_string().as_str(), day.compact().as_str()),
            ("2026-03-09", "20260309")
        );
    }
}
