//! A product with everything about it.

use super::Read;
use super::incoming::promises;
use super::moment::month;
use super::variants::option;
use crate::dto::{self, ProductMonth};
use crate::error::{BookError, Result};
use crate::journal;
use domain::product::{Pack, Product};
use domain::{Entry, State, SubjectKind};
use rusqlite::OptionalExtension as _;
use std::collections::BTreeMap;
use uuid::Uuid;

pub(crate) const PRODUCT_MONTH: &str = include_str!("sql/product_month.sql");

/// The unit of measure of a product that names none.
const PIECES: &str = "pcs";

impl Read<'_> {
    /// A product by id.
    pub fn product(&self, id: Uuid) -> Result<dto::Product> {
        let no = self.no_of(id, "product")?;
        let row = self
            .product_row(no)?
            .ok_or(BookError::NotFound("product"))?;
        let (product, entries) = self.folded_product(no)?;
        let family = self.family(&product)?;
        let images = super::pictures::images(&product.images);
        let kept_back_milli = product.kept_back_milli().unwrap_or(0);
        let terms = product.terms;
        let options = terms.options.unwrap_or_default();
        let incoming = self.incoming_of(no)?;
        Ok(dto::Product {
            promises: promises(row.available_milli, &incoming),
            row,
            images,
            barcodes: terms.barcodes.unwrap_or_default(),
            note: terms.note,
            unit: terms.unit.unwrap_or_else(|| PIECES.to_owned()),
            reorder_to_milli: terms.reorder_to_milli,
            variants: self.variants(no, &options)?,
            options: options.into_iter().map(option).collect(),
            family,
            safety_milli: terms.safety_milli,
            safety_at: safety_at(terms.safety_at),
            kept_back_milli,
            packs: packs(terms.packs.unwrap_or_default()),
            weight_g: terms.weight_g,
            supplies: self.supplies_of(no)?,
            incoming,
            components: self.bundle_parts(no, None)?,
            part_of: self.part_of(no)?,
            stock: self.stock_levels(no)?,
            months: self.product_months(no)?,
            timeline: self.timeline(&entries)?,
        })
    }

    fn folded_product(&self, no: i64) -> Result<(Product, Vec<Entry>)> {
        let mut entries = journal::entries(self.conn, self.terms, no)?;
        match domain::fold(SubjectKind::Product, &mut entries) {
            State::Product(product) => Ok((*product, entries)),
            _ => Err(BookError::Inconsistent(
                "a product folds to something else".into(),
            )),
        }
    }

    /// The last months up to the book's last day of sales, months without sales included.
    fn product_months(&self, no: i64) -> Result<Vec<ProductMonth>> {
        let mut query = self.conn.prepare_cached(PRODUCT_MONTH)?;
        let mut months = Vec::new();
        for period in self.last_months()? {
            let found = query.query_row([no, i64::from(period.0)], |row| {
                Ok((row.get(0)?, row.get(1)?))
            });
            let (units_milli, revenue_minor) = found.optional()?.unwrap_or((0, 0));
            months.push(ProductMonth {
                month: month(period),
                units_milli,
                revenue_minor,
            });
        }
        Ok(months)
    }
}

fn safety_at(said: BTreeMap<String, i64>) -> Vec<dto::SafetyAt> {
    let said = said.into_iter();
    let shown = said.map(|(location, quantity_milli)| dto::SafetyAt {
        location,
        quantity_milli,
    });
    shown.collect()
}

fn packs(said: Vec<Pack>) -> Vec<dto::Pack> {
    let said = said.into_iter();
    let shown = said.map(|pack| dto::Pack {
        name: pack.name,
        quantity_milli: pack.quantity_milli,
        barcode: pack.barcode,
    });
    shown.collect()
}
