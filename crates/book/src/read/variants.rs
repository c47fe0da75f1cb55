//! The variants of a product, and the product that a variant is one of.

use super::Read;
use crate::dto::{ProductFamily, ProductOption, ProductVariant};
use crate::error::{BookError, Result};
use domain::product::{self, Product};
use rusqlite::OptionalExtension as _;
use uuid::Uuid;

const VARIANTS: &str = "SELECT no, variant FROM product WHERE variant_of = ?1";
const FAMILY: &str = "SELECT title FROM product WHERE no = (SELECT no FROM subject WHERE id = ?1)";

impl Read<'_> {
    /// The variants of a product, in the order of its options' values.
    pub(super) fn variants(
        &self,
        no: i64,
        options: &[product::ProductOption],
    ) -> Result<Vec<ProductVariant>> {
        let mut query = self.conn.prepare_cached(VARIANTS)?;
        let mut rows = query.query([no])?;
        let mut variants = Vec::new();
        while let Some(row) = rows.next()? {
            let values = values(&row.get::<_, String>(1)?)?;
            if let Some(row) = self.product_row(row.get(0)?)? {
                variants.push(ProductVariant { values, row });
            }
        }
        variants.sort_by_key(|one| (place(options, &one.values), one.row.sku.clone()));
        Ok(variants)
    }

    /// The values of the variants that a product has.
    pub fn variant_values(&self, product: Uuid) -> Result<Vec<Vec<String>>> {
        let no = self.no_of(product, "product")?;
        let mut query = self.conn.prepare_cached(VARIANTS)?;
        let texts = query.query_map([no], |row| row.get::<_, String>(1))?;
        texts.map(|text| values(&text?)).collect()
    }

    /// The product that a product is a variant of.
    pub(super) fn family(&self, product: &Product) -> Result<Option<ProductFamily>> {
        let Some(of) = product.terms.variant_of else {
            return Ok(None);
        };
        let mut query = self.conn.prepare_cached(FAMILY)?;
        let title = query.query_row([of.0.as_bytes()], |row| row.get(0));
        Ok(title.optional()?.map(|title| ProductFamily {
            id: of.0,
            title,
            values: product.terms.variant.clone().unwrap_or_default(),
        }))
    }
}

pub(super) fn option(said: product::ProductOption) -> ProductOption {
    ProductOption {
        name: said.name,
        values: said.values,
    }
}

/// Where values stand in the matrix; values that are no longer offered come last.
fn place(options: &[product::ProductOption], values: &[String]) -> Vec<usize> {
    let of = |(option, value): (&product::ProductOption, &String)| {
        let mut offered = option.values.iter();
        offered.position(|one| one == value).unwrap_or(usize::MAX)
    };
    options.iter().zip(values).map(of).collect()
}

fn values(text: &str) -> Result<Vec<String>> {
    serde_json::from_str(text).map_err(|error| BookError::Inconsistent(error.to_string()))
}
