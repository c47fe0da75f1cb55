//! What bundles are made of, and how many their components are enough for.

use super::Read;
use super::stock::Stock;
use crate::dto::{BundleKind, BundleNamed, BundlePart, OrderComponent};
use crate::error::Result;
use crate::journal::subject_no;
use domain::ProductId;
use domain::order::{LineComponent, Order, OrderLine};
use domain::product::enough_for_milli;
use rusqlite::Row;
use std::collections::HashMap;
use uuid::Uuid;

const COMPONENTS: &str = include_str!("sql/bundle_components.sql");
const PART_OF: &str = include_str!("sql/bundles_of.sql");
const BUNDLES_WITH: &str = include_str!("sql/bundles_with.sql");
const ANY: &str = "-- scan: the first row answers.\nSELECT 1 FROM bundle LIMIT 1";
const IS_COMPONENT: &str = "SELECT 1 FROM bundle_component WHERE component = ?1";

/// The word of a kind by its code.
pub(super) fn kind_word(code: u8) -> BundleKind {
    match code {
        0 => BundleKind::Virtual,
        _ => BundleKind::Assembled,
    }
}

/// The components of every virtual bundle, as lines of orders keep them.
const ALL: &str = include_str!("sql/virtual_bundles.sql");

/// A component with its stock.
struct Part {
    product: Uuid,
    sku: String,
    title: String,
    quantity_milli: i64,
    stock: Stock,
}

impl Read<'_> {
    /// Whether some bundle is made of a product.
    pub fn is_component(&self, product: Uuid) -> Result<bool> {
        let no = subject_no(self.conn, product)?;
        Ok(self.conn.prepare_cached(IS_COMPONENT)?.exists([no])?)
    }

    /// The virtual bundles that take goods of some products.
    pub fn bundles_with(&self, products: &[Uuid]) -> Result<Vec<Uuid>> {
        let mut found = Vec::new();
        if !self.conn.prepare_cached(ANY)?.exists([])? {
            return Ok(found);
        }
        let mut query = self.conn.prepare_cached(BUNDLES_WITH)?;
        for product in products {
            let no = subject_no(self.conn, *product)?;
            let rows = query.query_map([no], |row| Ok(Uuid::from_bytes(row.get(0)?)))?;
            for bundle in rows {
                found.push(bundle?);
            }
        }
        Ok(found)
    }

    /// The virtual bundles with their components, as lines of orders keep them.
    pub fn virtual_bundles(&self) -> Result<HashMap<Uuid, Vec<LineComponent>>> {
        let mut query = self.conn.prepare_cached(ALL)?;
        let mut rows = query.query([])?;
        let mut bundles: HashMap<Uuid, Vec<LineComponent>> = HashMap::new();
        while let Some(row) = rows.next()? {
            let component = LineComponent {
                product: ProductId(Uuid::from_bytes(row.get(1)?)),
                sku: row.get(2)?,
                title: row.get(3)?,
                quantity_milli: row.get(4)?,
                price_micro: row.get(5)?,
            };
            let bundle = Uuid::from_bytes(row.get(0)?);
            bundles.entry(bundle).or_default().push(component);
        }
        Ok(bundles)
    }

    /// What a bundle is made of now, with the stock of a place or of all places together.
    pub(super) fn bundle_parts(&self, no: i64, place: Option<&str>) -> Result<Vec<BundlePart>> {
        let parts = self.parts(no, place)?.into_iter();
        let shown = parts.map(|part| BundlePart {
            product: part.product,
            sku: part.sku,
            title: part.title,
            quantity_milli: part.quantity_milli,
            on_hand_milli: part.stock.on_hand_milli,
            available_milli: part.stock.available_milli(),
            enough_for_milli: enough_for_milli(part.quantity_milli, part.stock.available_milli()),
        });
        Ok(shown.collect())
    }

    /// How many of a virtual bundle its components are enough for.
    pub(super) fn bundle_stock(&self, no: i64, place: Option<&str>) -> Result<Stock> {
        let parts = self.parts(no, place)?;
        let parts = parts.iter().map(|part| (part.quantity_milli, part.stock));
        Ok(Stock::of_bundle(parts))
    }

    /// The bundles that are made of a product.
    pub(super) fn part_of(&self, no: i64) -> Result<Vec<BundleNamed>> {
        let mut query = self.conn.prepare_cached(PART_OF)?;
        let rows = query.query_map([no], |row| {
            Ok(BundleNamed {
                product: Uuid::from_bytes(row.get(0)?),
                sku: row.get(1)?,
                title: row.get(2)?,
                kind: kind_word(row.get(3)?),
                quantity_milli: row.get(4)?,
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// What the bundle of a line is made of, with the stock where the order is sold from, and how
    /// many of it that is enough for.
    pub(super) fn line_components(
        &self,
        order: &Order,
        line: &OrderLine,
    ) -> Result<(Vec<OrderComponent>, Stock)> {
        let mut shown = Vec::with_capacity(line.components.len());
        let mut parts = Vec::with_capacity(line.components.len());
        for one in &line.components {
            let stock = match subject_no(self.conn, one.product.0)? {
                Some(no) => self.stock_at(no, order.location())?,
                None => Stock::default(),
            };
            parts.push((one.quantity_milli, stock));
            shown.push(OrderComponent {
                product: one.product.0,
                sku: one.sku.clone(),
                title: one.title.clone(),
                quantity_milli: one.quantity_milli,
                on_hand_milli: stock.on_hand_milli,
                available_milli: stock.available_milli(),
                returnable_milli: order.returnable_component_milli(line, one.product),
                return_requested_milli: order.requested_component_milli(line.line, one.product),
            });
        }
        Ok((shown, Stock::of_bundle(parts.into_iter())))
    }

    fn parts(&self, no: i64, place: Option<&str>) -> Result<Vec<Part>> {
        let mut query = self.conn.prepare_cached(COMPONENTS)?;
        let mut rows = query.query([no])?;
        let mut parts = Vec::new();
        while let Some(row) = rows.next()? {
            parts.push(self.part(row, place)?);
        }
        Ok(parts)
    }

    fn part(&self, row: &Row<'_>, place: Option<&str>) -> Result<Part> {
        let no = row.get(4)?;
        Ok(Part {
            product: Uuid::from_bytes(row.get(0)?),
            sku: row.get(1)?,
            title: row.get(2)?,
            quantity_milli: row.get(3)?,
            stock: match place {
                Some(place) => self.stock_at(no, place)?,
                None => self.stock_of(no)?,
            },
        })
    }
}
