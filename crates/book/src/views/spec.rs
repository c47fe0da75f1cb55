//! What a list is made of. The machinery of views works on this alone.

use super::cell::Cell;
use crate::error::Result;
use crate::row_set::RowSet;
use crate::waiting;
use rusqlite::Connection;
use rusqlite::types::Value;
use std::hash::Hash;

/// One list: which rows, and in which order. Sorting is always ascending here; a list shown
/// descending is read from its end, so each order needs one list only.
pub(super) trait Spec: Clone + Eq + Hash + Send + Sync + 'static {
    /// The name in `row_count`.
    const NAME: &'static str;

    /// The table of the rows.
    const TABLE: &'static str;

    /// Whether every row belongs to the list.
    fn is_bare(&self) -> bool;

    /// The same order without filter and text.
    fn bare(&self) -> Self;

    /// Whether an index gives the rows in order, so that the first ones are there at once.
    fn is_indexed(&self) -> bool;

    /// The statements that give all rows in order, one after the other.
    fn segments(&self, conn: &Connection) -> Result<Vec<Segment>>;

    /// The statements that the first window is looked for with: those of the whole list, unless
    /// an index knows the filter and the order both.
    fn first_segments(&self, conn: &Connection) -> Result<Vec<Segment>> {
        self.segments(conn)
    }

    /// What the filter demands of a row, the text left out.
    fn demands(&self) -> Demands;

    /// The rows that filter and text let through; not called on a bare list.
    fn set(&self, conn: &Connection) -> Result<RowSet>;

    /// Rows that a few look-ups find, among them those of the list; the conditions of
    /// [`Spec::demands`] are still to be tested on them.
    fn few(&self, conn: &Connection) -> Result<Few>;

    /// Whether a row belongs to the list.
    fn holds(&self, conn: &Connection, no: u32) -> Result<bool>;

    /// What a row is sorted by; ties are in the order of row numbers. `None` when it is gone.
    fn key(&self, conn: &Connection, no: u32) -> Result<Option<Vec<Cell>>>;

    /// The position of the journal that a list built now stands for: orders that wait to be
    /// written to the tables will change it once more.
    fn pos(&self, conn: &Connection) -> Result<i64> {
        waiting::summed_pos(conn)
    }

    /// The rows whose place may have changed since a position of the journal, or `None` when
    /// they are so many that the list is better built anew.
    fn touched(&self, conn: &Connection, pos: i64) -> Result<Option<Vec<u32>>>;
}

/// What a few look-ups find.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Few {
    /// Every row that can be in the list.
    All(Vec<u32>),
    /// Some of many: enough for a first window.
    Some(Vec<u32>),
    /// The list has no such short way.
    None,
}

/// A part of a list that an index gives in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Segment {
    /// The tables, with the index that they are walked by.
    pub from: String,
    /// The condition that parts it from the other segments; may be empty.
    pub only: String,
    /// The row number's column.
    pub no: &'static str,
    /// The columns of the index, in order.
    pub order: Vec<&'static str>,
    /// Whether the first window may leave it out, because it is nearly always empty.
    pub rare: bool,
}

impl Segment {
    /// A walk of one table by one index.
    pub fn walk(from: &str, only: &str, order: &[&'static str]) -> Self {
        Self {
            from: from.to_owned(),
            only: only.to_owned(),
            no: "no",
            order: order.to_vec(),
            rare: false,
        }
    }
}

/// Conditions on the columns of a row, to be tested one row at a time.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Demands {
    /// The columns that the conditions name.
    pub columns: Vec<&'static str>,
    /// The conditions, to be joined by AND.
    pub conditions: Vec<String>,
    /// Their parameters, `?` in order.
    pub values: Vec<Value>,
}

impl Demands {
    /// Adds a condition on a column.
    pub fn add(&mut self, column: &'static str, condition: String) {
        if !self.columns.contains(&column) {
            self.columns.push(column);
        }
        self.conditions.push(condition);
    }

    /// The conditions as one, true when there are none.
    pub fn all(&self) -> String {
        if self.conditions.is_empty() {
            "1".to_owned()
        } else {
            self.conditions.join(" AND ")
        }
    }
}
