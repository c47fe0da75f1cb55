//! Finds the delimiter, the quote and the rows before the header from the start of a file.

use csv::{ByteRecord, ReaderBuilder};

use crate::limits;

/// Rows from which the form of a file is judged.
const JUDGED_ROWS: usize = 200;
const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// What the start of a file says about its form.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Sniffed {
    pub(crate) delimiter: u8,
    pub(crate) quote: u8,
    pub(crate) skip_rows: u32,
}

/// Judges the decoded start of a file, which may be cut anywhere. A delimiter that is told is not
/// guessed; the quote and the rows before the header then follow from it.
pub(crate) fn sniff(text: &str, told: Option<u8>) -> Sniffed {
    let cut = text.len() >= limits::HEAD_BYTES;
    let mut best: Option<(Score, Sniffed)> = None;
    let candidates = told.map_or(DELIMITERS.to_vec(), |delimiter| vec![delimiter]);
    for delimiter in candidates {
        let quote = quote_for(text, delimiter);
        let widths = widths(text, delimiter, quote, cut);
        let Some((score, width)) = consistency(&widths) else {
            continue;
        };
        if best.as_ref().is_none_or(|(leading, _)| score > *leading) {
            let skip_rows = preamble(&widths, width);
            best = Some((
                score,
                Sniffed {
                    delimiter,
                    quote,
                    skip_rows,
                },
            ));
        }
    }
    let delimiter = told.unwrap_or(b',');
    let single = || Sniffed {
        delimiter,
        quote: quote_for(text, delimiter),
        skip_rows: 0,
    };
    best.map_or_else(single, |(_, found)| found)
}

/// Share of rows with the commonest width, in twentieths, then that width: more is better.
type Score = (usize, usize);

fn consistency(widths: &[usize]) -> Option<(Score, usize)> {
    let mut counts: Vec<(usize, usize)> = Vec::new();
    for width in widths {
        match counts.iter_mut().find(|(known, _)| known == width) {
            Some((_, count)) => *count += 1,
            None => counts.push((*width, 1)),
        }
    }
    // Of equally common widths the first counts: it is the header's.
    let (width, count) = counts.into_iter().rev().max_by_key(|(_, count)| *count)?;
    (width > 1).then(|| ((count * 20 / widths.len(), width), width))
}

/// Rows of at most half the table's width that stand before it: titles and notes.
fn preamble(widths: &[usize], width: usize) -> u32 {
    let narrow = widths
        .iter()
        .take_while(|found| **found * 2 <= width)
        .count();
    let table_follows = narrow < widths.len() && narrow <= limits::PREAMBLE_ROWS;
    if table_follows { narrow as u32 } else { 0 }
}

fn widths(text: &str, delimiter: u8, quote: u8, cut: bool) -> Vec<usize> {
    let mut builder = ReaderBuilder::new();
    builder
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .quote(quote);
    let mut reader = builder.from_reader(text.as_bytes());
    let mut record = ByteRecord::new();
    let mut widths = Vec::new();
    while widths.len() < JUDGED_ROWS && reader.read_byte_record(&mut record).unwrap_or(false) {
        widths.push(record.len());
    }
    if cut && widths.len() > 1 && widths.len() < JUDGED_ROWS {
        widths.pop();
    }
    widths
}

/// The apostrophe only where cells stand between apostrophes and none between double quotes.
fn quote_for(text: &str, delimiter: u8) -> u8 {
    let delimiter = char::from(delimiter);
    let quoted = |quote: char| {
        text.lines()
            .take(JUDGED_ROWS)
            .flat_map(|line| line.split(delimiter))
            .any(|cell| {
                let cell = cell.trim_end_matches('\r');
                cell.len() > 1 && cell.starts_with(quote) && cell.ends_with(quote)
            })
    };
    if !quoted('"') && quoted('\'') {
        b'\''
    } else {
        b'"'
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_form_of_a_file_is_found() {
        let table: [(&str, u8, u8, u32); 11] = [
            ("a,b,c\n1,2,3\n", b',', b'"', 0),
            ("a;b;c\n1,5;2,5;3\n", b';', b'"', 0),
            ("a\tb\n1,2\t3\n", b'\t', b'"', 0),
            ("a|b|c\nx, y|2|3\n", b'|', b'"', 0),
            ("'a','b'\n'1,5','2'\n", b',', b'\'', 0),
            ("name,note\nO'Neill,'tis\n", b',', b'"', 0),
            ("\"a;b\",c\n\"1;2\",3\n", b',', b'"', 0),
            (
                "Report of May\n\nprinted today\na,b\n1,2\n3,4\n",
                b',',
                b'"',
                2,
            ),
            ("a,b,c\n1,2\n3,4\n", b',', b'"', 0),
            ("a,b,c\n1,2,3,\n3,4,5,\n", b',', b'"', 0),
            ("only\none\n", b',', b'"', 0),
        ];
        for (text, delimiter, quote, skip_rows) in table {
            assert_eq!(
                sniff(text, None),
                Sniffed {
                    delimiter,
                    quote,
                    skip_rows
                },
                "{text:?}"
            );
        }
    }

    #[test]
    fn a_told_delimiter_is_taken_and_the_rest_follows_from_it() {
        let text = "Prices, all of them\n'a, b';'c'\n'1, 2';'3'\n'4, 5';'6'\n";
        let table = [
            (None, b',', b'"'),
            (Some(b';'), b';', b'\''),
            (Some(b'|'), b'|', b'\''),
        ];
        for (told, delimiter, quote) in table {
            let found = sniff(text, told);
            assert_eq!(
                (found.delimiter, found.quote),
                (delimiter, quote),
                "{told:?}"
            );
        }
        assert_eq!(sniff(text, Some(b';')).skip_rows, 1);
    }

    #[test]
    fn an_empty_text_has_the_usual_form() {
        assert_eq!(
            sniff("", None),
            Sniffed {
                delimiter: b',',
                quote: b'"',
                skip_rows: 0
            }
        );
    }
}
