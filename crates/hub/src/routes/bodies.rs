//! Bodies of entries: frames, packed with zstd, unpacked within limits.

use std::io::Read as _;

use sync::Record;
use sync::frame::{self, Frame};

use crate::HubError;
use crate::limits::BODY_BYTES;

/// How hard is packed: the default of zstd.
const LEVEL: i32 = 3;

/// The entries of a body.
pub fn records(body: &[u8]) -> Result<Vec<Record>, HubError> {
    let malformed = |_| HubError::Malformed;
    let unpacking = zstd::Decoder::new(body).map_err(malformed)?;
    let mut bytes = Vec::new();
    let most = BODY_BYTES as u64 + 1;
    unpacking
        .take(most)
        .read_to_end(&mut bytes)
        .map_err(malformed)?;
    if bytes.len() > BODY_BYTES {
        return Err(HubError::Malformed);
    }
    let frames = frame::read_all(&bytes).ok_or(HubError::Malformed)?;
    let records = frames.into_iter().filter_map(|frame| match frame {
        Frame::Record(record) => Some(record),
        Frame::Head(_) | Frame::Unknown => None,
    });
    Ok(records.collect())
}

/// A body of a head and entries.
pub fn packed(head: Vec<u8>, records: Vec<Record>) -> Result<Vec<u8>, HubError> {
    let mut bytes = Vec::new();
    Frame::Head(head).write(&mut bytes);
    for record in records {
        Frame::Record(record).write(&mut bytes);
    }
    let packed = zstd::encode_all(bytes.as_slice(), LEVEL);
    packed.map_err(|error| HubError::Broken(error.to_string()))
}
