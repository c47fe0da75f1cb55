//! A supplier's row, and what products are called and cost at suppliers.

use super::Target;
use crate::error::{BookError, Result};
use crate::fold_text::fold;
use domain::product::Product;
use domain::supplier::{Supplier, Supply};
use domain::{SubjectKind, SupplierId};
use rusqlite::params;
use serde::Serialize;
use std::collections::BTreeMap;

pub(super) fn project(target: &Target<'_>, no: i64, after: &Supplier) -> Result<()> {
    if !after.exists {
        return Ok(());
    }
    let name = after.terms.name.as_deref().unwrap_or_default();
    let sql = "INSERT OR REPLACE INTO supplier \
               (no, name, name_key, archived, terms, personal, version) \
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
    target.conn.prepare_cached(sql)?.execute(params![
        no,
        name,
        fold(name),
        after.terms.archived.unwrap_or(false),
        json(&after.terms)?,
        json(&after.personal)?,
        after.version,
    ])?;
    Ok(())
}

/// What suppliers say of a product, where that changed.
pub(super) fn supplies(
    target: &mut Target<'_>,
    no: i64,
    before: &Product,
    after: &Product,
) -> Result<()> {
    let (was, is) = (shown(before), shown(after));
    if was == is {
        return Ok(());
    }
    let sql = "DELETE FROM supply WHERE product = ?1";
    target.conn.prepare_cached(sql)?.execute([no])?;
    for (supplier, supply) in is {
        let supplier = target.subject(SubjectKind::Supplier, supplier.0)?;
        insert(target, (no, supplier), supply)?;
    }
    Ok(())
}

fn shown(product: &Product) -> BTreeMap<SupplierId, &Supply> {
    let all = product.supplies.iter().filter(|_| product.is_visible());
    all.map(|(supplier, supply)| (*supplier, supply)).collect()
}

fn insert(target: &Target<'_>, (product, supplier): (i64, i64), supply: &Supply) -> Result<()> {
    target
        .conn
        .prepare_cached(include_str!("../sql/insert_supply.sql"))?
        .execute(params![
            product,
            supplier,
            supply.code,
            supply.pack_barcode,
            supply.pack_milli,
            supply.minimum_milli,
            supply.unit_cost_micro,
            supply.lead_time_days,
            supply.preferred,
        ])?;
    Ok(())
}

fn json(terms: &impl Serialize) -> Result<String> {
    serde_json::to_string(terms).map_err(|error| BookError::Inconsistent(error.to_string()))
}
