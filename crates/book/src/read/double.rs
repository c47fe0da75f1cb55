//! Orders that look as if they were written down twice: the same customer, the same lines, within
//! a day.

use super::Read;
use crate::error::{BookError, Result};
use crate::journal::subject_no;
use domain::ProductId;
use domain::order::Order;
use rusqlite::params;
use std::collections::BTreeMap;
use uuid::Uuid;

/// Within so much time the same order is hardly meant twice.
const A_DAY_MS: i64 = 86_400_000;

const OF_CUSTOMER: &str = "SELECT no, number FROM orders
    WHERE customer = ?1 AND placed_ms BETWEEN ?2 AND ?3 AND no <> ?4
      AND number IS NOT NULL AND state <> 3 AND kind = 0
    ORDER BY placed_ms DESC LIMIT 20";

impl Read<'_> {
    /// The number of an order that this one repeats, if there is one. Orders without a customer
    /// have none: at the counter the same things are sold all day.
    ///
    /// # Errors
    /// When the order is not there, or the file cannot be read.
    pub fn double_of(&self, id: Uuid) -> Result<Option<String>> {
        let no = subject_no(self.conn, id)?.ok_or(BookError::NotFound("order"))?;
        let (order, _) = self.folded_order(no)?;
        let customer = order.document.customer;
        let customer = customer.map(|id| subject_no(self.conn, id.0)).transpose()?;
        let (Some(Some(customer)), false) = (customer, order.lines.is_empty()) else {
            return Ok(None);
        };
        let at_ms = order.created.at_ms;
        let near = (
            at_ms.saturating_sub(A_DAY_MS),
            at_ms.saturating_add(A_DAY_MS),
        );
        let mut query = self.conn.prepare_cached(OF_CUSTOMER)?;
        let mut rows = query.query(params![customer, near.0, near.1, no])?;
        while let Some(row) = rows.next()? {
            let (other, _) = self.folded_order(row.get(0)?)?;
            if goods(&other) == goods(&order) {
                return Ok(row.get(1)?);
            }
        }
        Ok(None)
    }
}

/// What was ordered, wherever its lines stand.
fn goods(order: &Order) -> BTreeMap<(Option<ProductId>, &str), i64> {
    let mut goods = BTreeMap::new();
    for line in order.lines.values() {
        let title = if line.product.is_some() {
            ""
        } else {
            line.title.as_str()
        };
        let sum: &mut i64 = goods.entry((line.product, title)).or_default();
        *sum = sum.saturating_add(line.quantity_milli);
    }
    goods
}
