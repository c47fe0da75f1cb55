//! The rows of price lists and promotions, and of the orders that promotions took something off.

use super::Target;
use crate::error::{BookError, Result};
use domain::order::Order;
use domain::price_list::{PriceBreak, PriceList};
use domain::promotion::Promotion;
use domain::{ProductId, PromotionId, SubjectKind};
use rusqlite::params;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// A list's row, and the prices that changed.
pub(super) fn price_list(
    target: &mut Target<'_>,
    no: i64,
    before: &PriceList,
    after: &PriceList,
) -> Result<()> {
    if after.exists {
        let sql = "INSERT OR REPLACE INTO price_list (no, terms, version) VALUES (?1, ?2, ?3)";
        replace(target, sql, no, &after.terms, after.version)?;
    }
    let products: BTreeSet<&ProductId> = before.prices.keys().chain(after.prices.keys()).collect();
    for product in products {
        let (was, is) = (before.prices.get(product), after.prices.get(product));
        if was != is {
            let product = target.subject(SubjectKind::Product, product.0)?;
            prices(target, no, product, is.map_or(&[], Vec::as_slice))?;
        }
    }
    Ok(())
}

fn prices(target: &Target<'_>, list: i64, product: i64, breaks: &[PriceBreak]) -> Result<()> {
    target
        .conn
        .prepare_cached("DELETE FROM price WHERE product = ?1 AND list = ?2")?
        .execute([product, list])?;
    // What was written by a later version may say a step twice: the last one counts.
    let steps: BTreeMap<i64, i64> = breaks
        .iter()
        .map(|step| (step.from_milli, step.unit_price_micro))
        .collect();
    let sql = "INSERT INTO price (product, list, from_milli, unit_price_micro) \
               VALUES (?1, ?2, ?3, ?4)";
    for (from_milli, unit_price_micro) in steps {
        target
            .conn
            .prepare_cached(sql)?
            .execute([product, list, from_milli, unit_price_micro])?;
    }
    Ok(())
}

/// A promotion's row.
pub(super) fn promotion(target: &Target<'_>, no: i64, after: &Promotion) -> Result<()> {
    if !after.exists {
        return Ok(());
    }
    let sql = "INSERT OR REPLACE INTO promotion (no, terms, version) VALUES (?1, ?2, ?3)";
    replace(target, sql, no, &after.terms, after.version)
}

fn replace(
    target: &Target<'_>,
    sql: &str,
    no: i64,
    terms: &impl Serialize,
    version: u32,
) -> Result<()> {
    let terms =
        serde_json::to_string(terms).map_err(|error| BookError::Inconsistent(error.to_string()))?;
    target
        .conn
        .prepare_cached(sql)?
        .execute(params![no, terms, version])?;
    Ok(())
}

/// Which promotions an order uses. An order without any costs nothing here.
pub(super) fn uses(target: &mut Target<'_>, no: i64, before: &Order, after: &Order) -> Result<()> {
    let (was, is) = (used(before), used(after));
    if was == is {
        return Ok(());
    }
    for promotion in was.keys() {
        let promotion = target.subject(SubjectKind::Promotion, promotion.0)?;
        let sql = "DELETE FROM promotion_use WHERE promotion = ?1 AND order_no = ?2";
        target.conn.prepare_cached(sql)?.execute([promotion, no])?;
    }
    for (promotion, off_minor) in is {
        let promotion = target.subject(SubjectKind::Promotion, promotion.0)?;
        let sql = "INSERT INTO promotion_use (promotion, order_no, off_minor) VALUES (?1, ?2, ?3)";
        target
            .conn
            .prepare_cached(sql)?
            .execute([promotion, no, off_minor])?;
    }
    Ok(())
}

/// What each promotion took off an order that was placed and stands, in the book's currency.
fn used(order: &Order) -> BTreeMap<PromotionId, i64> {
    let mut used = BTreeMap::new();
    if order.document.promotions.is_empty() || !order.counts() || order.cancelled.is_some() {
        return used;
    }
    let promotions = order.document.promotions.iter();
    // Points that were redeemed are no promotion of the book.
    for applied in promotions.filter(|applied| applied.points.is_none()) {
        used.insert(applied.promotion, 0);
    }
    for share in order.lines.values().flat_map(|line| &line.promotions) {
        if let Some(sum) = used.get_mut(&share.promotion) {
            *sum = sum.saturating_add(share.off_minor);
        }
    }
    for sum in used.values_mut() {
        *sum = order.in_book(*sum);
    }
    used
}
