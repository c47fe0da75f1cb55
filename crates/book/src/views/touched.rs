//! What entries have touched since a position of the journal.

use crate::error::Result;
use crate::journal::subject_no;
use crate::pack;
use domain::SubjectKind;
use rusqlite::{Connection, params};
use serde::Deserialize;
use uuid::Uuid;

pub(super) const SUBJECTS_SINCE: &str = include_str!("sql/subjects_since.sql");
pub(super) const PAYLOADS: &str = "SELECT said FROM journal WHERE subject = ?1";

/// More touched rows than this, and a list is built anew.
pub(super) const MOST: usize = 500;

/// The records that were touched, or `None` when they are many.
pub(super) fn subjects(conn: &Connection, pos: i64) -> Result<Option<Vec<(SubjectKind, i64)>>> {
    let mut query = conn.prepare_cached(SUBJECTS_SINCE)?;
    let mut rows = query.query(params![pos, MOST as i64 + 1])?;
    let mut subjects = Vec::new();
    while let Some(row) = rows.next()? {
        subjects.push((SubjectKind::of_code(row.get(0)?), row.get(1)?));
    }
    Ok((subjects.len() <= MOST).then_some(subjects))
}

/// Rows of a list that were touched, as long as they are not too many.
#[derive(Default)]
pub(super) struct Touched {
    rows: Vec<u32>,
}

impl Touched {
    /// Adds a row.
    pub fn add(&mut self, no: i64) {
        self.rows.extend(u32::try_from(no));
    }

    /// Adds the rows that hang on a record: `sql` takes its number and a limit.
    pub fn add_all(&mut self, conn: &Connection, sql: &str, no: i64) -> Result<()> {
        let mut query = conn.prepare_cached(sql)?;
        let limit = (MOST + 1).saturating_sub(self.rows.len()) as i64;
        for row in query.query_map(params![no, limit], |row| row.get(0))? {
            self.rows.push(row?);
        }
        Ok(())
    }

    /// The rows, or `None` when they are too many.
    pub fn rows(self) -> Option<Vec<u32>> {
        (self.rows.len() <= MOST).then_some(self.rows)
    }
}

/// The part of a payload that names products.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Naming {
    lines: Vec<NamingLine>,
    missing: Vec<Uuid>,
    document: Option<Box<Naming>>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct NamingLine {
    product: Option<Uuid>,
    components: Vec<NamingLine>,
}

/// The products that the entries of an order or stock document have ever named.
pub(super) fn products_of(conn: &Connection, subject: i64) -> Result<Vec<i64>> {
    let mut query = conn.prepare_cached(PAYLOADS)?;
    let mut rows = query.query([subject])?;
    let mut products = Vec::new();
    while let Some(row) = rows.next()? {
        let payload = pack::text_of(row.get_ref(0)?)?;
        let Ok(naming) = serde_json::from_str::<Naming>(&payload) else {
            continue;
        };
        let inner = naming
            .document
            .into_iter()
            .flat_map(|document| document.lines);
        let named = naming.lines.into_iter().chain(inner);
        let named = named.flat_map(|mut line| {
            let parts = std::mem::take(&mut line.components);
            std::iter::once(line).chain(parts)
        });
        let named = named.filter_map(|line| line.product);
        for id in named.chain(naming.missing) {
            products.extend(subject_no(conn, id)?);
        }
    }
    products.sort_unstable();
    products.dedup();
    Ok(products)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn products_are_found_in_drafts_documents_and_adjustments() {
        let id = Uuid::from_u128(7);
        for payload in [
            format!(r#"{{"channel":"web","lines":[{{"line":1,"product":"{id}"}}]}}"#),
            format!(r#"{{"number":"A-1","document":{{"lines":[{{}},{{"product":"{id}"}}]}}}}"#),
            format!(r#"{{"reason":"lost","lines":[{{"product":"{id}","quantity_milli":-1}}]}}"#),
        ] {
            let naming: Naming = serde_json::from_str(&payload).unwrap();
            let inner = naming
                .document
                .into_iter()
                .flat_map(|document| document.lines);
            let mut lines = naming.lines.into_iter().chain(inner);
            assert!(lines.any(|line| line.product == Some(id)), "{payload}");
        }
    }
}
