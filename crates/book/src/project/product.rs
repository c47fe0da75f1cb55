//! A product's row, barcodes and search words.

use super::delta::Delta;
use super::Target;
use crate::error::Result;
use crate::fold_text::fold;
use domain::product::Product;
use rusqlite::params;

pub(super) fn project(
    target: &mut Target<'_>,
    no: i64,
    before: &Product,
    after: &Product,
    delta: &mut Delta,
) -> Result<()> {
    if before.is_visible() {
        for sql in [
            "DELETE FROM product WHERE no = ?1",
            "DELETE FROM barcode WHERE product = ?1",
            "DELETE FROM product_search WHERE rowid = ?1",
        ] {
            target.conn.prepare_cached(sql)?.execute([no])?;
        }
    }
    if after.is_visible() {
        insert(target, no, after)?;
    }
    delta.count_row("products", before.is_visible(), after.is_visible());
    Ok(())
}

fn insert(target: &mut Target<'_>, no: i64, product: &Product) -> Result<()> {
    let terms = &product.terms;
    let sku = terms.sku.as_deref().unwrap_or_default();
    let title = terms.title.as_deref().unwrap_or_default();
    let run = target.run(terms.run)?;
    target.conn.prepare_cached(include_str!("../sql/insert_product.sql"))?.execute(params![
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
        terms.reorder_point_milli,
        terms.reorder_to_milli,
        run,
        product.version,
    ])?;
    let mut words = vec![fold(sku), fold(title)];
    words.extend(terms.category.as_deref().map(fold));
    for barcode in terms.barcodes.iter().flatten() {
        words.push(fold(barcode));
        target
            .conn
            .prepare_cached("INSERT INTO barcode (barcode, product) VALUES (?1, ?2)")?
            .execute(params![barcode, no])?;
    }
    target
        .conn
        .prepare_cached("INSERT INTO product_search (rowid, words) VALUES (?1, ?2)")?
        .execute(params![no, words.join(" ")])?;
    Ok(())
}
