//! A count's row, and what it says of the stock once it is finished.

use super::Target;
use super::anchors::{insert, take_out};
use super::delta::Delta;
use super::named::{self, Named};
use crate::error::Result;
use domain::SubjectKind;
use domain::count::{Anchor, Count};
use domain::stock::ADJUSTMENT;
use rusqlite::params;

pub(super) fn project(
    target: &mut Target<'_>,
    no: i64,
    before: &Count,
    after: &Count,
    delta: &mut Delta,
) -> Result<()> {
    let Some(opened) = &after.opened else {
        return Ok(());
    };
    let location = target.terms.number(target.conn, &opened.location)?;
    target.terms.number(target.conn, ADJUSTMENT)?;
    let (old, new) = (before.anchors(), after.anchors());
    for anchor in old.iter().filter(|anchor| !new.contains(anchor)) {
        let key = (product_of(target, anchor)?, location);
        take_out(target.conn, key, no, anchor.moment, delta)?;
    }
    for anchor in new.iter().filter(|anchor| !old.contains(anchor)) {
        let key = (product_of(target, anchor)?, location);
        insert(target.conn, key, no, anchor)?;
        delta.anchored.insert(key);
        delta.last_anchor_ms = delta.last_anchor_ms.max(Some(anchor.moment.at_ms));
    }
    named::replace(
        target,
        no,
        &Named::of_count(before),
        &Named::of_count(after),
    )?;
    let state = if after.discarded {
        2
    } else {
        i64::from(after.finished.is_some())
    };
    target
        .conn
        .prepare_cached(include_str!("../sql/insert_count.sql"))?
        .execute(params![
            no,
            location,
            state,
            opened.title,
            after.began.at_ms,
            after.began.offset_min,
            after.found.len() as i64,
            after.version,
        ])?;
    Ok(())
}

fn product_of(target: &mut Target<'_>, anchor: &Anchor) -> Result<i64> {
    target.subject(SubjectKind::Product, anchor.product.0)
}
