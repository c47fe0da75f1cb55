//! Local dates and times as shops print them. A format fixes the order of day, month and year and
//! the sign between them; a time of day, AM or PM and an offset may follow in any common form.

mod clock;

use chrono::{NaiveDate, NaiveDateTime};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How a date is written. `M` and `D` take one or two digits, `YYYY` four; the formats that begin
/// with a day or a month also take years of two digits (1970 to 2069). `MMM` is a month's name or
/// abbreviation in English or German.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS,
)]
pub enum DateFormat {
    /// `2011-12-09`
    #[serde(rename = "YYYY-MM-DD")]
    YearMonthDayDash,
    /// `2011/12/09`
    #[serde(rename = "YYYY/MM/DD")]
    YearMonthDaySlash,
    /// `2011.12.09`
    #[serde(rename = "YYYY.MM.DD")]
    YearMonthDayPoint,
    /// `20111209`
    #[serde(rename = "YYYYMMDD")]
    YearMonthDayPacked,
    /// `9/12/2011`
    #[serde(rename = "D/M/YYYY")]
    DayMonthYearSlash,
    /// `12/9/2011`
    #[serde(rename = "M/D/YYYY")]
    MonthDayYearSlash,
    /// `9.12.2011`
    #[serde(rename = "D.M.YYYY")]
    DayMonthYearPoint,
    /// `9-12-2011`
    #[serde(rename = "D-M-YYYY")]
    DayMonthYearDash,
    /// `12-9-2011`
    #[serde(rename = "M-D-YYYY")]
    MonthDayYearDash,
    /// `9-Dec-2011`
    #[serde(rename = "D-MMM-YYYY")]
    DayNameYearDash,
    /// `9 Dec 2011`, `9. Dezember 2011`
    #[serde(rename = "D MMM YYYY")]
    DayNameYear,
    /// `Dec 9, 2011`
    #[serde(rename = "MMM D, YYYY")]
    NameDayYear,
}

/// A moment as printed: local, with the offset from UTC when the file gives one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PrintedTime {
    /// Local date and time of day; midnight when only a date is printed. Parts of a second that
    /// the file prints are left out.
    pub at: NaiveDateTime,
    /// Minutes east of UTC, when printed.
    pub utc_offset_minutes: Option<i16>,
}

#[derive(Clone, Copy, PartialEq)]
enum Part {
    Day,
    Month,
    MonthName,
    Year,
}

use Part::{Day, Month, MonthName, Year};

impl DateFormat {
    /// Every format, in the order in which candidates are offered.
    pub const ALL: [Self; 12] = [
        Self::YearMonthDayDash,
        Self::YearMonthDaySlash,
        Self::YearMonthDayPoint,
        Self::YearMonthDayPacked,
        Self::DayMonthYearSlash,
        Self::MonthDayYearSlash,
        Self::DayMonthYearPoint,
        Self::DayMonthYearDash,
        Self::MonthDayYearDash,
        Self::DayNameYearDash,
        Self::DayNameYear,
        Self::NameDayYear,
    ];

    /// Reads a date with an optional time of day behind it; `None` when the text is not one.
    pub fn parse(self, text: &str) -> Option<PrintedTime> {
        let text = text.trim();
        let (date, rest) = if self == Self::YearMonthDayPacked {
            packed(text)?
        } else {
            self.date(text)?
        };
        let (time, utc_offset_minutes) = clock::parse(rest)?;
        Some(PrintedTime {
            at: date.and_time(time),
            utc_offset_minutes,
        })
    }

