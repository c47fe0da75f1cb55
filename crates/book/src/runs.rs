//! What imports ask of the book: which documents, products and customers are there already, and
//! what a run has made.

use crate::error::Result;
use crate::journal;
use crate::read::Read;
use domain::{Entry, RequestId, Subject};
use rusqlite::{OptionalExtension as _, Params, Row};
use uuid::Uuid;

impl Read<'_> {
    /// The order that a channel knows under a number.
    pub fn order_by_external(&self, channel: &str, external_id: &str) -> Result<Option<Uuid>> {
        let Some(channel) = self.terms.find(self.conn, channel)? else {
            return Ok(None);
        };
        let sql = include_str!("sql/order_by_external.sql");
        self.one_key(sql, rusqlite::params![external_id, channel])
    }

    /// The stock document that was made from a foreign document of a number.
    pub fn stock_by_external(&self, external_id: &str) -> Result<Option<Uuid>> {
        self.one_key(include_str!("sql/stock_by_external.sql"), [external_id])
    }

    /// SKU, key and whether it is a service, of every product.
    pub fn product_skus(&self) -> Result<Vec<(String, Uuid, bool)>> {
        let sql = include_str!("sql/product_skus.sql");
        self.all(sql, [], |row| Ok((row.get(0)?, key(row, 1)?, row.get(2)?)))
    }

    /// Code and key of every customer that has a code.
    pub fn customer_codes(&self) -> Result<Vec<(String, Uuid)>> {
        let sql = include_str!("sql/customer_codes.sql");
        self.all(sql, [], |row| Ok((row.get(0)?, key(row, 1)?)))
    }

    /// The imports, newest first, each with its entries.
    pub fn runs(&self) -> Result<Vec<(Uuid, Vec<Entry>)>> {
        let found = self.all(
            "SELECT no, id FROM subject WHERE kind = 6 ORDER BY no DESC",
            [],
            |row| Ok((row.get::<_, i64>(0)?, key(row, 1)?)),
        )?;
        let mut runs = Vec::with_capacity(found.len());
        for (no, run) in found {
            runs.push((run, journal::entries(self.conn, self.terms, no)?));
        }
        Ok(runs)
    }

    /// The records that a run made and that can be taken back with it: orders, stock documents,
    /// and the products and customers that no record beside the run uses.
    pub fn run_records(&self, run: Uuid) -> Result<Vec<Subject>> {
        let Some(run) = journal::subject_no(self.conn, run)? else {
            return Ok(Vec::new());
        };
        let sql = include_str!("sql/run_records.sql");
        let numbers = self.all(sql, [run], |row| row.get::<_, i64>(0))?;
        numbers
            .into_iter()
            .map(|no| journal::subject_of(self.conn, no))
            .collect()
    }

    /// The records of a request that was carried out before, in the order of its entries.
    pub fn request_records(&self, request: RequestId) -> Result<Vec<Subject>> {
        let sql = "SELECT DISTINCT subject FROM journal WHERE request_id = ?1 ORDER BY pos";
        let numbers = self.all(sql, [request.0.as_bytes()], |row| row.get::<_, i64>(0))?;
        numbers
            .into_iter()
            .map(|no| journal::subject_of(self.conn, no))
            .collect()
    }

    /// The entries about a record, in the order in which they fold.
    pub fn entries_about(&self, subject: Subject) -> Result<Vec<Entry>> {
        let Some(no) = journal::subject_no(self.conn, subject.id)? else {
            return Ok(Vec::new());
        };
        let mut entries = journal::entries(self.conn, self.terms, no)?;
        entries.sort_by_key(Entry::order_key);
        Ok(entries)
    }

    fn one_key(&self, sql: &str, params: impl Params) -> Result<Option<Uuid>> {
        let mut query = self.conn.prepare_cached(sql)?;
        Ok(query.query_row(params, |row| key(row, 0)).optional()?)
    }

    pub(crate) fn all<T>(
        &self,
        sql: &str,
        params: impl Params,
        of_row: impl Fn(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Vec<T>> {
        let mut query = self.conn.prepare_cached(sql)?;
        let rows = query.query_map(params, |row| of_row(row))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}

fn key(row: &Row<'_>, at: usize) -> rusqlite::Result<Uuid> {
    Ok(Uuid::from_bytes(row.get(at)?))
}
