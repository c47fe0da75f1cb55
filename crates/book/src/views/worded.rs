//! What the lists of customers and of products share: rows that a full-text index finds by the
//! beginnings of words, and that meet the demands of a filter.

use super::spec::{Demands, Few};
use crate::error::Result;
use crate::fold_text::fts_query;
use crate::row_set::RowSet;
use rusqlite::{Connection, params, params_from_iter};

/// Look-ups of this many rows are still "few".
const FEW: usize = 300;

/// The statements of a kind of record.
pub(super) struct Index {
    /// The rows whose words match, with a limit.
    pub search: &'static str,
    /// Whether the words of one row match.
    pub matches: &'static str,
    /// The head of a statement that gives the rows that meet a condition.
    pub rows: &'static str,
    /// The head of a statement that tests one row.
    pub row: &'static str,
}

/// What is asked of such a list.
pub(super) struct Worded<'a> {
    pub index: &'a Index,
    pub text: Option<&'a str>,
    pub demands: Demands,
}

impl Worded<'_> {
    /// The full-text query; a text without a word in it finds nothing.
    fn query(&self) -> Option<Option<String>> {
        self.text.map(fts_query)
    }

    /// All rows that filter and text let through.
    pub fn set(&self, conn: &Connection) -> Result<RowSet> {
        let found = match self.query() {
            None => return self.filtered(conn),
            Some(None) => Vec::new(),
            Some(Some(query)) => self.found(conn, &query, -1)?,
        };
        let mut set: RowSet = found.into_iter().collect();
        if !self.demands.conditions.is_empty() {
            set.intersect(&self.filtered(conn)?);
        }
        Ok(set)
    }

    /// The rows that the text finds, as long as they are few.
    pub fn few(&self, conn: &Connection) -> Result<Few> {
        let query = match self.query() {
            None => return Ok(Few::None),
            Some(None) => return Ok(Few::All(Vec::new())),
            Some(Some(query)) => query,
        };
        let rows = self.found(conn, &query, FEW as i64)?;
        Ok(if rows.len() < FEW {
            Few::All(rows)
        } else {
            Few::Some(rows)
        })
    }

    /// Whether filter and text let a row through.
    pub fn holds(&self, conn: &Connection, no: u32) -> Result<bool> {
        let sql = format!("{}{}", self.index.row, self.demands.all());
        let number = rusqlite::types::Value::from(no);
        let values = [&number].into_iter().chain(&self.demands.values);
        let mut test = conn.prepare_cached(&sql)?;
        if !test.exists(params_from_iter(values))? {
            return Ok(false);
        }
        match self.query() {
            None => Ok(true),
            Some(None) => Ok(false),
            Some(Some(query)) => {
                let mut matches = conn.prepare_cached(self.index.matches)?;
                Ok(matches.exists(params![query, no])?)
            }
        }
    }

    fn filtered(&self, conn: &Connection) -> Result<RowSet> {
        let mut query = conn.prepare_cached(&set_sql(self.index, &self.demands))?;
        let rows = query.query_map(params_from_iter(&self.demands.values), |row| row.get(0))?;
        let mut set = RowSet::default();
        for no in rows {
            set.insert(no?);
        }
        Ok(set)
    }

    fn found(&self, conn: &Connection, query: &str, limit: i64) -> Result<Vec<u32>> {
        let mut search = conn.prepare_cached(self.index.search)?;
        let rows = search.query_map(params![query, limit], |row| row.get(0))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}

/// All rows that a filter lets through.
pub(super) fn set_sql(index: &Index, demands: &Demands) -> String {
    format!(
        "-- scan: one pass over the records, in the background.\n{}{}",
        index.rows,
        demands.all()
    )
}
