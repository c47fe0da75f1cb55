//! The text of one cell: decoded, trimmed, bounded. What a book could not hold is a fault here, so
//! that nothing behind has to look again.

use csv::ByteRecord;

use crate::limits;
use crate::problem::{Fault, ProblemCode};

/// Reads cells of a file whose bytes were decoded (`transcoded`) or passed through as UTF-8.
#[derive(Clone, Copy, Debug)]
pub(crate) struct CellReader {
    /// The replacement character then stands for bytes that the encoding does not have.
    pub(crate) transcoded: bool,
}

impl CellReader {
    /// The trimmed text of a cell; a cell beyond the end of a short row is empty.
    pub(crate) fn text(self, record: &ByteRecord, place: usize) -> Result<&str, Fault> {
        self.untrimmed(record, place).map(str::trim)
    }

    /// The text of a cell with the blanks around it.
    pub(crate) fn untrimmed(self, record: &ByteRecord, place: usize) -> Result<&str, Fault> {
        let bytes = record.get(place).unwrap_or_default();
        if bytes.len() > limits::FIELD_BYTES {
            let detail = format!("more than {} bytes", limits::FIELD_BYTES);
            return Err(Fault::new(ProblemCode::FieldTooLong, detail).at(place));
        }
        let Ok(text) = std::str::from_utf8(bytes) else {
            let shown = String::from_utf8_lossy(&bytes[..bytes.len().min(limits::VALUE_CHARS)]);
            return Err(bad_encoding(place).with(&shown));
        };
        if self.transcoded && text.contains(char::REPLACEMENT_CHARACTER) {
            return Err(bad_encoding(place).with(text));
        }
        if bytes.contains(&0) {
            let fault = Fault::new(ProblemCode::ControlCharacter, "contains a NUL character");
            return Err(fault.at(place));
        }
        Ok(text)
    }
}

fn bad_encoding(place: usize) -> Fault {
    Fault::new(
        ProblemCode::BadEncoding,
        "not text in the encoding of the file",
    )
    .at(place)
}

/// Whether no cell of a row holds anything but blanks.
pub(crate) fn is_blank(record: &ByteRecord) -> bool {
    record.iter().all(|cell| cell.trim_ascii().is_empty())
}

/// Refuses a row with filled cells beyond the header: something in it has shifted.
pub(crate) fn check_width(record: &ByteRecord, width: usize) -> Result<(), Fault> {
    let excess = record.iter().enumerate().skip(width);
    match excess
        .into_iter()
        .find(|(_, cell)| !cell.trim_ascii().is_empty())
    {
        None => Ok(()),
        Some((place, cell)) => {
            let detail = format!("the row has more than the {width} columns of the header");
            let value = String::from_utf8_lossy(&cell[..cell.len().min(limits::VALUE_CHARS)]);
            Err(Fault::new(ProblemCode::ColumnCount, detail)
                .at(place)
                .with(&value))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAIN: CellReader = CellReader { transcoded: false };

    fn code(cell: &[u8], reader: CellReader) -> Option<ProblemCode> {
        let record = ByteRecord::from(vec![cell]);
        reader.text(&record, 0).err().map(|fault| fault.code)
    }

    #[test]
    fn a_cell_is_trimmed_and_a_missing_cell_is_empty() {
        let record = ByteRecord::from(vec!["\u{a0} a b\t"]);
        assert_eq!(PLAIN.text(&record, 0).unwrap(), "a b");
        assert_eq!(PLAIN.text(&record, 5).unwrap(), "");
    }

    #[test]
    fn what_a_book_cannot_hold_is_a_fault() {
        assert_eq!(code(b"M\xfcller", PLAIN), Some(ProblemCode::BadEncoding));
        assert_eq!(code(b"a\0b", PLAIN), Some(ProblemCode::ControlCharacter));
        let long = vec![b'x'; limits::FIELD_BYTES + 1];
        assert_eq!(code(&long, PLAIN), Some(ProblemCode::FieldTooLong));
        assert_eq!(code(&long[1..], PLAIN), None);
    }

    #[test]
    fn a_replacement_character_is_a_fault_only_where_bytes_were_decoded() {
        let cell = "37\u{fffd}".as_bytes();
        assert_eq!(code(cell, PLAIN), None);
        assert_eq!(
            code(cell, CellReader { transcoded: true }),
            Some(ProblemCode::BadEncoding)
        );
    }

    #[test]
    fn empty_cells_beyond_the_header_are_no_fault() {
        assert!(check_width(&ByteRecord::from(vec!["1", "2", " ", ""]), 2).is_ok());
        let fault = check_width(&ByteRecord::from(vec!["1", "2", "", "x"]), 2).unwrap_err();
        assert_eq!(
            (fault.code, fault.column),
            (ProblemCode::ColumnCount, Some(3))
        );
    }
}
