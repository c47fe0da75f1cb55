//! The bounds of windows: at most 200 rows, from the first on.
use book::dto::WINDOW_ROWS;

use crate::error::AppError;

/// Refuses a window that lies outside the bounds.
pub(crate) fn check(offset: i64, limit: i64) -> Result<(), AppError> {
    if offset < 0 {
        return Err(AppError::at("offset", "out_of_range"));
    }
    if !(1..=WINDOW_ROWS).contains(&limit) {
        return Err(AppError::at("limit", "out_of_range").with(WINDOW_ROWS));
    }
    Ok(())
}
