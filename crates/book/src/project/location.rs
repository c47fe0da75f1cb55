//! A location's row.

use super::Target;
use crate::error::Result;
use domain::location::{Location, LocationKind, key_of};
use rusqlite::params;

pub(super) fn project(target: &Target<'_>, no: i64, after: &Location) -> Result<()> {
    let Some(id) = after.id.filter(|_| after.exists) else {
        return Ok(());
    };
    let terms = &after.terms;
    let place = target.terms.number(target.conn, &key_of(id))?;
    let parent = terms.parent.as_deref();
    let parent = parent
        .map(|key| target.terms.number(target.conn, key))
        .transpose()?;
    target
        .conn
        .prepare_cached(include_str!("../sql/insert_location.sql"))?
        .execute(params![
            no,
            place,
            parent,
            terms.name.as_deref().unwrap_or_default(),
            terms.code,
            kind_code(after.kind()),
            after.is_sellable(),
            after.is_archived(),
            after.version,
        ])?;
    Ok(())
}

/// The stored code of a kind.
pub(crate) fn kind_code(kind: LocationKind) -> u8 {
    match kind {
        LocationKind::Shop => 0,
        LocationKind::Warehouse => 1,
        LocationKind::Shelf => 2,
        LocationKind::Bin => 3,
    }
}
