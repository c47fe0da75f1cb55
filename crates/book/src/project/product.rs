//! A product's row, barcodes and search words.

use super::delta::Delta;
use super::{Target, apart, bundles, codes, custom, lots, owners, pictures, supplier};
use crate::error::Result;
use crate::fold_text::fold;
use domain::SubjectKind;
use domain::product::Product;
use rusqlite::{Connection, params};
use serde_json::json;

pub(super) fn project(
    target: &mut Target<'_>,
    no: i64,
    before: &Product,
    after: &Product,
    delta: &mut Delta,
) -> Result<()> {
    let costs = |product: &Product| product.is_visible().then(|| product.costs.clone());
    if costs(before) != costs(after) {
        delta.goods.push(no);
    }
    if before.is_visible() {
        for sql in [
            "DELETE FROM product WHERE no = ?1",
            "DELETE FROM barcode WHERE product = ?1",
            "DELETE FROM safety_stock WHERE product = ?1",
            "DELETE FROM product_cost WHERE product = ?1",
            "DELETE FROM product_search WHERE rowid = ?1",
        ] {
            target.conn.prepare_cached(sql)?.execute([no])?;
        }
    }
    if after.is_visible() {
        insert(target, no, after)?;
    }
    let (was, is) = (before.is_visible(), after.is_visible());
    let (was, is) = (was.then_some(&before.owners), is.then_some(&after.owners));
    owners::project(target, no, was, is)?;
    let (was, is) = (before.is_visible(), after.is_visible());
    let (was, is) = (was.then_some(&before.apart), is.then_some(&after.apart));
    apart::project(target, no, was, is)?;
    let (was, is) = (before.is_visible(), after.is_visible());
    let was = was.then_some(&before.terms.custom);
    let is = is.then_some(&after.terms.custom);
    custom::project(target, no, was, is)?;
    lots::product(target, no, before, after)?;
    bundles::product(target, no, before, after)?;
    supplier::supplies(target, no, before, after)?;
    pictures::project(target, no, before, after)?;
    delta.count_row("products", before.is_visible(), after.is_visible());
    Ok(())
}

fn insert(target: &mut Target<'_>, no: i64, product: &Product) -> Result<()> {
    let terms = &product.terms;
    let sku = terms.sku.as_deref().unwrap_or_default();
    let title = terms.title.as_deref().unwrap_or_default();
    let run = target.run(terms.run)?;
    let family = terms.variant_of;
    let family = family.map(|id| target.subject(SubjectKind::Product, id.0));
    let variant = terms
        .variant
        .as_ref()
        .map(|values| json!(values).to_string());
    target
        .conn
        .prepare_cached(include_str!("../sql/insert_product.sql"))?
        .execute(params![
            no,
            sku,
            title,
            fold(title),
            terms.category,
            terms.unit_price_micro.unwrap_or(0),
            terms.cost_micro,
            terms.tax,
            product.is_service(),
            terms.archived.unwrap_or(false),
            // Nobody buys a bundle that has no stock of its own.
            terms.reorder_point_milli.filter(|_| !product.is_virtual()),
            terms.reorder_to_milli,
            run,
            product.version,
            product.is_varied(),
            family.transpose()?,
            variant,
            terms.safety_milli,
            product.kept_back_milli(),
        ])?;
    codes::insert(target, no, terms)?;
    for (place, milli) in &terms.safety_at {
        let place = target.terms.number(target.conn, place)?;
        let sql = "INSERT INTO safety_stock (product, location, quantity_milli) \
                   VALUES (?1, ?2, ?3)";
        let row = params![no, place, milli];
        target.conn.prepare_cached(sql)?.execute(row)?;
    }
    for (from_ms, cost_micro) in &product.costs {
        let sql = "INSERT INTO product_cost (product, from_ms, cost_micro) VALUES (?1, ?2, ?3)";
        target
            .conn
            .prepare_cached(sql)?
            .execute(params![no, from_ms, cost_micro])?;
    }
    let words = [Some(sku), Some(title), terms.category.as_deref()];
    let words = words.into_iter().flatten();
    let words = words.chain(codes::of(terms).map(|(code, _)| code));
    index(target.conn, no, words.chain(custom::words(&terms.custom)))
}

/// Fills the empty search index from the records.
pub(super) fn refill_search(conn: &Connection) -> Result<()> {
    let mut query = conn.prepare(include_str!("../sql/products_to_index.sql"))?;
    let mut codes = conn.prepare("SELECT barcode FROM barcode WHERE product = ?1")?;
    let mut rows = query.query([])?;
    while let Some(row) = rows.next()? {
        let no: i64 = row.get(0)?;
        let (sku, title): (String, String) = (row.get(1)?, row.get(2)?);
        let category: Option<String> = row.get(3)?;
        let barcodes: Vec<String> = codes
            .query_map([no], |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        let custom = custom::stored_words(conn, no)?;
        let words = [Some(&sku), Some(&title), category.as_ref()];
        let words = words.into_iter().flatten().chain(&barcodes).chain(&custom);
        index(conn, no, words.map(String::as_str))?;
    }
    Ok(())
}

fn index<'a>(conn: &Connection, no: i64, words: impl Iterator<Item = &'a str>) -> Result<()> {
    let words: Vec<String> = words.map(fold).collect();
    conn.prepare_cached("INSERT INTO product_search (rowid, words) VALUES (?1, ?2)")?
        .execute(params![no, words.join(" ")])?;
    Ok(())
}
