//! The movements of customers' points that a record makes, and the balances.
//!
//! A balance is no sum: what is taken comes off the points that end first, and what expires between
//! two movements is gone. So it is counted anew from all movements of the customer, once for each
//! transaction.

use super::Target;
use super::delta::Delta;
use crate::error::{BookError, Result};
use domain::loyalty::{Booked, PointsKind, PointsMove, Purse};
use domain::{Day, SubjectKind};
use rusqlite::{Connection, Row, params};
use uuid::Uuid;

/// All movements of a customer, in their order on every device.
pub(crate) const MOVES: &str = include_str!("../sql/points_moves.sql");

/// Replaces the movements that a record makes. A record without any costs nothing here.
pub(super) fn project(
    target: &mut Target<'_>,
    no: i64,
    before: &[PointsMove],
    after: &[PointsMove],
    delta: &mut Delta,
) -> Result<()> {
    if before == after {
        return Ok(());
    }
    for (part, moved) in before.iter().enumerate() {
        let customer = target.subject(SubjectKind::Customer, moved.customer.0)?;
        delta.points.insert(customer);
        target
            .conn
            .prepare_cached(include_str!("../sql/delete_points_move.sql"))?
            .execute(params![customer, moved.moment.at_ms, no, part as i64])?;
    }
    for (part, moved) in after.iter().enumerate() {
        let customer = target.subject(SubjectKind::Customer, moved.customer.0)?;
        delta.points.insert(customer);
        target
            .conn
            .prepare_cached(include_str!("../sql/insert_points_move.sql"))?
            .execute(params![
                customer,
                moved.moment.at_ms,
                no,
                part as i64,
                moved.moment.offset_min,
                moved.moment.day.0,
                moved.kind as u8,
                moved.points,
                moved.expires.map(|day| day.0),
            ])?;
    }
    Ok(())
}

/// Counts a customer's balance anew.
pub(super) fn count(conn: &Connection, customer: i64) -> Result<()> {
    let mut query = conn.prepare_cached(MOVES)?;
    let rows = query.query_map([customer], booked)?;
    let moves: Vec<Booked> = rows.collect::<rusqlite::Result<_>>()?;
    let balance = Purse::of(&moves, |_, _| {}).balance();
    let sql = match balance {
        0 => "DELETE FROM points_balance WHERE customer = ?1 AND ?2 = 0",
        _ => "INSERT OR REPLACE INTO points_balance (customer, points) VALUES (?1, ?2)",
    };
    conn.prepare_cached(sql)?.execute([customer, balance])?;
    Ok(())
}

/// A movement out of its row.
pub(crate) fn booked(row: &Row<'_>) -> rusqlite::Result<Booked> {
    let kind: u8 = row.get(1)?;
    let kind = PointsKind::ALL.get(usize::from(kind)).copied();
    Ok(Booked {
        cause: Uuid::from_bytes(row.get(0)?),
        kind: kind.unwrap_or(PointsKind::ByHand),
        points: row.get(2)?,
        day: Day(row.get(3)?),
        expires: row.get::<_, Option<i32>>(4)?.map(Day),
    })
}

/// The card that a customer is known by. Two devices may have given the same one away.
pub(super) fn card(
    target: &Target<'_>,
    no: i64,
    before: Option<&str>,
    after: Option<&str>,
) -> Result<()> {
    if before == after {
        return Ok(());
    }
    for (sql, code) in [
        (
            "DELETE FROM loyalty_card WHERE code = ?1 AND customer = ?2",
            before,
        ),
        (
            "INSERT INTO loyalty_card (code, customer) VALUES (?1, ?2)",
            after,
        ),
    ] {
        if let Some(code) = code {
            let row = params![code, no];
            target
                .conn
                .prepare_cached(sql)?
                .execute(row)
                .map_err(BookError::from)?;
        }
    }
    Ok(())
}
