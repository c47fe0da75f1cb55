//! What of a product is on its way, and what can be promised from which day on.

use super::Read;
use crate::dto::{Incoming, Promise};
use crate::error::Result;
use domain::Day;
use uuid::Uuid;

const INCOMING_OF: &str = include_str!("sql/incoming_of_product.sql");

impl Read<'_> {
    /// What of a product is on its way: the first to come first, what nobody knows a day of last.
    pub(crate) fn incoming_of(&self, product_no: i64) -> Result<Vec<Incoming>> {
        let mut query = self.conn.prepare_cached(INCOMING_OF)?;
        let mut rows = query.query([product_no])?;
        let mut all = Vec::new();
        while let Some(row) = rows.next()? {
            let day: Option<i32> = row.get(4)?;
            all.push(Incoming {
                purchase: Uuid::from_bytes(row.get(0)?),
                number: row.get(1)?,
                supplier_name: row.get::<_, Option<String>>(2)?.unwrap_or_default(),
                location: self.terms.text(self.conn, row.get(3)?)?.to_string(),
                expected_day: day.map(|day| Day(day).to_string()),
                quantity_milli: row.get(5)?,
            });
        }
        Ok(all)
    }
}

/// What is free to sell by each day on which something is to come.
pub(super) fn promises(available_milli: i64, incoming: &[Incoming]) -> Vec<Promise> {
    let mut promises: Vec<Promise> = Vec::new();
    let mut sum_milli = available_milli;
    for one in incoming {
        let Some(day) = &one.expected_day else { break };
        sum_milli = sum_milli.saturating_add(one.quantity_milli);
        match promises.last_mut().filter(|last| last.day == *day) {
            Some(last) => last.available_milli = sum_milli,
            None => promises.push(Promise {
                day: day.clone(),
                available_milli: sum_milli,
            }),
        }
    }
    promises
}
