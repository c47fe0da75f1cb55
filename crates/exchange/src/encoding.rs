//! Which encoding a file is in. A byte order mark decides; then UTF-16 by its NUL bytes; then UTF-8
//! if every byte of the file is valid UTF-8; otherwise the best guess for a legacy encoding.

mod utf8;

use std::io::{BufRead, BufReader, Read};

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};
use encoding_rs_io::DecodeReaderBytesBuilder;

use crate::error::ReadError;
use crate::source::{RawStream, Source};

const CHUNK_BYTES: usize = 64 * 1024;
/// Bytes from which a legacy encoding is guessed; the guess is slow.
const JUDGED_BYTES: usize = 256 * 1024;

/// What the first bytes say for certain: a byte order mark, or the NUL bytes of UTF-16.
/// The flag tells whether it was a mark.
pub(crate) fn certain(head: &[u8]) -> Option<(&'static Encoding, bool)> {
    if let Some((encoding, _)) = Encoding::for_bom(head) {
        return Some((encoding, true));
    }
    utf16_without_mark(head).map(|encoding| (encoding, false))
}

/// The encoding by the whole file.
pub(crate) fn detect(source: &Source, head: &[u8]) -> Result<(&'static Encoding, bool), ReadError> {
    if let Some(certain) = certain(head) {
        return Ok(certain);
    }
    let encoding = if is_utf8(source)? {
        UTF_8
    } else {
        legacy(source)?
    };
    Ok((encoding, false))
}

fn is_utf8(source: &Source) -> Result<bool, ReadError> {
    let mut stream = source.open()?;
    let mut utf8 = utf8::Validity::default();
    let mut chunk = vec![0; CHUNK_BYTES];
    loop {
        let read = stream.read(&mut chunk)?;
        utf8.feed(&chunk[..read]);
        if read == 0 || utf8.is_broken() {
            return Ok(utf8.holds_at_end());
        }
    }
}

/// The best guess among the legacy encodings, from the lines that are not plain ASCII.
fn legacy(source: &Source) -> Result<&'static Encoding, ReadError> {
    let mut stream = BufReader::with_capacity(CHUNK_BYTES, source.open()?);
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    let mut line = Vec::new();
    let mut judged = 0;
    while judged < JUDGED_BYTES {
        line.clear();
        if (&mut stream)
            .take(CHUNK_BYTES as u64)
            .read_until(b'\n', &mut line)?
            == 0
        {
            break;
        }
        if !line.is_ascii() {
            detector.feed(&line, false);
            judged += line.len();
        }
    }
    detector.feed(&[], true);
    Ok(detector.guess(None, Utf8Detection::Deny))
}

/// The stream as UTF-8 without a byte order mark. UTF-8 itself passes through unchecked: its faults
/// are found cell by cell.
pub(crate) fn decoded(raw: RawStream, encoding: &'static Encoding) -> RawStream {
    let transcode = (encoding != UTF_8).then_some(encoding);
    let mut builder = DecodeReaderBytesBuilder::new();
    builder
        .encoding(transcode)
        .utf8_passthru(true)
        .strip_bom(true)
        .bom_override(true);
    Box::new(builder.build(raw))
}

/// ASCII in UTF-16 has a NUL in every other byte: at odd places when little-endian.
fn utf16_without_mark(head: &[u8]) -> Option<&'static Encoding> {
    let sample = &head[..head.len().min(4_096) & !1];
    let pairs = sample.len() / 2;
    let nuls = |offset: usize| {
        sample
            .iter()
            .skip(offset)
            .step_by(2)
            .filter(|b| **b == 0)
            .count()
    };
    let (even, odd) = (nuls(0), nuls(1));
    let mostly = |count: usize| pairs >= 4 && count * 2 > pairs;
    match (mostly(even), mostly(odd)) {
        (false, true) => Some(UTF_16LE),
        (true, false) => Some(UTF_16BE),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn detected(bytes: &[u8]) -> (&'static str, bool) {
        let source = Source::bytes("x.csv", bytes.to_vec());
        let (encoding, mark) = detect(&source, bytes).unwrap();
        (encoding.name(), mark)
    }

    fn utf16(text: &str, order: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(order).collect()
    }

    #[test]
    fn encodings_are_told_apart() {
        let text = "Artikel;Straße;Größe\n1;Müller;größer\n";
        let latin = encoding_rs::WINDOWS_1252.encode(text).0.into_owned();
        assert_eq!(detected(text.as_bytes()), ("UTF-8", false));
        assert_eq!(detected(b"sku,name\n1,plain\n"), ("UTF-8", false));
        assert_eq!(detected(b"\xef\xbb\xbfa,b\n"), ("UTF-8", true));
        assert_eq!(detected(&latin), ("windows-1252", false));
        assert_eq!(
            detected(&utf16(text, u16::to_le_bytes)),
            ("UTF-16LE", false)
        );
        assert_eq!(
            detected(&utf16(text, u16::to_be_bytes)),
            ("UTF-16BE", false)
        );
        assert_eq!(detected(b"\xff\xfea\0,\0b\0"), ("UTF-16LE", true));
    }

    #[test]
    fn one_legacy_byte_late_in_the_file_is_seen() {
        let mut bytes = b"a,b\n".repeat(100_000);
        bytes.extend(b"caf\xe9,1\n");
        assert_eq!(detected(&bytes).0, "windows-1252");
    }

    #[test]
    fn decoding_takes_the_mark_off() {
        for bytes in [&b"\xef\xbb\xbfa"[..], b"\xff\xfea\0", b"\xfe\xff\0a"] {
            let source = Source::bytes("x", bytes.to_vec());
            let encoding = certain(bytes).unwrap().0;
            let mut text = String::new();
            decoded(source.open().unwrap(), encoding)
                .read_to_string(&mut text)
                .unwrap();
            assert_eq!(text, "a");
        }
    }
}
