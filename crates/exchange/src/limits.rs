//! Limits on what a foreign file may ask of this program. Every loop over foreign data is bounded
//! by one of these, so that a hostile file ends in a clear word and not in a full memory.

/// Bytes of one field that is read as a value; a longer one refuses its row.
pub const FIELD_BYTES: usize = 64 * 1024;
/// Columns of one row; a wider row ends the reading.
pub const COLUMNS: usize = 512;
/// Rows of one file, the header not counted.
pub const ROWS: u32 = 50_000_000;
/// Bytes of one whole row, columns that nobody reads included (an unclosed quote shows up here).
pub const ROW_BYTES: u64 = 4 * 1024 * 1024;
/// Documents of one file (about 16 bytes of memory each while reading).
pub const DOCUMENTS: usize = 10_000_000;
/// Rows of one document.
pub const DOCUMENT_ROWS: usize = 50_000;
/// Documents handed over in one batch.
pub const BATCH_DOCUMENTS: usize = 256;
/// Rows read before a batch is handed over even when few documents are complete.
pub const BATCH_ROWS: u32 = 16_384;
/// Batches that a producer thread may be ahead of its consumer.
pub const BATCHES_AHEAD: usize = 4;
/// Bytes from the start of a file from which delimiter, quote and header are judged.
pub const HEAD_BYTES: usize = 64 * 1024;
/// Rows shown as a preview.
pub const PREVIEW_ROWS: usize = 20;
/// Rows over which an inspection judges its columns.
pub const INSPECT_ROWS: u32 = 1_000_000;
/// Leading rows that an inspection may take for a preamble before the header.
pub const PREAMBLE_ROWS: usize = 20;
/// Characters of a refused value that a report shows.
pub const VALUE_CHARS: usize = 80;
/// Refused rows that a report lists; the rest is counted.
pub const REPORT_PROBLEMS: usize = 1_000;
/// Duplicates, sub-unit prices and the like that a report lists; the rest is counted.
pub const REPORT_EXAMPLES: usize = 100;
/// Bytes of a mapping file.
pub const MAPPING_BYTES: usize = 256 * 1024;
