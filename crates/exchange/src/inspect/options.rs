//! What a person says about the form of a file, where the guess is wrong.

use encoding_rs::Encoding;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::encoding;
use crate::error::ReadError;
use crate::mapping::is_delimiter;
use crate::source::Source;

/// How a file is read; what is absent is detected.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields, default)]
#[ts(optional_fields = nullable)]
pub struct InspectOptions {
    /// The encoding by its WHATWG label (`utf-8`, `windows-1252`); a byte order mark in the file
    /// comes before it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub encoding: Option<String>,
    /// The character between fields.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub delimiter: Option<char>,
    /// Whether the first row names the columns.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub has_header: Option<bool>,
}

impl InspectOptions {
    /// Whether everything is left to be detected.
    pub(super) fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The delimiter, when one is given that can be one.
    pub(super) fn delimiter(&self) -> Result<Option<u8>, ReadError> {
        let byte = |sign| u8::try_from(sign).ok().filter(|_| is_delimiter(sign));
        match self.delimiter.map(|sign| (sign, byte(sign))) {
            None => Ok(None),
            Some((_, Some(byte))) => Ok(Some(byte)),
            Some((sign, None)) => Err(ReadError::Delimiter { sign }),
        }
    }

    /// The encoding and whether a byte order mark says so.
    pub(super) fn encoding_of(
        &self,
        source: &Source,
        head: &[u8],
    ) -> Result<(&'static Encoding, bool), ReadError> {
        let Some(label) = &self.encoding else {
            return encoding::detect(source, head);
        };
        let told = Encoding::for_label_no_replacement(label.as_bytes());
        let told = told.ok_or_else(|| ReadError::Encoding {
            label: label.chars().take(40).collect(),
        })?;
        let marked = encoding::certain(head).filter(|(_, marked)| *marked);
        Ok(marked.unwrap_or((told, false)))
    }
}