    fn shape(self) -> ([Part; 3], &'static str) {
        match self {
            Self::YearMonthDayDash => ([Year, Month, Day], "-"),
            Self::YearMonthDaySlash => ([Year, Month, Day], "/"),
            Self::YearMonthDayPoint => ([Year, Month, Day], "."),
            Self::YearMonthDayPacked => ([Year, Month, Day], ""),
            Self::DayMonthYearSlash => ([Day, Month, Year], "/"),
            Self::MonthDayYearSlash => ([Month, Day, Year], "/"),
            Self::DayMonthYearPoint => ([Day, Month, Year], "."),
            Self::DayMonthYearDash => ([Day, Month, Year], "-"),
            Self::MonthDayYearDash => ([Month, Day, Year], "-"),
            Self::DayNameYearDash => ([Day, MonthName, Year], "-"),
            Self::DayNameYear => ([Day, MonthName, Year], ". "),
            Self::NameDayYear => ([MonthName, Day, Year], ". ,"),
        }
    }

    fn date(self, text: &str) -> Option<(NaiveDate, &str)> {
        let (parts, separators) = self.shape();
        let (mut day, mut month, mut year) = (0, 0, 0);
        let mut rest = text;
        for (place, part) in parts.into_iter().enumerate() {
            if place > 0 {
                rest = separated(rest, separators)?;
            }
            let (value, behind) = match part {
                MonthName => month_name(rest)?,
                Year => year_digits(rest, place == 0)?,
                Day | Month => digits(rest, 2)?,
            };
            rest = behind;
            match part {
                Day => day = value,
                Month | MonthName => month = value,
                Year => year = value,
            }
        }
        Some((calendar(year, month, day)?, rest))
    }
}

/// A packed date stands alone or before a `T` or a blank: a longer run of digits is a number.
fn packed(text: &str) -> Option<(NaiveDate, &str)> {
    let (head, rest) = text.split_at_checked(8)?;
    let clean = head.bytes().all(|byte| byte.is_ascii_digit());
    if !clean || rest.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let part = |range: std::ops::Range<usize>| head[range].parse().ok();
    Some((calendar(part(0..4)?, part(4..6)?, part(6..8)?)?, rest))
}

fn calendar(year: u32, month: u32, day: u32) -> Option<NaiveDate> {
    let in_trade = (1900..2200).contains(&year);
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day).filter(|_| in_trade)
}

/// One separator out of the set; where blanks are in the set, any run from the set.
fn separated<'a>(text: &'a str, separators: &str) -> Option<&'a str> {
    let rest = if separators.contains(' ') {
        text.trim_start_matches(|sign| separators.contains(sign))
    } else {
        text.strip_prefix(separators)?
    };
    (rest.len() < text.len()).then_some(rest)
}

/// One to `most` digits.
fn digits(text: &str, most: usize) -> Option<(u32, &str)> {
    let count = text.bytes().take_while(u8::is_ascii_digit).count();
    if !(1..=most).contains(&count) {
        return None;
    }
    Some((text[..count].parse().ok()?, &text[count..]))
}

fn year_digits(text: &str, leads: bool) -> Option<(u32, &str)> {
    let (value, rest) = digits(text, 4)?;
    match text.len() - rest.len() {
        4 => Some((value, rest)),
        2 if !leads => Some((
            if value < 70 {
                2000 + value
            } else {
                1900 + value
            },
            rest,
        )),
        _ => None,
    }
}

const MONTHS: [&[&str]; 12] = [
    &["jan", "january", "januar", "jänner"],
    &["feb", "february", "februar"],
    &["mar", "march", "mär", "märz", "mrz"],
    &["apr", "april"],
    &["may", "mai"],
    &["jun", "june", "juni"],
    &["jul", "july", "juli"],
    &["aug", "august"],
    &["sep", "sept", "september"],
    &["oct", "october", "okt", "oktober"],
    &["nov", "november"],
    &["dec", "december", "dez", "dezember"],
];

fn month_name(text: &str) -> Option<(u32, &str)> {
    let end = text
        .find(|c: char| !c.is_alphabetic())
        .unwrap_or(text.len());
    let word = text[..end].to_lowercase();
    let month = (1_u32..)
        .zip(MONTHS)
        .find(|(_, names)| names.contains(&word.as_str()))?
        .0;
    Some((month, &text[end..]))
}

#[cfg(test)]
mod tests;
