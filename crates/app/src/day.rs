//! Business days in inputs.
use domain::Day;
use domain::price_list::Validity;

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

/// Reads the days on which something holds.
pub(crate) fn validity(from: Option<&str>, to: Option<&str>) -> Result<Validity, AppError> {
    Ok(Validity {
        from: optional("from", from)?,
        to: optional("to", to)?,
    })
}

/// Reads a change of the days: they are replaced together, and the one that is not said stays.
pub(crate) fn changed_validity(
    was: Validity,
    from: &Option<Option<String>>,
    to: &Option<Option<String>>,
) -> Result<Option<Validity>, AppError> {
    if from.is_none() && to.is_none() {
        return Ok(None);
    }
    let said = |text: &Option<Option<String>>| text.clone().flatten();
    let is = validity(said(from).as_deref(), said(to).as_deref())?;
    Ok(Some(Validity {
        from: if from.is_some() { is.from } else { was.from },
        to: if to.is_some() { is.to } else { was.to },
    }))
}

impl App {
    /// The business day of now, by the open book's cut-off hour.
    pub(crate) fn today(&self) -> Result<Day, AppError> {
        let now_ms = self.now_ms();
        let cutoff_hour = self.read_rows(|read| Ok(read.settings()?.cutoff_hour()))?;
        Ok(Day::of_local(now_ms, self.offset_min(now_ms), cutoff_hour))
    }
}
