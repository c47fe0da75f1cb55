//! Where a foreign file comes from: a path or bytes in memory. A source can be opened again and
//! again (the reader goes over a file twice) and streams; gzip and Zstandard are undone on the way.

use std::fmt;
use std::fs::File;
use std::io::{BufRead, BufReader, Cursor, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use flate2::bufread::MultiGzDecoder;

use crate::error::ReadError;
use crate::limits;

/// A stream of raw bytes, decompressed.
pub(crate) type RawStream = Box<dyn Read + Send>;

const BUFFER_BYTES: usize = 64 * 1024;

/// A foreign file that can be opened more than once.
#[derive(Clone)]
pub struct Source {
    name: String,
    place: Place,
}

#[derive(Clone)]
enum Place {
    File(PathBuf),
    Bytes(Arc<[u8]>),
}

impl Source {
    /// A file on disk; it is opened when it is read, not here.
    pub fn file(path: impl AsRef<Path>) -> Self {
        let path = path.as_ref();
        let name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        Self {
            name,
            place: Place::File(path.to_owned()),
        }
    }

    /// Bytes in memory under a file name.
    pub fn bytes(name: impl Into<String>, bytes: impl Into<Arc<[u8]>>) -> Self {
        Self {
            name: name.into(),
            place: Place::Bytes(bytes.into()),
        }
    }

    /// The file name without folders.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Opens the source and undoes its packing, told by its first bytes and not by the name.
    pub(crate) fn open(&self) -> Result<RawStream, ReadError> {
        match &self.place {
            Place::File(path) => decompressed(File::open(path)?),
            Place::Bytes(bytes) => decompressed(Cursor::new(bytes.clone())),
        }
    }

    /// Whether the source is compressed.
    pub(crate) fn is_compressed(&self) -> Result<bool, ReadError> {
        let mut start = Vec::new();
        match &self.place {
            Place::File(path) => File::open(path)?.take(4).read_to_end(&mut start)?,
            Place::Bytes(bytes) => bytes.as_ref().take(4).read_to_end(&mut start)?,
        };
        Ok(start.starts_with(&GZIP) || start.starts_with(&ZSTANDARD))
    }

    /// The first bytes, decompressed: at most [`limits::HEAD_BYTES`].
    ///
    /// # Errors
    /// When the file cannot be read, or when it is a known binary format.
    pub(crate) fn head(&self) -> Result<Vec<u8>, ReadError> {
        let mut head = Vec::new();
        self.open()?
            .take(limits::HEAD_BYTES as u64)
            .read_to_end(&mut head)?;
        match binary_kind(&head) {
            Some(kind) => Err(ReadError::NotText { kind }),
            None => Ok(head),
        }
    }
}

impl fmt::Debug for Source {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Source({})", self.name)
    }
}

const GZIP: [u8; 2] = [0x1f, 0x8b];
const ZSTANDARD: [u8; 4] = [0x28, 0xb5, 0x2f, 0xfd];

fn decompressed(raw: impl Read + Send + 'static) -> Result<RawStream, ReadError> {
    let mut buffered = BufReader::with_capacity(BUFFER_BYTES, raw);
    let start = buffered.fill_buf()?;
    if start.starts_with(&GZIP) {
        return Ok(Box::new(MultiGzDecoder::new(buffered)));
    }
    if start.starts_with(&ZSTANDARD) {
        return Ok(Box::new(zstd::Decoder::with_buffer(buffered)?));
    }
    Ok(Box::new(buffered))
}

/// Names the binary formats that people drop into an import most often.
fn binary_kind(head: &[u8]) -> Option<&'static str> {
    const KINDS: [(&[u8], &str); 7] = [
        (b"PK\x03\x04", "an Excel workbook or a ZIP archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an Excel 97 workbook"),
        (b"%PDF-", "a PDF document"),
        (b"SQLite format 3\0", "a database file"),
        (&ZSTANDARD, "a twice compressed file"),
        (b"\xfd7zXZ\0", "an XZ archive"),
        (b"\x1f\x8b", "a twice compressed file"),
    ];
    KINDS
        .iter()
        .find(|(magic, _)| head.starts_with(magic))
        .map(|(_, kind)| *kind)
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use flate2::{Compression, write::GzEncoder};

    use super::*;

    fn gzip(bytes: &[u8]) -> Vec<u8> {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
        encoder.write_all(bytes).unwrap();
        encoder.finish().unwrap()
    }

    #[test]
    fn gzip_is_undone_whatever_the_name_says() {
        let source = Source::bytes("orders.csv", gzip(b"a,b\n1,2\n"));
        assert!(source.is_compressed().unwrap());
        assert_eq!(source.head().unwrap(), b"a,b\n1,2\n");
    }

    #[test]
    fn zstandard_is_undone_whatever_the_name_says() {
        let packed = zstd::encode_all(&b"a,b\n1,2\n"[..], 3).unwrap();
        let source = Source::bytes("orders.csv", packed.clone());
        assert!(source.is_compressed().unwrap());
        assert_eq!(source.head().unwrap(), b"a,b\n1,2\n");
        let cut = Source::bytes("x.zst", packed[..packed.len() - 3].to_vec());
        assert_eq!(cut.head().unwrap_err().code(), "file_unreadable");
        let twice = Source::bytes("x.zst", zstd::encode_all(&packed[..], 3).unwrap());
        assert_eq!(twice.head().unwrap_err().code(), "file_not_text");
    }

    #[test]
    fn several_gzip_members_are_one_file() {
        let joined = [gzip(b"a,b\n"), gzip(b"1,2\n")].concat();
        assert_eq!(Source::bytes("x.gz", joined).head().unwrap(), b"a,b\n1,2\n");
    }

    #[test]
    fn a_cut_gzip_is_an_error_and_not_a_short_file() {
        let whole = gzip(&b"a,b\n1,2\n".repeat(1_000));
        let source = Source::bytes("x.gz", whole[..whole.len() / 2].to_vec());
        assert_eq!(source.head().unwrap_err().code(), "file_unreadable");
    }

    #[test]
    fn a_workbook_is_named() {
        let error = Source::bytes("x.csv", b"PK\x03\x04rest".to_vec())
            .head()
            .unwrap_err();
        assert_eq!(error.code(), "file_not_text");
        assert!(error.to_string().contains("Excel"));
    }

    #[test]
    fn a_missing_file_says_so() {
        let error = Source::file("/no/such/file.csv").head().unwrap_err();
        assert_eq!(error.code(), "file_unreadable");
    }
}
