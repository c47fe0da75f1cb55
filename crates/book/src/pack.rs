//! Payloads as they lie in the file: packed with a dictionary of what most of them have in common,
//! about a third of their length (ADR 22). The journal's hashes are over the text, so that packing
//! is nobody's business but this file's.

use crate::error::{BookError, Result};
use domain::limits::PAYLOAD_BYTES;
use lz4_flex::block::{compress_with_dict, decompress_with_dict};
use rusqlite::types::ValueRef;

/// The dictionaries by their numbers from 1 on. What was packed with one is unpacked with it for
/// ever: they are never changed, a better one is added.
const DICTIONARIES: [&[u8]; 1] = [include_bytes!("pack/1.txt")];
/// Before the packed bytes: the number of the dictionary, and the length of the text.
const HEAD_BYTES: usize = 5;

/// A text, packed; `None` where that would be no shorter.
pub(crate) fn packed(text: &str) -> Option<Vec<u8>> {
    let dictionary = DICTIONARIES.last()?;
    let length = u32::try_from(text.len()).ok()?;
    let block = compress_with_dict(text.as_bytes(), dictionary);
    if block.len() + HEAD_BYTES >= text.len() {
        return None;
    }
    let mut packed = Vec::with_capacity(block.len() + HEAD_BYTES);
    packed.push(DICTIONARIES.len() as u8);
    packed.extend(length.to_le_bytes());
    packed.extend(block);
    Some(packed)
}

/// The text of a payload as it was read: text as it is, bytes unpacked.
///
/// # Errors
/// `Inconsistent` when it was never a payload, or is none any more.
pub(crate) fn text_of(stored: ValueRef<'_>) -> Result<String> {
    let text = match stored {
        ValueRef::Text(text) => Some(text.to_vec()),
        ValueRef::Blob(packed) => unpacked(packed),
        _ => None,
    };
    let text = text.and_then(|text| String::from_utf8(text).ok());
    text.ok_or_else(|| BookError::Inconsistent("a payload cannot be read".into()))
}

fn unpacked(packed: &[u8]) -> Option<Vec<u8>> {
    let (head, block) = packed.split_at_checked(HEAD_BYTES)?;
    let (number, length) = head.split_first()?;
    let dictionary = DICTIONARIES.get(usize::from(*number).checked_sub(1)?)?;
    let length = u32::from_le_bytes(length.try_into().ok()?) as usize;
    // A length that no payload has comes from a damaged file: no memory is taken for it.
    if length > PAYLOAD_BYTES {
        return None;
    }
    let text = decompress_with_dict(block, length, dictionary).ok()?;
    (text.len() == length).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn back(bytes: &[u8]) -> Result<String> {
        text_of(ValueRef::Blob(bytes))
    }

    #[test]
    fn a_sale_takes_less_than_half_of_its_length() {
        let line = concat!(
            r#"{"line":1,"product":"01a1938c-2e00-7cce-8937-d8c3827834ab","sku":"85123A","#,
            r#""title":"White hanging heart","quantity_milli":6000,"unit_price_micro":2550000,"#,
            r#""tax":"standard","tax_rate_ppm":200000,"tax_minor":255,"total_minor":1530}"#,
        );
        let text = format!(r#"{{"number":"A-019980","document":{{"lines":[{line},{line}]}}}}"#);
        let bytes = packed(&text).unwrap();
        assert!(
            bytes.len() * 2 < text.len(),
            "{} of {}",
            bytes.len(),
            text.len()
        );
        assert_eq!(back(&bytes).unwrap(), text);
    }

    #[test]
    fn what_would_grow_stays_as_it_is() {
        assert_eq!(packed(""), None);
        assert_eq!(packed("{}"), None);
    }

    #[test]
    fn what_was_never_packed_is_refused() {
        for bytes in [
            &[][..],
            &[1],
            &[0, 1, 0, 0, 0, 0],
            &[2, 1, 0, 0, 0, 0],
            &[1, 255, 255, 255, 255, 0],
        ] {
            assert!(back(bytes).is_err(), "{bytes:?}");
        }
        assert!(text_of(ValueRef::Null).is_err());
    }

    proptest! {
        #[test]
        fn every_text_comes_back(
            text in "(\\{\"number\":\"[A-Z]-[0-9]{6}\",\"lines\":\\[)?.{0,400}",
        ) {
            if let Some(bytes) = packed(&text) {
                prop_assert_eq!(back(&bytes).unwrap(), text);
            }
        }

        #[test]
        fn damaged_bytes_are_refused_or_read_as_another_text(at in 0_usize..200, bit in 0_u8..8) {
            let text = r#"{"reason":"Changed their mind","note":"again and again"}"#.repeat(6);
            let mut bytes = packed(&text).unwrap();
            let at = at % bytes.len();
            bytes[at] ^= 1 << bit;
            // Whichever it is, the hash over the text finds it.
            let _ = back(&bytes);
        }
    }
}
