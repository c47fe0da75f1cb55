//! Orders that look as if they were written down twice: the same customer, the same lines, within
//! a day.

use super::Read;
use crate::error::{BookError, Result};
use crate::journal::subject_no;
use domain::order::{Order, OrderKind};
use domain::{CustomerId, ProductId};
use rusqlite::params;
use std::collections::BTreeMap;
use uuid::Uuid;

/// Within so much time the same order is hardly meant twice.
const A_DAY_MS: i64 = 86_400_000;

const OF_CUSTOMER: &str = "SELECT no FROM orders
    WHERE customer = ?1 AND placed_ms BETWEEN ?2 AND ?3
      AND number IS NOT NULL AND state <> 3 AND kind = 0
    ORDER BY placed_ms DESC LIMIT 20";

/// All of the customer's whose rows still wait.
const WAITING_OF_CUSTOMER: &str = "-- scan: a few thousand rows at most.
    SELECT subject FROM waiting WHERE customer = ?1 ORDER BY subject DESC LIMIT 20";

impl Read<'_> {
    /// The number of an order that this one repeats, if there is one. Orders without a customer
    /// have none: at the counter the same things are sold all day.
    ///
    /// # Errors
    /// When the order is not there, or the file cannot be read.
    pub fn double_of(&self, id: Uuid) -> Result<Option<String>> {
        let no = subject_no(self.conn, id)?.ok_or(BookError::NotFound("order"))?;
        let (order, _) = self.folded_order(no)?;
        let (Some(customer), false) = (order.document.customer, order.lines.is_empty()) else {
            return Ok(None);
        };
        let near = near(order.created.at_ms);
        for other in self.orders_near(customer, near)? {
            let (other_order, _) = self.folded_order(other)?;
            if other != no && is_double(&other_order, &order, near) {
                return Ok(other_order.number);
            }
        }
        Ok(None)
    }

    /// Orders of a customer, among them the newest that were placed in a time.
    fn orders_near(&self, customer: CustomerId, near: (i64, i64)) -> Result<Vec<i64>> {
        let Some(customer_no) = subject_no(self.conn, customer.0)? else {
            return Ok(Vec::new());
        };
        let mut found = self.all(WAITING_OF_CUSTOMER, [customer_no], |row| row.get(0))?;
        let near = params![customer_no, near.0, near.1];
        found.extend(self.all::<i64>(OF_CUSTOMER, near, |row| row.get(0))?);
        Ok(found)
    }
}

fn near(at_ms: i64) -> (i64, i64) {
    (
        at_ms.saturating_sub(A_DAY_MS),
        at_ms.saturating_add(A_DAY_MS),
    )
}

fn is_double(other: &Order, order: &Order, near: (i64, i64)) -> bool {
    other.counts()
        && other.cancelled.is_none()
        && other.document.kind == OrderKind::Sale
        && other.document.customer == order.document.customer
        && (near.0..=near.1).contains(&other.placed.at_ms)
        && goods(other) == goods(order)
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
