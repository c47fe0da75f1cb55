//! A slip as plain text: what a preview shows and a file for the mail holds.

use crate::layout::{Row, columns_of, rows};
use crate::slip::Slip;

/// The slip in lines of at most `columns` letters. Pictures are left out; a barcode is its number.
#[must_use]
pub fn plain(slip: &Slip, columns: usize) -> String {
    let columns = columns_of(columns);
    let mut out = String::new();
    for row in rows(slip, columns) {
        let text = match row {
            Row::Line {
                text,
                centred: false,
                ..
            } => text,
            Row::Line { text, .. } => middle(&text, columns),
            Row::Barcode(text) => middle(&crate::code_page::printable(text), columns),
            Row::Logo(_) => continue,
        };
        out.push_str(text.trim_end());
        out.push('\n');
    }
    out
}

fn middle(text: &str, columns: usize) -> String {
    let cut: String = text.chars().take(columns).collect();
    let gap = columns - cut.chars().count();
    " ".repeat(gap / 2) + &cut
}
