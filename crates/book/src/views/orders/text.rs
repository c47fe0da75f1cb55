//! Orders by what is typed: the beginning of their number or the channel's number for them, or
//! words that begin words of the customer or of a product on a line.

use super::super::spec::Few;
use super::super::touched::products_of;
use super::FEW;
use super::set::{NO_LIMIT, ORDERS_OF_CUSTOMER, ORDERS_OF_PRODUCT, bits};
use crate::error::Result;
use crate::fold_text::fts_query;
use crate::row_set::RowSet;
use rusqlite::{Connection, OptionalExtension as _, params};

pub(super) const BY_NUMBER: &str = include_str!("../sql/orders_by_number.sql");
pub(super) const BY_EXTERNAL_ID: &str = include_str!("../sql/orders_by_external_id.sql");
pub(super) const CUSTOMERS: &str =
    "SELECT rowid FROM customer_search WHERE customer_search MATCH ?1 LIMIT ?2";
pub(super) const PRODUCTS: &str =
    "SELECT rowid FROM product_search WHERE product_search MATCH ?1 LIMIT ?2";
pub(super) const CUSTOMER_MATCHES: &str =
    "SELECT 1 FROM customer_search WHERE customer_search MATCH ?1 AND rowid = ?2";
pub(super) const PRODUCT_MATCHES: &str =
    "SELECT 1 FROM product_search WHERE product_search MATCH ?1 AND rowid = ?2";
pub(super) const CUSTOMER_OF_EACH: &str = "\
    -- scan: so many customers match that one pass over the index is shorter.\n\
     SELECT customer, no FROM orders INDEXED BY orders_by_customer WHERE customer IS NOT NULL";
pub(super) const NAMES: &str = "SELECT number, external_id, customer FROM orders WHERE no = ?1";

/// Customers and products whose orders are looked up for a first window.
const FEW_RECORDS: usize = 60;
/// From so many customers on, one pass over all orders is shorter than a look-up for each.
const MANY_CUSTOMERS: usize = 20_000;

/// Behind every text that begins with another one.
const LAST: char = char::MAX;

/// All orders that match, or some of them when they are many.
pub(super) fn few(conn: &Connection, text: &str) -> Result<Few> {
    let mut few = Gathered {
        rows: Vec::new(),
        all: true,
    };
    let end = format!("{text}{LAST}");
    for sql in [BY_NUMBER, BY_EXTERNAL_ID] {
        few.rows_of(conn, sql, params![text, end, FEW as i64])?;
    }
    if let Some(query) = fts_query(text) {
        for (search, orders) in [
            (CUSTOMERS, ORDERS_OF_CUSTOMER),
            (PRODUCTS, ORDERS_OF_PRODUCT),
        ] {
            few.rows_of_records(conn, &query, search, orders)?;
        }
    }
    few.rows.sort_unstable();
    few.rows.dedup();
    Ok(if few.all {
        Few::All(few.rows)
    } else {
        Few::Some(few.rows)
    })
}

struct Gathered {
    rows: Vec<u32>,
    all: bool,
}

impl Gathered {
    fn rows_of(
        &mut self,
        conn: &Connection,
        sql: &str,
        params: impl rusqlite::Params,
    ) -> Result<()> {
        let before = self.rows.len();
        let mut query = conn.prepare_cached(sql)?;
        for no in query.query_map(params, |row| row.get(0))? {
            self.rows.push(no?);
        }
        self.all &= self.rows.len() - before < FEW;
        Ok(())
    }

    fn rows_of_records(
        &mut self,
        conn: &Connection,
        words: &str,
        search: &str,
        orders: &str,
    ) -> Result<()> {
        let mut query = conn.prepare_cached(search)?;
        let found = query.query_map(params![words, FEW_RECORDS as i64], |row| row.get(0))?;
        let records: Vec<i64> = found.collect::<rusqlite::Result<_>>()?;
        self.all &= records.len() < FEW_RECORDS;
        let enough = self.rows.len() + FEW;
        for no in records {
            let missing = enough.saturating_sub(self.rows.len());
            if missing == 0 {
                self.all = false;
                break;
            }
            self.rows_of(conn, orders, params![no, missing as i64])?;
            self.all &= self.rows.len() < enough;
        }
        Ok(())
    }
}

/// All orders that match.
pub(super) fn set(conn: &Connection, text: &str) -> Result<RowSet> {
    let end = format!("{text}{LAST}");
    let mut set = bits(conn, BY_NUMBER, params![text, end, NO_LIMIT])?;
    set.unite(&bits(conn, BY_EXTERNAL_ID, params![text, end, NO_LIMIT])?);
    let Some(query) = fts_query(text) else {
        return Ok(set);
    };
    let customers = bits(conn, CUSTOMERS, params![query, NO_LIMIT])?;
    if customers.len() > MANY_CUSTOMERS {
        add_by_pass(conn, &customers, &mut set)?;
    } else {
        add_one_by_one(conn, ORDERS_OF_CUSTOMER, &customers, &mut set)?;
    }
    let products = bits(conn, PRODUCTS, params![query, NO_LIMIT])?;
    add_one_by_one(conn, ORDERS_OF_PRODUCT, &products, &mut set)?;
    Ok(set)
}

fn add_one_by_one(conn: &Connection, sql: &str, records: &RowSet, set: &mut RowSet) -> Result<()> {
    let mut query = conn.prepare_cached(sql)?;
    for record in records.iter() {
        let mut rows = query.query(params![record, NO_LIMIT])?;
        while let Some(row) = rows.next()? {
            set.insert(row.get(0)?);
        }
    }
    Ok(())
}

fn add_by_pass(conn: &Connection, customers: &RowSet, set: &mut RowSet) -> Result<()> {
    let mut query = conn.prepare_cached(CUSTOMER_OF_EACH)?;
    let mut rows = query.query([])?;
    while let Some(row) = rows.next()? {
        if customers.contains(row.get(0)?) {
            set.insert(row.get(1)?);
        }
    }
    Ok(())
}

/// Whether one order matches.
pub(super) fn matches(conn: &Connection, text: &str, no: u32) -> Result<bool> {
    let mut query = conn.prepare_cached(NAMES)?;
    type Names = (Option<String>, Option<String>, Option<i64>);
    let names: Option<Names> = query
        .query_row([no], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
        .optional()?;
    let Some((number, external_id, customer)) = names else {
        return Ok(false);
    };
    let start = text.to_ascii_lowercase();
    let names = [number, external_id].into_iter().flatten();
    if names
        .map(|name| name.to_ascii_lowercase())
        .any(|name| name.starts_with(&start))
    {
        return Ok(true);
    }
    let Some(query) = fts_query(text) else {
        return Ok(false);
    };
    if let Some(customer) = customer
        && conn
            .prepare_cached(CUSTOMER_MATCHES)?
            .exists(params![query, customer])?
    {
        return Ok(true);
    }
    for product in products_of(conn, i64::from(no))? {
        if conn
            .prepare_cached(PRODUCT_MATCHES)?
            .exists(params![query, product])?
        {
            return Ok(true);
        }
    }
    Ok(false)
}
