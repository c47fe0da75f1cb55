//! Digests of the projections: equal sets of entries give equal digests on every device.
//!
//! Rows are rendered without the numbers of the file (keys and texts instead), hashed one by
//! one and summed, so that the order in which rows lie in the file does not count.

use crate::error::Result;
use rusqlite::Connection;
use rusqlite::types::ValueRef;
use sha2::{Digest as _, Sha256};
use std::fmt;

/// Sum of the rows' hashes of one or more tables.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Digest([u64; 4]);

impl fmt::Display for Digest {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0
            .iter()
            .try_for_each(|part| write!(out, "{part:016x}"))
    }
}

impl Digest {
    fn add(&mut self, row: [u8; 32]) {
        for (sum, part) in self.0.iter_mut().zip(row.chunks_exact(8)) {
            let part = part
                .iter()
                .fold(0_u64, |value, byte| value << 8 | u64::from(*byte));
            *sum = sum.wrapping_add(part);
        }
    }
}

/// A projection and the query that renders its rows.
pub(crate) struct Projection {
    /// The table.
    pub table: &'static str,
    /// Query over all rows.
    pub sql: &'static str,
}

macro_rules! projections {
    ($($table:literal),+ $(,)?) => {
        &[$(Projection {
            table: $table,
            sql: include_str!(concat!("sql/digest/", $table, ".sql")),
        }),+]
    };
}

/// Every projection.
pub(crate) const PROJECTIONS: &[Projection] = projections![
    "settings",
    "customer",
    "customer_tag",
    "product",
    "product_cost",
    "product_image",
    "bundle",
    "bundle_component",
    "component_line",
    "assembly",
    "barcode",
    "safety_stock",
    "orders",
    "order_line",
    "order_wait",
    "order_tag",
    "exception_owner",
    "fields_apart",
    "custom_value",
    "order_attachment",
    "order_page",
    "stock_move",
    "stock_document",
    "till_session",
    "money_leg",
    "stock_balance",
    "money_balance",
    "sales_day",
    "sales_month",
    "sales_hour",
    "product_sales",
    "product_total",
    "customer_sales",
    "customer_count",
    "customer_country",
    "customer_first",
    "customer_month",
    "customer_total",
    "stock_day",
    "row_count",
    "series",
    "price_list",
    "price",
    "promotion",
    "promotion_use",
    "person",
    "audit",
    "credit_move",
    "credit_balance",
    "gift_card",
    "order_foreign",
    "backorder",
    "points_move",
    "points_balance",
    "loyalty_card",
    "location",
    "stock_count",
    "count_anchor",
    "lot_counted",
    "transfer",
    "supplier",
    "supply",
    "purchase",
    "incoming",
    "product_tracking",
    "lot_move",
    "lot_balance",
    "lot_day",
    "share",
    "share_part",
    "goods_word",
    "goods_named",
];

/// The digest of one projection.
pub(crate) fn digest_of(conn: &Connection, projection: &Projection) -> Result<Digest> {
    let mut query = conn.prepare(projection.sql)?;
    let columns = query.column_count();
    let mut rows = query.query([])?;
    let mut digest = Digest::default();
    while let Some(row) = rows.next()? {
        let mut hasher = Sha256::new();
        hasher.update(projection.table.as_bytes());
        for column in 0..columns {
            hash_value(&mut hasher, row.get_ref(column)?);
        }
        digest.add(hasher.finalize().into());
    }
    Ok(digest)
}

/// The digest of all projections.
pub(crate) fn digest_all(conn: &Connection) -> Result<Digest> {
    let mut all = Digest::default();
    for projection in PROJECTIONS {
        let digest = digest_of(conn, projection)?;
        for (sum, part) in all.0.iter_mut().zip(digest.0) {
            *sum = sum.wrapping_add(part);
        }
    }
    Ok(all)
}

fn hash_value(hasher: &mut Sha256, value: ValueRef<'_>) {
    let (kind, bytes): (u8, &[u8]) = match value {
        ValueRef::Null => (0, &[]),
        ValueRef::Integer(number) => {
            hasher.update([1]);
            hasher.update(number.to_be_bytes());
            return;
        }
        ValueRef::Real(number) => {
            hasher.update([2]);
            hasher.update(number.to_be_bytes());
            return;
        }
        ValueRef::Text(bytes) => (3, bytes),
        ValueRef::Blob(bytes) => (4, bytes),
    };
    hasher.update([kind]);
    hasher.update((bytes.len() as u64).to_be_bytes());
    hasher.update(bytes);
}
