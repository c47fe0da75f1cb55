//! Element strings of GS1: what a bar code beside the article number says of the goods (GS1 General
//! Specifications, sections 3 and 7.8).
//!
//! Read are the form that people see, `(01)…(10)…`, and the one that scanners send: after a sign
//! for the symbology or none, elements of a fixed length one after the other, and those of free
//! length up to a separator (FNC1, sent as the control character GS).

use crate::day::Day;
use crate::gtin::{Gtin, gtin};
use crate::refusal::Refusal;

/// The separator as scanners send it.
pub const SEPARATOR: char = '\u{1d}';
/// What scanners put before an element string to tell its symbology.
const SYMBOLOGIES: [&str; 5] = ["]C1", "]d2", "]Q3", "]e0", "]J1"];
/// Characters of a lot or serial number at most.
const FREE: usize = 20;
/// Characters of any other element of free length at most.
const LONGEST: usize = 90;

/// What a label says; elements that mean nothing here are passed over.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Label {
    /// Article number, 14 digits.
    pub gtin: Option<String>,
    /// Code of the lot.
    pub lot: Option<String>,
    /// Serial number.
    pub serial: Option<String>,
    /// The last day on which the goods are good: the day of expiry, else that of best before.
    pub expires: Option<Day>,
    /// How many pieces there are, when the label counts them.
    pub pieces: Option<i64>,
}

impl Label {
    /// The article number in the forms that a product may be known by.
    pub fn codes(&self) -> Vec<String> {
        let Some(gtin) = &self.gtin else {
            return Vec::new();
        };
        let mut codes = vec![gtin.clone()];
        for zeros in ["0", "00", "000000"] {
            codes.extend(gtin.strip_prefix(zeros).map(str::to_owned));
        }
        codes
    }
}

/// Reads a code; none when it is no element string. `this_year` settles the century of its days.
///
/// # Errors
/// It is an element string, and one of its elements is not what it has to be.
pub fn read(code: &str, this_year: i32) -> Result<Option<Label>, Refusal> {
    let Some(elements) = elements(code)? else {
        return Ok(None);
    };
    let mut label = Label::default();
    let mut best_before = None;
    for (ai, value) in elements {
        match ai.as_str() {
            "01" | "02" => label.gtin = Some(checked_gtin(&value)?),
            "10" => label.lot = Some(free(value)?),
            "21" => label.serial = Some(free(value)?),
            "17" => label.expires = Some(day(&value, this_year)?),
            "15" => best_before = Some(day(&value, this_year)?),
            "30" | "37" => label.pieces = Some(count(&value)?),
            _ => {}
        }
    }
    label.expires = label.expires.or(best_before);
    Ok(Some(label))
}

type Element = (String, String);

fn elements(code: &str) -> Result<Option<Vec<Element>>, Refusal> {
    if code.starts_with('(') {
        return bracketed(code).map(Some);
    }
    let mut symbologies = SYMBOLOGIES.iter();
    let bare = symbologies.find_map(|sign| code.strip_prefix(sign));
    let text = bare.unwrap_or(code);
    let text = text.strip_prefix(SEPARATOR).unwrap_or(text);
    if bare.is_none() && text.len() == code.len() && !speaks_for_itself(text) {
        return Ok(None);
    }
    sent(text).map(Some)
}

/// Whether a code without a sign for its symbology can be nothing else: an article number whose
/// check digit is right and more after it, or a separator.
fn speaks_for_itself(text: &str) -> bool {
    let number = text.strip_prefix("01").and_then(|rest| rest.get(..14));
    let named = number.is_some_and(|number| gtin(number) == Gtin::Right);
    named && text.len() > 16 || text.contains(SEPARATOR)
}

fn bracketed(code: &str) -> Result<Vec<Element>, Refusal> {
    let mut found = Vec::new();
    let mut rest = code;
    while let Some(open) = rest.strip_prefix('(') {
        let (ai, value) = open.split_once(')').ok_or_else(malformed)?;
        if !(2..=4).contains(&ai.len()) || !is_number(ai) {
            return Err(malformed());
        }
        let end = next_bracket(value);
        found.push((ai.to_owned(), value[..end].to_owned()));
        rest = &value[end..];
    }
    if rest.is_empty() && !found.is_empty() {
        Ok(found)
    } else {
        Err(malformed())
    }
}

