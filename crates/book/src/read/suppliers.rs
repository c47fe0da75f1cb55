//! Suppliers and what they say of products, for lists and pages.

use super::Read;
use crate::dto::{self, Page, SuppliedProduct, SupplierRow, SupplyRow, SupplyTerms};
use crate::error::{BookError, Result};
use crate::fold_text::fold;
use domain::SubjectKind;
use domain::supplier::{SupplierPersonal, SupplierTerms};
use rusqlite::{Row, params};
use serde::de::DeserializeOwned;
use uuid::Uuid;

const SUPPLIERS: &str = include_str!("sql/suppliers.sql");
const SUPPLIES_OF: &str = include_str!("sql/supplies_of_product.sql");
const SUPPLIED: &str = include_str!("sql/supplied_products.sql");
const SUPPLIED_COUNT: &str = include_str!("sql/supplied_count.sql");

/// A supplier as its row has it.
struct Found {
    id: Uuid,
    terms: SupplierTerms,
    personal: SupplierPersonal,
    row: SupplierRow,
}

impl Read<'_> {
    /// The suppliers by name, those out of use last; `text` is a part of a name, code or contact.
    pub fn suppliers(&self, text: &str, archived: Option<bool>) -> Result<Vec<SupplierRow>> {
        let sought = fold(text);
        let rows = self
            .found_suppliers(None)?
            .into_iter()
            .map(|found| found.row);
        let fits = |row: &SupplierRow| {
            let words = [Some(&row.name), row.code.as_ref(), row.contact.as_ref()];
            let mut words = words.into_iter().flatten();
            archived.is_none_or(|archived| archived == row.archived)
                && words.any(|word| fold(word).contains(&sought))
        };
        Ok(rows.filter(fits).collect())
    }

    /// A supplier by id.
    pub fn supplier(&self, id: Uuid) -> Result<dto::Supplier> {
        let no = self.no_of(id, "supplier")?;
        let found = self.found_suppliers(Some(no))?.into_iter().next();
        let found = found.ok_or(BookError::NotFound("supplier"))?;
        Ok(dto::Supplier {
            row: found.row,
            account: found.terms.account,
            payment_days: found.terms.payment_days,
            address: found.personal.address,
            note: found.personal.note,
            timeline: self.timeline(&self.entries_of(id, SubjectKind::Supplier)?)?,
        })
    }

    /// The terms of all suppliers, with their row numbers.
    pub(super) fn supplier_terms(&self) -> Result<Vec<(i64, Uuid, SupplierTerms)>> {
        let mut query = self.conn.prepare_cached(SUPPLIERS)?;
        let mut rows = query.query([None::<i64>])?;
        let mut all = Vec::new();
        while let Some(row) = rows.next()? {
            let found = supplier_row(row)?;
            all.push((row.get(0)?, found.id, found.terms));
        }
        Ok(all)
    }

    fn found_suppliers(&self, no: Option<i64>) -> Result<Vec<Found>> {
        let mut query = self.conn.prepare_cached(SUPPLIERS)?;
        let mut rows = query.query([no])?;
        let mut all = Vec::new();
        while let Some(row) = rows.next()? {
            all.push(supplier_row(row)?);
        }
        Ok(all)
    }

    /// What suppliers say of a product, the preferred one first.
    pub(crate) fn supplies_of(&self, product_no: i64) -> Result<Vec<SupplyRow>> {
        let mut query = self.conn.prepare_cached(SUPPLIES_OF)?;
        let rows = query.query_map([product_no], |row| {
            Ok(SupplyRow {
                supplier: Uuid::from_bytes(row.get(0)?),
                supplier_name: row.get::<_, Option<String>>(1)?.unwrap_or_default(),
                terms: supply_terms(row, 2)?,
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// A window of a supplier's products, by SKU.
    pub fn supplied_products(
        &self,
        supplier: Uuid,
        text: &str,
        offset: i64,
        limit: i64,
    ) -> Result<Page<SuppliedProduct>> {
        let no = self.no_of(supplier, "supplier")?;
        let words = like(text);
        let mut count = self.conn.prepare_cached(SUPPLIED_COUNT)?;
        let total = count.query_row(params![no, words], |row| row.get(0))?;
        let mut query = self.conn.prepare_cached(SUPPLIED)?;
        let rows = query.query_map(params![no, words, limit, offset], |row| {
            Ok(SuppliedProduct {
                product: Uuid::from_bytes(row.get(0)?),
                sku: row.get(1)?,
                title: row.get(2)?,
                product_version: row.get(3)?,
                terms: supply_terms(row, 4)?,
            })
        })?;
        Ok(Page {
            total,
            complete: true,
            offset,
            rows: rows.collect::<rusqlite::Result<_>>()?,
        })
    }
}

/// A text as a pattern of LIKE; nothing stays nothing.
pub(super) fn like(text: &str) -> String {
    let words = fold(text).replace(['%', '_'], "");
    match words.trim() {
        "" => String::new(),
        words => format!("%{words}%"),
    }
}

fn supplier_row(row: &Row<'_>) -> Result<Found> {
    let id = Uuid::from_bytes(row.get(1)?);
    let (terms, personal): (SupplierTerms, SupplierPersonal) = (json(row, 2)?, json(row, 3)?);
    Ok(Found {
        id,
        row: SupplierRow {
            id,
            name: terms.name.clone().unwrap_or_default(),
            code: terms.code.clone(),
            contact: personal.contact.clone(),
            email: personal.email.clone(),
            phone: personal.phone.clone(),
            lead_time_days: terms.lead_time_days,
            minimum_minor: terms.minimum_minor,
            products: row.get(5)?,
            under_way: row.get(6)?,
            archived: terms.archived.unwrap_or(false),
            version: row.get(4)?,
        },
        terms,
        personal,
    })
}

fn json<T: DeserializeOwned>(row: &Row<'_>, column: usize) -> Result<T> {
    let text: String = row.get(column)?;
    serde_json::from_str(&text).map_err(|error| BookError::Inconsistent(error.to_string()))
}

fn supply_terms(row: &Row<'_>, first: usize) -> rusqlite::Result<SupplyTerms> {
    Ok(SupplyTerms {
        code: row.get(first)?,
        pack_barcode: row.get(first + 1)?,
        pack_milli: row.get(first + 2)?,
        minimum_milli: row.get(first + 3)?,
        unit_cost_micro: row.get(first + 4)?,
        lead_time_days: row.get(first + 5)?,
        preferred: row.get(first + 6)?,
    })
}
