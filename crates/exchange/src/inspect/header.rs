//! Whether the first row of a file names its columns.

use super::names;
use crate::date::DateFormat;
use crate::number::{DecimalMark, parse_amount};

/// Judges by the first rows: a header has filled, distinct cells that are no values, and either
/// names that are known or a column below it that holds values where the header has a word.
pub(super) fn is_likely(rows: &[Vec<String>]) -> bool {
    let Some((first, rest)) = rows.split_first() else { return false };
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
    let value_below = |place: usize| {
        let cells = rest.iter().filter_map(|row| row.get(place)).filter(|cell| !cell.is_empty());
        let mut cells = cells.peekable();
        cells.peek().is_some() && cells.all(|cell| is_value(cell))
    };
    distinct.len() == named.len()
        && (rest.is_empty() || named.len() == first.len() || (0..first.len()).any(value_below))
}

fn is_value(cell: &str) -> bool {
    let number = |mark| parse_amount(cell, mark, 6).is_ok();
    number(DecimalMark::Point)
        || number(DecimalMark::Comma)
        || DateFormat::ALL.iter().any(|format| format.parse(cell).is_some())
}
