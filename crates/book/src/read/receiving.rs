//! What goods may come for: the lines of purchases that are under way, and the codes that mean
//! them, so that a scanner's page asks once and then counts by itself.

use super::Read;
use super::lots::tracking_word;
use crate::dto::{Receiving, ReceivingCode, ReceivingLine};
use crate::error::{BookError, Result};
use crate::journal;
use domain::purchase::{Purchase, PurchaseLine};
use rusqlite::params;
use uuid::Uuid;

/// One unit, thousandths.
const ONE: i64 = 1_000;
const BARCODES: &str = "SELECT barcode, coalesce(quantity_milli, 1000) FROM barcode \
                        WHERE product = ?1 ORDER BY barcode";
const SUPPLY: &str = "SELECT code, pack_barcode, pack_milli FROM supply \
                      WHERE product = ?1 AND supplier = ?2";

impl Read<'_> {
    /// The lines of some purchases at one supplier, in the order in which they were asked for.
    pub fn receiving(&self, purchases: &[Uuid]) -> Result<Receiving> {
        let mut found: Option<Receiving> = None;
        for id in purchases {
            let no = self.no_of(*id, "purchase")?;
            let row = self.purchase_row(no)?;
            let (purchase, _) = self.folded_purchase(no)?;
            let supplier = self.no_of(row.supplier, "supplier")?;
            let lines = self.receiving_lines(*id, &purchase, supplier)?;
            let first = found.get_or_insert_with(|| Receiving {
                supplier: row.supplier,
                supplier_name: row.supplier_name,
                currency: document(&purchase, |said| &said.currency),
                location: document(&purchase, |said| &said.location),
                lines: Vec::new(),
            });
            first.lines.extend(lines);
        }
        found.ok_or(BookError::NotFound("purchase"))
    }

    fn receiving_lines(
        &self,
        id: Uuid,
        purchase: &Purchase,
        supplier: i64,
    ) -> Result<Vec<ReceivingLine>> {
        let lines = purchase.lines().iter();
        lines
            .map(|line| {
                Ok(ReceivingLine {
                    purchase: id,
                    number: purchase.number().map(str::to_owned),
                    line: line.line,
                    product: line.product.0,
                    sku: line.sku.clone(),
                    title: line.title.clone(),
                    code: line.code.clone(),
                    quantity_milli: line.quantity_milli,
                    received_milli: purchase.received_milli(line.line),
                    pack_milli: line.pack_milli,
                    unit_cost_micro: line.unit_cost_micro,
                    tracking: tracking_word(self.tracking_of(line.product.0)?),
                    codes: self.codes_of(line, supplier)?,
                })
            })
            .collect()
    }

    /// Barcodes and SKU count one unit, as the supplier's code does; the code of a pack all that it
    /// holds.
    fn codes_of(&self, line: &PurchaseLine, supplier: i64) -> Result<Vec<ReceivingCode>> {
        let mut codes = vec![(line.sku.clone(), ONE)];
        codes.extend(line.code.clone().map(|code| (code, ONE)));
        if let Some(no) = journal::subject_no(self.conn, line.product.0)? {
            let mut query = self.conn.prepare_cached(BARCODES)?;
            let rows = query.query_map([no], |row| Ok((row.get(0)?, row.get(1)?)))?;
            for barcode in rows {
                codes.push(barcode?);
            }
            let mut query = self.conn.prepare_cached(SUPPLY)?;
            let mut rows = query.query(params![no, supplier])?;
            if let Some(row) = rows.next()? {
                let code: Option<String> = row.get(0)?;
                let pack: (Option<String>, Option<i64>) = (row.get(1)?, row.get(2)?);
                codes.extend(code.map(|code| (code, ONE)));
                codes.extend(pack.0.zip(pack.1));
            }
        }
        codes.dedup();
        let codes = codes.into_iter();
        let shown = codes.map(|(code, quantity_milli)| ReceivingCode {
            code,
            quantity_milli,
        });
        Ok(shown.collect())
    }
}

fn document(
    purchase: &Purchase,
    of: impl Fn(&domain::purchase::PurchaseDocument) -> &String,
) -> String {
    purchase
        .document
        .as_ref()
        .map(|said| of(said).clone())
        .unwrap_or_default()
}
