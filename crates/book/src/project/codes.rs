//! The codes that a product is scanned by: its own, and those of its packs.

use super::Target;
use crate::error::Result;
use domain::product::ProductTerms;
use rusqlite::params;

/// The codes, with how much those of packs mean, thousandths.
pub(super) fn of(terms: &ProductTerms) -> impl Iterator<Item = (&str, Option<i64>)> {
    let own = terms.barcodes.iter().flatten();
    let own = own.map(|code| (code.as_str(), None));
    let packs = terms.packs.iter().flatten();
    let packs = packs.filter_map(|pack| Some((pack.barcode.as_deref()?, pack.quantity_milli)));
    own.chain(packs.map(|(code, milli)| (code, Some(milli))))
}

/// Writes them down. Of a code that two devices gave to a unit and to a pack, the unit's holds.
pub(super) fn insert(target: &Target<'_>, no: i64, terms: &ProductTerms) -> Result<()> {
    let sql =
        "INSERT OR IGNORE INTO barcode (barcode, product, quantity_milli) VALUES (?1, ?2, ?3)";
    for (code, milli) in of(terms) {
        let row = params![code, no, milli];
        target.conn.prepare_cached(sql)?.execute(row)?;
    }
    Ok(())
}
