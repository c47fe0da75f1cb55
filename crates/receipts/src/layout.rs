//! The layout: a slip in columns. No line is ever wider than the paper, whatever a title holds.

use crate::bitmap::Bitmap;
use crate::code_page::printable;
use crate::slip::{Block, Look, Slip};

/// How large letters are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Size {
    Normal,
    /// Twice as high.
    Tall,
    /// Twice as high and as wide: half as many columns.
    Large,
}

/// A row of the paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Row<'a> {
    Line {
        text: String,
        size: Size,
        bold: bool,
        centred: bool,
    },
    Barcode(&'a str),
    Logo(&'a Bitmap),
}

/// The columns that paper may have.
const COLUMNS: std::ops::RangeInclusive<usize> = 24..=64;

/// As many columns as there can be.
pub(crate) fn columns_of(asked: usize) -> usize {
    asked.clamp(*COLUMNS.start(), *COLUMNS.end())
}

/// The rows of a slip.
pub(crate) fn rows(slip: &Slip, columns: usize) -> Vec<Row<'_>> {
    let columns = columns_of(columns);
    slip.blocks
        .iter()
        .flat_map(|block| rows_of(block, columns))
        .collect()
}

fn rows_of(block: &Block, columns: usize) -> Vec<Row<'_>> {
    match block {
        Block::Title(text) => lines(text, columns / 2, Size::Large, true),
        Block::Centre(text) => lines(text, columns, Size::Normal, true),
        Block::Text(text) => lines(text, columns, Size::Normal, false),
        Block::Pair { left, right, look } => pair(left, right, *look, columns),
        Block::Rule => vec![line("-".repeat(columns), Size::Normal, false, false)],
        Block::Gap => vec![line(String::new(), Size::Normal, false, false)],
        Block::Barcode(text) => vec![Row::Barcode(text)],
        Block::Logo(bitmap) => vec![Row::Logo(bitmap)],
    }
}

fn line<'a>(text: String, size: Size, bold: bool, centred: bool) -> Row<'a> {
    Row::Line {
        text,
        size,
        bold,
        centred,
    }
}

fn lines<'a>(text: &str, width: usize, size: Size, centred: bool) -> Vec<Row<'a>> {
    let bold = size == Size::Large;
    let parts = text.lines().flat_map(|part| wrap(&printable(part), width));
    parts.map(|part| line(part, size, bold, centred)).collect()
}

/// The name wraps beside the figure; a figure that leaves no room for it stands below.
fn pair<'a>(left: &str, right: &str, look: Look, columns: usize) -> Vec<Row<'a>> {
    let (left, right) = (printable(left), printable(right));
    let right = right.trim();
    let figure = right.chars().count();
    let beside = figure * 3 <= columns * 2;
    let width = if beside {
        columns - figure - 1
    } else {
        columns
    };
    let mut texts = wrap(&left, width);
    match texts.last_mut() {
        Some(last) if beside => {
            let gap = columns - figure - last.chars().count();
            last.push_str(&" ".repeat(gap));
            last.push_str(right);
        }
        _ => texts.extend(wrap(right, columns).into_iter().map(|part| {
            let gap = columns - part.chars().count();
            " ".repeat(gap) + &part
        })),
    }
    let size = if look == Look::Tall {
        Size::Tall
    } else {
        Size::Normal
    };
    let bold = look != Look::Plain;
    let rows = texts.into_iter().map(|text| line(text, size, bold, false));
    rows.collect()
}

/// A text in lines of at most `width` letters, broken at spaces where it can be; an empty text is
/// one empty line.
fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut used = 0;
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let mut letters: Vec<char> = word.chars().collect();
        if used > 0 && used + 1 + letters.len() <= width {
            push(&mut lines, " ");
            used += 1;
        } else if used > 0 {
            lines.push(String::new());
            used = 0;
        }
        while letters.len() > width {
            let rest = letters.split_off(width);
            push(&mut lines, &letters.iter().collect::<String>());
            lines.push(String::new());
            letters = rest;
        }
        used += letters.len();
        push(&mut lines, &letters.iter().collect::<String>());
    }
    lines
}

fn push(lines: &mut [String], text: &str) {
    if let Some(last) = lines.last_mut() {
        last.push_str(text);
    }
}
