//! Files that are kept whole: read up to a limit.
use std::fs::File;
use std::io::{ErrorKind, Read as _};
use std::path::Path;

use domain::limits::ATTACHMENT_BYTES;

use crate::error::AppError;

/// Reads a file, unless it is too large to be kept. What tells its size only by being read, as
/// devices and pipes do, is no file.
pub(crate) fn read(path: &Path) -> Result<Vec<u8>, AppError> {
    let unreadable = |error: std::io::Error| {
        AppError::unavailable("file_unreadable")
            .in_field("path")
            .with(error)
    };
    let limit = ATTACHMENT_BYTES.unsigned_abs();
    let told = std::fs::metadata(path).map_err(unreadable)?;
    if !told.is_file() {
        return Err(unreadable(ErrorKind::InvalidInput.into()));
    }
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(unreadable)?;
    // One byte more than is kept: a file may grow while it is read.
    let mut bounded = file.take(limit + 1);
    bounded.read_to_end(&mut bytes).map_err(unreadable)?;
    check(&bytes)?;
    Ok(bytes)
}

/// Refuses what is too large to be kept.
pub(crate) fn check(bytes: &[u8]) -> Result<(), AppError> {
    if bytes.len() as u64 > ATTACHMENT_BYTES.unsigned_abs() {
        return Err(AppError::at("path", "attachment_too_large").with(ATTACHMENT_BYTES));
    }
    Ok(())
}
