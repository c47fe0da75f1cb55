//! What a list is asked for.

use crate::dto::Sort;

/// The most rows of one window.
pub const WINDOW_ROWS: i64 = 200;

/// A window of a list: `F` filters it and `K` names the columns that it sorts by.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked<F, K> {
    /// Words to search for; each must begin a word of the record.
    pub text: Option<String>,
    /// Which rows.
    pub filter: F,
    /// The business day of now, for what is late on it.
    pub today: i32,
    /// In which order; the list's usual one when absent.
    pub sort: Option<Sort<K>>,
    /// The place of the first row, from 0.
    pub offset: i64,
    /// How many rows, at most [`WINDOW_ROWS`].
    pub limit: i64,
}

impl<F: Default, K> Default for Asked<F, K> {
    /// The first window of the whole list.
    fn default() -> Self {
        Self {
            text: None,
            filter: F::default(),
            today: 0,
            sort: None,
            offset: 0,
            limit: WINDOW_ROWS,
        }
    }
}

/// Which part of a list, and from which end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Span {
    pub descending: bool,
    pub offset: usize,
    pub limit: usize,
}

impl Span {
    /// How many rows reach to the end of the window.
    pub fn end(&self) -> usize {
        self.offset.saturating_add(self.limit)
    }
}

impl<F, K> Asked<F, K> {
    pub(super) fn span(&self, usually_descending: bool) -> Span {
        let bounded = |rows: i64, most: i64| usize::try_from(rows.clamp(0, most)).unwrap_or(0);
        Span {
            descending: self
                .sort
                .as_ref()
                .map_or(usually_descending, |sort| sort.descending),
            offset: bounded(self.offset, i64::from(u32::MAX)),
            limit: bounded(self.limit, WINDOW_ROWS),
        }
    }

    /// The text, trimmed; `None` when there is nothing to search for.
    pub(super) fn words(&self) -> Option<String> {
        let text = self.text.as_deref().unwrap_or_default().trim();
        (!text.is_empty()).then(|| text.to_owned())
    }
}
