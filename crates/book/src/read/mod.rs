//! Queries for screens, reports and searches. They read; they never write.

use crate::terms::Terms;
use rusqlite::Connection;

/// What a query needs: a connection and the dictionary of terms.
#[derive(Clone, Copy)]
pub struct Read<'a> {
    /// A connection, of the reading pool or of an open write.
    pub conn: &'a Connection,
    /// The dictionary.
    pub terms: &'a Terms,
}
