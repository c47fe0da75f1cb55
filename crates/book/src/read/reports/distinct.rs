//! How many different customers bought: in a range of days, and in each of its periods.

use super::cover::{Grain, Periods, cover};
use super::question::Question;
use crate::error::Result;
use crate::read::Read;
use crate::row_set::RowSet;
use domain::Day;
use rusqlite::{OptionalExtension as _, params};
use std::collections::HashMap;

pub(crate) const CUSTOMERS_OF_PERIODS: &str = include_str!("../sql/customers_of_periods.sql");
pub(crate) const CUSTOMER_COUNT: &str =
    "SELECT customers FROM customer_count WHERE grain = ?1 AND period = ?2";
pub(crate) const CUSTOMER_COUNTS: &str = include_str!("../sql/customer_counts.sql");
pub(crate) const CUSTOMERS_EVER: &str = "\
    -- scan: one row per month.\n\
     SELECT coalesce(sum(new_customers), 0) FROM customer_month";

impl Read<'_> {
    /// The customers who bought in some periods.
    pub(super) fn buyers(&self, periods: &[Periods]) -> Result<RowSet> {
        let mut buyers = RowSet::default();
        let mut query = self.conn.prepare_cached(CUSTOMERS_OF_PERIODS)?;
        for (grain, first, last) in periods {
            let mut rows = query.query(params![grain.code(), first.0, last.0])?;
            while let Some(row) = rows.next()? {
                buyers.insert(row.get(0)?);
            }
        }
        Ok(buyers)
    }

    /// How many customers bought in the days of a question.
    pub(super) fn buyer_count(&self, question: &Question) -> Result<i64> {
        if question.is_all_time() {
            let mut query = self.conn.prepare_cached(CUSTOMERS_EVER)?;
            return Ok(query.query_row([], |row| row.get(0))?);
        }
        match question.periods()[..] {
            [(grain, first, last)] if first == last => self.customer_count(grain, first),
            ref periods => Ok(self.buyers(periods)?.len() as i64),
        }
    }

    /// How many customers bought in each period of a range, as far as it lies in the range.
    pub(super) fn buyers_by(
        &self,
        grain: Grain,
        (from, to): (Day, Day),
    ) -> Result<HashMap<Day, i64>> {
        let (first, last) = (grain.start(from), grain.start(to));
        let mut query = self.conn.prepare_cached(CUSTOMER_COUNTS)?;
        let rows = query.query_map(params![grain.code(), first.0, last.0], |row| {
            Ok((Day(row.get(0)?), row.get(1)?))
        })?;
        let mut counts: HashMap<Day, i64> = rows.collect::<rusqlite::Result<_>>()?;
        for period in [first, last] {
            let end = grain.plus(period, 1).plus(-1);
            if period < from || end > to {
                let within = self.buyers(&cover(period.max(from), end.min(to)))?;
                counts.insert(period, within.len() as i64);
            }
        }
        Ok(counts)
    }

    /// How many customers bought in a period.
    pub(super) fn customer_count(&self, grain: Grain, period: Day) -> Result<i64> {
        let mut query = self.conn.prepare_cached(CUSTOMER_COUNT)?;
        let count = query.query_row(params![grain.code(), period.0], |row| row.get(0));
        Ok(count.optional()?.unwrap_or(0))
    }
}
