//! Erasure: once a customer is erased, personal parts leave the journal, also those of the
//! customer's orders and those that arrive later from a device that did not know.

use crate::error::Result;
use crate::{files, journal};
use domain::State;
use rusqlite::{Connection, OptionalExtension as _};

/// Removes what must not be kept after a record was folded to `state`.
pub(crate) fn redact_after_fold(conn: &Connection, no: i64, state: &State) -> Result<()> {
    match state {
        State::Customer(customer) if customer.erased => redact_customer(conn, no),
        State::Order(order) => match order.document.customer {
            Some(customer) if is_erased(conn, customer.0)? => redact_order(conn, no),
            _ => Ok(()),
        },
        _ => Ok(()),
    }
}

fn redact_customer(conn: &Connection, no: i64) -> Result<()> {
    journal::redact(conn, no)?;
    let mut query = conn.prepare_cached("SELECT no FROM orders WHERE customer = ?1")?;
    let orders: Vec<i64> = query
        .query_map([no], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    for order in orders {
        redact_order(conn, order)?;
    }
    // Merging the index drops the words of rows that were deleted.
    conn.execute(
        "INSERT INTO customer_search (customer_search) VALUES ('optimize')",
        [],
    )?;
    Ok(())
}

fn redact_order(conn: &Connection, no: i64) -> Result<()> {
    journal::redact(conn, no)?;
    files::erase(conn, no)
}

fn is_erased(conn: &Connection, customer: uuid::Uuid) -> Result<bool> {
    let Some(no) = journal::subject_no(conn, customer)? else {
        return Ok(false);
    };
    let mut query = conn.prepare_cached("SELECT erased FROM customer WHERE no = ?1")?;
    Ok(query
        .query_row([no], |row| row.get(0))
        .optional()?
        .unwrap_or(false))
}
