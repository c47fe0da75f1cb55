//! Whether the first row of a file names its columns.

use super::names;
use crate::date::DateFormat;
use crate::number::{DecimalMark, parse_amount};

/// A header has filled cells that are no values, and they are all different or known as names.
pub(super) fn is_likely(first: &[String]) -> bool {
    let named: Vec<&String> = first.iter().filter(|name| !name.is_empty()).collect();
    if named.is_empty() || named.iter().any(|name| is_value(name)) {
        return false;
    }
    if named.iter().any(|name| names::is_known(name)) {
        return true;
    }
    let mut distinct = named.clone();
    distinct.sort();
    distinct.dedup();
    distinct.len() == named.len()
}

fn is_value(cell: &str) -> bool {
    let number = |mark| parse_amount(cell, mark, 6).is_ok();
    number(DecimalMark::Point)
        || number(DecimalMark::Comma)
        || DateFormat::ALL
            .iter()
            .any(|format| format.parse(cell).is_some())
}
