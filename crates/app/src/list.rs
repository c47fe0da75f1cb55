//! What the verbs that show long lists take: a filter, an order and a window of at most 200 rows.
use book::dto::{OrderFilter, Sort};
use book::views::{Asked, WINDOW_ROWS};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use crate::day;
use crate::error::AppError;

/// A window of a list asked for: `F` filters, `K` names the columns to sort by.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct ListInput<F, K> {
    /// Words to search for; each must begin a word of the record.
    pub text: Option<String>,
    /// Which rows.
    pub filter: Option<F>,
    /// In which order.
    pub sort: Option<Sort<K>>,
    /// The place of the first row, from 0.
    #[ts(optional = false)]
    pub offset: i64,
    /// How many rows, at most 200.
    #[ts(optional = false)]
    pub limit: i64,
}

impl<F: Default, K> ListInput<F, K> {
    /// The question as the book's lists understand it.
    pub(crate) fn asked(self) -> Result<Asked<F, K>, AppError> {
        check_window(self.offset, self.limit)?;
        let Self {
            text,
            filter,
            sort,
            offset,
            limit,
        } = self;
        Ok(Asked {
            text,
            filter: filter.unwrap_or_default(),
            today: 0,
            sort,
            offset,
            limit,
        })
    }
}

/// A place beyond the rows that a list gives before it is complete.
const FAR: i64 = 1_000;

/// The records of a whole list, window by window, but no more than one above `most`. A page gives
/// how many rows there are, and those from a place on.
pub(crate) fn whole(
    most: usize,
    page: impl Fn(i64, i64) -> book::Result<(i64, Vec<Uuid>)>,
) -> book::Result<Vec<Uuid>> {
    // A window far down waits until the whole list is known.
    let (total, _) = page(FAR, 1)?;
    let wanted = total.min(i64::try_from(most).unwrap_or(i64::MAX).saturating_add(1));
    let mut ids = Vec::new();
    for offset in (0..wanted).step_by(WINDOW_ROWS as usize) {
        ids.extend(page(offset, WINDOW_ROWS)?.1);
    }
    Ok(ids)
}

/// Refuses a window that lies outside the bounds.
pub(crate) fn check_window(offset: i64, limit: i64) -> Result<(), AppError> {
    if offset < 0 {
        return Err(AppError::at("offset", "out_of_range"));
    }
    if !(1..=WINDOW_ROWS).contains(&limit) {
        return Err(AppError::at("limit", "out_of_range").with(WINDOW_ROWS));
    }
    Ok(())
}

/// Refuses a filter with days that are none.
pub(crate) fn check_days(filter: Option<&OrderFilter>) -> Result<(), AppError> {
    let Some(filter) = filter else { return Ok(()) };
    day::optional("filter.from", filter.from.as_deref())?;
    day::optional("filter.to", filter.to.as_deref())?;
    day::optional("filter.due_before", filter.due_before.as_deref())?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::check_window;

    #[test]
    fn a_window_has_from_one_to_two_hundred_rows() {
        assert!(check_window(0, 1).is_ok() && check_window(1_000_000, 200).is_ok());
        for (offset, limit, field) in [(-1, 10, "offset"), (0, 0, "limit"), (0, 201, "limit")] {
            let error = check_window(offset, limit).unwrap_err();
            assert_eq!(error.field.as_deref(), Some(field));
        }
    }
}