/// Where the next element begins; a bracket within a lot's code begins none.
fn next_bracket(value: &str) -> usize {
    let opens = value.match_indices('(').map(|(at, _)| at);
    let mut begins = opens.filter(|at| {
        let inside = value[at + 1..].split_once(')').map(|(ai, _)| ai);
        inside.is_some_and(|ai| (2..=4).contains(&ai.len()) && is_number(ai))
    });
    begins.next().unwrap_or(value.len())
}

fn sent(text: &str) -> Result<Vec<Element>, Refusal> {
    let mut found = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let two = rest.get(..2).filter(|two| is_number(two));
        let two = two.ok_or_else(malformed)?;
        let ai = rest.get(..ai_digits(two)).ok_or_else(malformed)?;
        let value = &rest[ai.len()..];
        let end = match fixed(two) {
            Some(length) => length.saturating_sub(ai.len()),
            None => value.find(SEPARATOR).unwrap_or(value.len()),
        };
        let own = value.get(..end).ok_or_else(malformed)?;
        if own.is_empty() || own.len() > LONGEST {
            return Err(malformed());
        }
        found.push((ai.to_owned(), own.to_owned()));
        let after = &value[end..];
        rest = after.strip_prefix(SEPARATOR).unwrap_or(after);
    }
    if found.is_empty() {
        return Err(malformed());
    }
    Ok(found)
}

/// How long an element is with its identifier, for those that need no separator (figure 7.8.5-2 of
/// the specifications).
fn fixed(two: &str) -> Option<usize> {
    match two {
        "00" => Some(20),
        "01" | "02" | "03" => Some(16),
        "04" => Some(18),
        "11" | "12" | "13" | "14" | "15" | "16" | "17" | "18" | "19" => Some(8),
        "20" => Some(4),
        "31" | "32" | "33" | "34" | "35" | "36" => Some(10),
        "41" => Some(16),
        _ => None,
    }
}

/// How many digits an identifier has, by its first two.
fn ai_digits(two: &str) -> usize {
    match two {
        "23" | "24" | "25" | "40" | "41" | "42" | "71" => 3,
        "31" | "32" | "33" | "34" | "35" | "36" | "39" | "43" | "70" | "72" | "80" | "81"
        | "82" => 4,
        _ => 2,
    }
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|sign| sign.is_ascii_digit())
}

fn checked_gtin(value: &str) -> Result<String, Refusal> {
    match gtin(value) {
        Gtin::Right if value.len() == 14 => Ok(value.to_owned()),
        Gtin::Wrong { .. } => Err(Refusal::at("code", "check_digit_wrong")),
        _ => Err(malformed()),
    }
}

fn free(value: String) -> Result<String, Refusal> {
    let fits = !value.trim().is_empty() && value.chars().count() <= FREE;
    fits.then_some(value).ok_or_else(malformed)
}

fn count(value: &str) -> Result<i64, Refusal> {
    let fits = is_number(value) && value.len() <= 8;
    let pieces = value.parse().ok().filter(|_| fits);
    pieces.ok_or_else(malformed)
}

/// A day as `YYMMDD`; day 00 is the last of its month. The century is that which makes the year at
/// most fifty years away (section 7.12).
fn day(value: &str, this_year: i32) -> Result<Day, Refusal> {
    if value.len() != 6 || !is_number(value) {
        return Err(malformed());
    }
    let part = |at: usize| value[at..at + 2].parse::<u32>().unwrap_or(0);
    let (short, month, day) = (part(0) as i32, part(2), part(4));
    let century = this_year - this_year.rem_euclid(100);
    let year = match short - this_year.rem_euclid(100) {
        51..=99 => century - 100 + short,
        -99..=-50 => century + 100 + short,
        _ => century + short,
    };
    let found = match day {
        0 => last_of_month(year, month),
        _ => Day::from_ymd(year, month, day),
    };
    found.ok_or_else(malformed)
}

fn last_of_month(year: i32, month: u32) -> Option<Day> {
    let (year, month) = match month {
        12 => (year + 1, 1),
        _ => (year, month + 1),
    };
    Day::from_ymd(year, month, 1).map(|first| first.plus(-1))
}

fn malformed() -> Refusal {
    Refusal::at("code", "label_malformed")
}

#[cfg(test)]
mod tests;
