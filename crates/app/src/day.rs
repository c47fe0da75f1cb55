//! Business days in inputs.
use domain::Day;

use crate::App;
use crate::error::AppError;

/// Reads `YYYY-MM-DD`.
pub(crate) fn parse(field: &str, text: &str) -> Result<Day, AppError> {
    Day::parse(text).ok_or_else(|| AppError::at(field, "day_malformed").with(text))
}

/// Reads a day that may be absent.
pub(crate) fn optional(field: &str, text: Option<&str>) -> Result<Option<Day>, AppError> {
    text.map(|text| parse(field, text)).transpose()
}

impl App {
    /// The business day of now, by the open book's cut-off hour.
    pub(crate) fn today(&self) -> Result<Day, AppError> {
        let now_ms = self.now_ms();
        let cutoff_hour = self.read_rows(|read| Ok(read.settings()?.cutoff_hour()))?;
        Ok(Day::of_local(now_ms, self.offset_min(now_ms), cutoff_hour))
    }
}
