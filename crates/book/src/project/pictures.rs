//! The pictures of a product, in their order; bytes that nothing names any more go.

use std::collections::BTreeSet;

use super::Target;
use crate::error::Result;
use crate::files;
use domain::product::Product;
use rusqlite::params;

/// Writes the rows of the pictures anew when they differ.
pub(super) fn project(
    target: &Target<'_>,
    no: i64,
    before: &Product,
    after: &Product,
) -> Result<()> {
    let pictures = |product: &Product| -> Vec<([u8; 16], [u8; 32])> {
        let shown = product.images.shown().into_iter();
        let shown = shown.filter(|_| product.is_visible());
        let row = |one: &domain::product::Pictured| {
            Some((one.image.0.into_bytes(), files::hash_of(&one.sha256)?))
        };
        shown.filter_map(row).collect()
    };
    let (was, is) = (pictures(before), pictures(after));
    if was == is {
        return Ok(());
    }
    let sql = "DELETE FROM product_image WHERE product = ?1";
    target.conn.prepare_cached(sql)?.execute([no])?;
    for (place, (image, hash)) in (0_i64..).zip(&is) {
        let sql = "INSERT INTO product_image (product, place, image, sha256) \
                   VALUES (?1, ?2, ?3, ?4)";
        let row = params![no, place, image, hash];
        target.conn.prepare_cached(sql)?.execute(row)?;
    }
    let kept: BTreeSet<_> = is.iter().map(|(_, hash)| hash).collect();
    for (_, hash) in was.iter().filter(|(_, hash)| !kept.contains(hash)) {
        files::sweep(target.conn, hash)?;
    }
    Ok(())
}
