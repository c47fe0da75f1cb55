//! A built list: row numbers in ascending order of their keys, as of a position of the journal.

use super::asked::Span;
use super::cell::Cell;
use super::spec::Spec;
use crate::dto::Page;
use crate::error::Result;
use crate::row_set::RowSet;
use rusqlite::{Connection, params_from_iter};

/// A built list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct List {
    /// Row numbers, ascending by key.
    pub ids: Vec<u32>,
    /// The position of the journal that it shows.
    pub pos: i64,
}

/// A part of a list, on the way to a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Window {
    pub ids: Vec<u32>,
    pub total: i64,
    pub complete: bool,
    pub offset: i64,
}

impl Window {
    /// A window of a built list.
    pub fn of(list: &List, span: Span) -> Self {
        let total = list.ids.len();
        let (from, to) = (span.offset.min(total), span.end().min(total));
        let ids = if span.descending {
            list.ids[total - to..total - from]
                .iter()
                .rev()
                .copied()
                .collect()
        } else {
            list.ids[from..to].to_vec()
        };
        Self {
            ids,
            total: total as i64,
            complete: true,
            offset: span.offset as i64,
        }
    }

    /// The rows of the window.
    pub fn page<R>(self, rows: impl FnOnce(&[u32]) -> Result<Vec<R>>) -> Result<Page<R>> {
        let rows = rows(&self.ids)?;
        Ok(Page {
            total: self.total,
            complete: self.complete,
            offset: self.offset,
            rows,
        })
    }
}

/// The rows that the filter lets through, sorted. For a few rows, looked up one by one.
pub(super) fn sorted<S: Spec>(conn: &Connection, spec: &S, rows: &[u32]) -> Result<Vec<u32>> {
    let demands = spec.demands();
    let sql = format!(
        "SELECT 1 FROM {} WHERE no = ? AND {}",
        S::TABLE,
        demands.all()
    );
    let mut test = conn.prepare_cached(&sql)?;
    let mut keyed = Vec::with_capacity(rows.len());
    for no in rows {
        let number = rusqlite::types::Value::from(*no);
        if !test.exists(params_from_iter(
            [&number].into_iter().chain(&demands.values),
        ))? {
            continue;
        }
        if let Some(key) = spec.key(conn, *no)? {
            keyed.push((key, *no));
        }
    }
    keyed.sort_unstable();
    keyed.dedup_by_key(|(_, no)| *no);
    Ok(keyed.into_iter().map(|(_, no)| no).collect())
}

/// The list as of a later position: what was touched since is taken out and put back at its
/// place. `None` when so much was touched that it is better built anew.
pub(super) fn follow<S: Spec>(
    conn: &Connection,
    spec: &S,
    list: &List,
    pos: i64,
) -> Result<Option<List>> {
    let Some(touched) = spec.touched(conn, list.pos)? else {
        return Ok(None);
    };
    if touched.is_empty() {
        return Ok(Some(List {
            ids: list.ids.clone(),
            pos,
        }));
    }
    let out: RowSet = touched.iter().copied().collect();
    let mut ids: Vec<u32> = Vec::with_capacity(list.ids.len() + touched.len());
    ids.extend(list.ids.iter().filter(|no| !out.contains(**no)));
    let mut back = Vec::new();
    for no in out.iter() {
        if spec.holds(conn, no)?
            && let Some(key) = spec.key(conn, no)?
        {
            back.push((place(conn, spec, &ids, &(key.clone(), no))?, key, no));
        }
    }
    back.sort_unstable();
    Ok(Some(List {
        ids: merged(&ids, &back),
        pos,
    }))
}

/// How many rows of the list come before a row. Rows that are gone count as coming before.
fn place<S: Spec>(
    conn: &Connection,
    spec: &S,
    ids: &[u32],
    row: &(Vec<Cell>, u32),
) -> Result<usize> {
    let (mut low, mut high) = (0, ids.len());
    while low < high {
        let middle = low + (high - low) / 2;
        let other = spec.key(conn, ids[middle])?;
        if other.is_none_or(|key| (key, ids[middle]) < *row) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    Ok(low)
}

fn merged(ids: &[u32], back: &[(usize, Vec<Cell>, u32)]) -> Vec<u32> {
    let mut all = Vec::with_capacity(ids.len() + back.len());
    let mut taken = 0;
    for (place, _, no) in back {
        all.extend_from_slice(&ids[taken..*place]);
        all.push(*no);
        taken = *place;
    }
    all.extend_from_slice(&ids[taken..]);
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(descending: bool, offset: usize, limit: usize) -> Span {
        Span {
            descending,
            offset,
            limit,
        }
    }

    #[test]
    fn a_window_is_read_from_either_end() {
        let list = List {
            ids: (1..=10).collect(),
            pos: 0,
        };
        let ids = |span| Window::of(&list, span).ids;
        assert_eq!(ids(span(false, 2, 3)), [3, 4, 5]);
        assert_eq!(ids(span(true, 2, 3)), [8, 7, 6]);
        assert_eq!(ids(span(true, 8, 3)), [2, 1]);
        assert!(ids(span(false, 10, 3)).is_empty());
        assert!(ids(span(true, usize::MAX, 3)).is_empty());
    }

    #[test]
    fn rows_come_back_between_their_neighbours() {
        let back = [
            (0, vec![], 7),
            (2, vec![], 8),
            (2, vec![], 9),
            (3, vec![], 6),
        ];
        assert_eq!(merged(&[1, 2, 3], &back), [7, 1, 2, 8, 9, 3, 6]);
        assert_eq!(merged(&[], &[(0, vec![], 4)]), [4]);
    }
}
