//! A till session's row and money legs.

use super::Target;
use super::delta::Delta;
use super::facts::add_legs;
use super::order::{delete_by, insert_legs};
use crate::error::Result;
use domain::posting::till_legs;
use domain::till::TillSession;
use rusqlite::params;

pub(super) fn project(
    target: &mut Target<'_>,
    no: i64,
    before: &TillSession,
    after: &TillSession,
    delta: &mut Delta,
) -> Result<()> {
    delete_by(target, "DELETE FROM till_session WHERE no = ?1", no)?;
    delete_by(target, "DELETE FROM money_leg WHERE subject = ?1", no)?;
    add_legs(target, &till_legs(before), -1, delta)?;
    let legs = till_legs(after);
    insert(target, no, after)?;
    insert_legs(target, no, &legs)?;
    add_legs(target, &legs, 1, delta)?;
    if let Some((closed, _)) = &after.closed {
        delta.note_number("z", &closed.number);
    }
    Ok(())
}

fn insert(target: &Target<'_>, no: i64, session: &TillSession) -> Result<()> {
    let (Some(device), Some((_, opened))) = (session.device, &session.opened) else {
        return Ok(());
    };
    let number = session.closed.as_ref().map(|(closed, _)| &closed.number);
    target
        .conn
        .prepare_cached(include_str!("../sql/insert_till_session.sql"))?
        .execute(params![
            no,
            device.0.as_bytes(),
            number,
            opened.moment.at_ms,
            session.version,
        ])?;
    Ok(())
}
