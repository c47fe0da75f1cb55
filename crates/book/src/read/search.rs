//! Search across records: exact numbers and codes first, then beginnings of words.

use super::Read;
use crate::dto::{Hit, RecordKind};
use crate::error::Result;
use crate::fold_text::fts_query;
use rusqlite::params;
use std::collections::BTreeSet;
use uuid::Uuid;

/// The searches, the surest first: what is found, the query (`?1` the text or its upper bound,
/// see [`Term`]), and what of the text it looks for.
const SEARCHES: [(RecordKind, &str, Term); 9] = [
    (
        RecordKind::Order,
        include_str!("sql/search_order_number.sql"),
        Term::Exact,
    ),
    (
        RecordKind::Product,
        include_str!("sql/search_sku.sql"),
        Term::Exact,
    ),
    (
        RecordKind::Product,
        include_str!("sql/search_barcode.sql"),
        Term::Exact,
    ),
    (
        RecordKind::Lot,
        include_str!("sql/search_lot.sql"),
        Term::Exact,
    ),
    (
        RecordKind::Customer,
        include_str!("sql/search_code.sql"),
        Term::Exact,
    ),
    (
        RecordKind::Product,
        include_str!("sql/search_products.sql"),
        Term::Words,
    ),
    (
        RecordKind::Customer,
        include_str!("sql/search_customers.sql"),
        Term::Words,
    ),
    (
        RecordKind::Order,
        include_str!("sql/search_order_prefix.sql"),
        Term::Prefix,
    ),
    (
        RecordKind::Order,
        include_str!("sql/search_external_prefix.sql"),
        Term::Prefix,
    ),
];

/// What a search looks for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Term {
    /// The whole text.
    Exact,
    /// Texts that begin with it.
    Prefix,
    /// Its words, as beginnings of words.
    Words,
}

impl Read<'_> {
    /// At most `limit` records that a text points to, the surest first, each once. No kind of
    /// record crowds out the others: of beginnings each search gives at most half.
    pub fn search(&self, text: &str, limit: i64) -> Result<Vec<Hit>> {
        let text = text.trim();
        let words = fts_query(text);
        let mut seen = BTreeSet::new();
        let mut hits = Vec::new();
        for (kind, sql, term) in SEARCHES {
            let sought = match (term, &words) {
                (Term::Words, None) => continue,
                (Term::Words, Some(words)) => words,
                _ if text.is_empty() => continue,
                _ => text,
            };
            let most = if term == Term::Exact {
                limit
            } else {
                (limit + 1) / 2
            };
            self.search_one(kind, sql, (sought, most), &mut |hit| {
                if seen.insert((hit.kind, hit.id)) {
                    hits.push(hit);
                }
            })?;
        }
        hits.truncate(usize::try_from(limit).unwrap_or(0));
        Ok(hits)
    }

    fn search_one(
        &self,
        kind: RecordKind,
        sql: &str,
        (sought, most): (&str, i64),
        found: &mut dyn FnMut(Hit),
    ) -> Result<()> {
        let mut query = self.conn.prepare_cached(sql)?;
        // Upper bound of the texts that begin with the sought one.
        let above = format!("{sought}\u{10ffff}");
        let mut rows = query.query(params![sought, above, most])?;
        while let Some(row) = rows.next()? {
            let title: Option<String> = row.get(1)?;
            let detail: Option<String> = row.get(2)?;
            found(Hit {
                kind,
                id: Uuid::from_bytes(row.get(0)?),
                title: title.unwrap_or_default(),
                detail: detail.filter(|detail| !detail.is_empty()),
            });
        }
        Ok(())
    }
}
