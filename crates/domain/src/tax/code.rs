//! Short names of taxes, held in place so that a tax is as cheap to copy as a number.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

const MAX_BYTES: usize = 15;

/// A text that cannot name a tax.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a tax code has 1 to 15 bytes without control characters or blanks at its ends")]
pub struct InvalidTaxCode;

/// The code of a tax, 1 to 15 bytes of UTF-8: `VAT20`, `MwSt 19`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TaxCode {
    bytes: [u8; MAX_BYTES],
    len: u8,
}

impl TaxCode {
    /// The code of a text.
    pub fn parse(text: &str) -> Result<Self, InvalidTaxCode> {
        let fits = (1..=MAX_BYTES).contains(&text.len());
        if !fits || text.trim() != text || text.chars().any(char::is_control) {
            return Err(InvalidTaxCode);
        }
        let mut bytes = [0; MAX_BYTES];
        bytes[..text.len()].copy_from_slice(text.as_bytes());
        Ok(Self {
            bytes,
            len: text.len() as u8,
        })
    }

    /// The text of the code.
    #[must_use]
    pub fn as_str(&self) -> &str {
        let bytes = &self.bytes[..usize::from(self.len)];
        std::str::from_utf8(bytes).expect("a code is copied whole from a text")
    }
}

impl std::str::FromStr for TaxCode {
    type Err = InvalidTaxCode;

    fn from_str(text: &str) -> Result<Self, InvalidTaxCode> {
        Self::parse(text)
    }
}

impl std::fmt::Display for TaxCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.as_str())
    }
}

impl std::fmt::Debug for TaxCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "TaxCode({:?})", self.as_str())
    }
}

impl Serialize for TaxCode {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for TaxCode {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).map_err(serde::de::Error::custom)
    }
}
