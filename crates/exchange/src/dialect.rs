//! How the bytes of a file are cut into rows and cells.

mod sniff;

use encoding_rs::{Encoding, UTF_8};

use crate::encoding;
use crate::mapping::Mapping;

pub(crate) use sniff::sniff;

/// Everything that is known about the form of a file before its rows are read.
#[derive(Clone, Debug)]
pub(crate) struct Dialect {
    pub(crate) encoding: &'static Encoding,
    /// UTF-8 is assumed; the first pass over the file has to confirm it.
    pub(crate) encoding_assumed: bool,
    pub(crate) delimiter: u8,
    pub(crate) quote: u8,
    pub(crate) skip_rows: u32,
    pub(crate) has_header: bool,
}

impl Dialect {
    /// What the head of a file says. Whether it has a header is for the caller to judge.
    pub(crate) fn of_head(head: &[u8]) -> Self {
        let certain = encoding::certain(head);
        let encoding = certain.map_or(UTF_8, |(encoding, _)| encoding);
        Self {
            encoding_assumed: certain.is_none(),
            ..Self::in_encoding(head, encoding, None)
        }
    }

    /// What the head says when the encoding is known, and perhaps the delimiter.
    pub(crate) fn in_encoding(
        head: &[u8],
        encoding: &'static Encoding,
        delimiter: Option<u8>,
    ) -> Self {
        let (text, _, _) = encoding.decode(head);
        let found = sniff(&text, delimiter);
        Self {
            encoding,
            encoding_assumed: false,
            delimiter: found.delimiter,
            quote: found.quote,
            skip_rows: found.skip_rows,
            has_header: true,
        }
    }

    /// What a mapping says, and the head of the file where it is silent.
    pub(crate) fn of_mapping(head: &[u8], mapping: &Mapping) -> Self {
        let named = mapping.encoding.as_ref();
        let named = named.and_then(|label| Encoding::for_label(label.as_bytes()));
        let found = match named {
            Some(encoding) => Self::in_encoding(head, encoding, None),
            None => Self::of_head(head),
        };
        let byte = |sign: Option<char>| sign.and_then(|sign| u8::try_from(sign).ok());
        Self {
            delimiter: byte(mapping.delimiter).unwrap_or(found.delimiter),
            quote: byte(mapping.quote).unwrap_or(found.quote),
            skip_rows: mapping.skip_rows,
            has_header: mapping.has_header,
            ..found
        }
    }
}
