//! The shares of goods: who keeps the rest, and what each device was given and has taken. What is
//! drawn is a record for each act, so figures move by the difference of what records say.

use super::Target;
use crate::error::Result;
use domain::share::{Part, Share};
use domain::{DeviceId, SubjectKind};
use rusqlite::params;

pub(super) fn project(
    target: &mut Target<'_>,
    no: i64,
    before: &Share,
    after: &Share,
) -> Result<()> {
    for (share, sign) in [(before, -1), (after, 1)] {
        let Some((product, location)) = &share.goods else {
            continue;
        };
        let product = target.subject(SubjectKind::Product, product.0)?;
        let location = target.terms.number(target.conn, location)?;
        for (device, part) in &share.parts {
            add(target, (product, location, *device), part, sign)?;
        }
        if sign > 0
            && let Some(keeper) = share.keeper
        {
            let sql = "INSERT OR REPLACE INTO share (no, product, location, keeper, open, version)
                VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
            target.conn.prepare_cached(sql)?.execute(params![
                no,
                product,
                location,
                keeper.0.as_bytes(),
                share.open,
                share.version
            ])?;
        }
    }
    Ok(())
}

/// Moves figures; where all come to nothing the row goes, as in a fresh fold.
fn add(
    target: &Target<'_>,
    (product, location, device): (i64, i64, DeviceId),
    part: &Part,
    sign: i64,
) -> Result<()> {
    target
        .conn
        .prepare_cached(include_str!("../sql/add_share_part.sql"))?
        .execute(params![
            product,
            location,
            device.0.as_bytes(),
            sign * part.given_milli,
            sign * part.used_milli,
            sign * part.asked_milli
        ])?;
    let sql = "DELETE FROM share_part WHERE product = ?1 AND location = ?2 AND device = ?3
        AND given_milli = 0 AND used_milli = 0 AND asked_milli = 0";
    target
        .conn
        .prepare_cached(sql)?
        .execute(params![product, location, device.0.as_bytes()])?;
    Ok(())
}
