//! Which lots goods that come in belong to: somebody has to say it, because it is written on them.
use book::Tx;
use domain::lot::{LotPart, Tracking, check_pieces};
use domain::order::Order;
use std::collections::{BTreeMap, BTreeSet};

use super::input::Goods;
use crate::App;
use crate::error::AppError;

/// The lots of goods that come in. A serial number that is here already is refused. A dry run names
/// what it is told.
pub(crate) fn lots(
    app: &App,
    tx: &mut Tx<'_>,
    goods: &[Goods<'_>],
) -> Result<Vec<LotPart>, AppError> {
    let tracks = tx.read().tracks_anything()?;
    let mut here = BTreeSet::new();
    let mut found = Vec::new();
    for one in goods {
        let tracking = match tracks {
            true => tx.read().tracking_of(one.product)?,
            false => Tracking::None,
        };
        let Some(said) = one.named else {
            match tracking {
                Tracking::None => continue,
                // Of which lot the goods in a bundle were is said later, when somebody looks.
                _ if one.component => continue,
                _ if app.is_trying() => continue,
                _ => return Err(AppError::at(&one.field, needed(tracking))),
            }
        };
        check_pieces(tracking, &one.field, one.quantity_milli)?;
        let parts = one.named(said, tracking)?;
        if tracking == Tracking::Serial {
            check_serials(tx, one, &parts, &mut here)?;
        }
        found.extend(parts);
    }
    Ok(found)
}

fn needed(tracking: Tracking) -> &'static str {
    match tracking {
        Tracking::Serial => "serial_needed",
        _ => "lot_needed",
    }
}

fn check_serials(
    tx: &Tx<'_>,
    goods: &Goods<'_>,
    parts: &[LotPart],
    here: &mut BTreeSet<(uuid::Uuid, String)>,
) -> Result<(), AppError> {
    for (index, part) in parts.iter().enumerate() {
        let field = format!("{}.{index}.lot", goods.field);
        if !here.insert((goods.product, part.lot.clone())) {
            return Err(AppError::at(field, "claimed_twice"));
        }
        if tx.read().serial_is_here(goods.product, &part.lot)? {
            return Err(AppError::at(field, "serial_is_here").with(&part.lot));
        }
    }
    Ok(())
}

/// The lots of goods of an order that come back, the first of them to stock and the rest to scrap.
/// What went out tells which lots they can be; where that leaves a choice, somebody has to make it.
pub(crate) fn back(
    app: &App,
    tx: &mut Tx<'_>,
    order: &Order,
    goods: &[(Goods<'_>, i64)],
) -> Result<Vec<LotPart>, AppError> {
    if !tx.read().tracks_anything()? {
        return Ok(Vec::new());
    }
    let mut found = Vec::new();
    let mut left: BTreeMap<uuid::Uuid, BTreeMap<String, i64>> = BTreeMap::new();
    for (one, restocked_milli) in goods {
        let tracking = tx.read().tracking_of(one.product)?;
        let held = left
            .entry(one.product)
            .or_insert_with(|| domain::lot::held(order, domain::ProductId(one.product)));
        let parts = match one.named {
            Some(said) => one.named(said, tracking)?,
            None if tracking == Tracking::None => Vec::new(),
            None if one.component => in_order(held, one),
            None => match all_or_only(held, one) {
                Some(parts) => parts,
                None if app.is_trying() => Vec::new(),
                None => return Err(AppError::at(&one.field, needed(tracking))),
            },
        };
        for (index, part) in parts.iter().enumerate() {
            let known = held.entry(part.lot.clone()).or_default();
            *known -= part.quantity_milli;
            if *known < 0 {
                let field = format!("{}.{index}.lot", one.field);
                return Err(AppError::at(field, "lot_not_shipped").with(&part.lot));
            }
        }
        found.extend(split(parts, *restocked_milli));
    }
    Ok(found)
}

/// Of goods in a bundle, lots that went out with the order, in the order of their names.
fn in_order(held: &BTreeMap<String, i64>, goods: &Goods<'_>) -> Vec<LotPart> {
    let mut left_milli = goods.quantity_milli;
    let mut parts = Vec::new();
    for (lot, milli) in held.iter().filter(|(_, milli)| **milli > 0) {
        let taken_milli = left_milli.min(*milli);
        if taken_milli > 0 {
            parts.push(goods.part(lot, taken_milli));
            left_milli -= taken_milli;
        }
    }
    parts
}

/// What came back when there is nothing to choose: everything, of one lot, or of no lot at all.
fn all_or_only(held: &BTreeMap<String, i64>, goods: &Goods<'_>) -> Option<Vec<LotPart>> {
    let lots: Vec<_> = held.iter().filter(|(_, milli)| **milli > 0).collect();
    let sum = lots
        .iter()
        .fold(0_i64, |sum, (_, milli)| sum.saturating_add(**milli));
    if lots.len() > 1 && sum != goods.quantity_milli {
        return None;
    }
    let part = |(lot, milli): (&String, &i64)| goods.part(lot, (*milli).min(goods.quantity_milli));
    Some(lots.into_iter().map(part).collect())
}

/// Splits lots where the goods for stock end and those for scrap begin.
fn split(parts: Vec<LotPart>, mut restocked_milli: i64) -> Vec<LotPart> {
    let mut found = Vec::new();
    for part in parts {
        let kept_milli = part.quantity_milli.min(restocked_milli.max(0));
        restocked_milli -= kept_milli;
        for (quantity_milli, scrapped) in [
            (kept_milli, false),
            (part.quantity_milli - kept_milli, true),
        ] {
            if quantity_milli > 0 {
                found.push(LotPart {
                    quantity_milli,
                    scrapped,
                    ..part.clone()
                });
            }
        }
    }
    found
}
