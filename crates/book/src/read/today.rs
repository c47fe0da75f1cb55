//! The day at a glance.

use super::Read;
use super::codes::order_state;
use crate::dto::{StateCount, Today, TodayWeek};
use crate::error::Result;
use crate::memory::settings_of;
use domain::Day;
use rusqlite::params;

pub(crate) const DAY: &str = include_str!("sql/today_day.sql");
pub(crate) const TO_SHIP_NEW: &str = include_str!("sql/today_to_ship_new.sql");

/// Weeks of the chart.
const WEEKS: i32 = 8;
/// Exceptions and products of the short lists.
const SHORT: i64 = 8;
/// Weeks of a year, so that weekdays fall on weekdays.
const YEAR_DAYS: i32 = 52 * 7;

/// What a span of days brought.
struct Sales {
    /// Without tax, returns taken off.
    revenue_minor: i64,
    tax_minor: i64,
    /// Returns and corrections left out.
    orders: i64,
}

impl Sales {
    /// What stands in the till: tax and all.
    fn taken_minor(&self) -> i64 {
        self.revenue_minor.saturating_add(self.tax_minor)
    }
}

impl Read<'_> {
    /// The day at a glance.
    pub fn today(&self, day: Day) -> Result<Today> {
        let sales = self.sales_between(day, day)?;
        let before = self.sales_between(day.plus(-7), day.plus(-7))?;
        let (exceptions, exceptions_total) = self.exceptions(SHORT)?;
        let low = self.low_stock(SHORT as usize)?;
        Ok(Today {
            day: day.to_string(),
            currency: settings_of(self.conn)?.currency().to_owned(),
            taken_minor: sales.taken_minor(),
            taken_before_minor: before.taken_minor(),
            orders: sales.orders,
            orders_before: before.orders,
            to_ship: self.row_count("orders:to_ship")?,
            to_ship_late: self.late_orders(day)?,
            to_pay: self.row_count("orders:to_pay")?,
            drafts: self.row_count("orders:draft")?,
            low_stock: low.low,
            out_of_stock: low.out,
            weeks: self.weeks(day)?,
            states: self.states()?,
            exceptions,
            exceptions_total,
            low: low.first,
            last_day: self.sales_days()?.map(|(_, last)| last.to_string()),
        })
    }

    fn sales_between(&self, from: Day, to: Day) -> Result<Sales> {
        let mut query = self.conn.prepare_cached(DAY)?;
        Ok(query.query_row(params![from.0, to.0], |row| {
            Ok(Sales {
                revenue_minor: row.get(0)?,
                tax_minor: row.get(1)?,
                orders: row.get(2)?,
            })
        })?)
    }

    fn weeks(&self, day: Day) -> Result<Vec<TodayWeek>> {
        let first = day.week_start().plus(-7 * (WEEKS - 1));
        let mut weeks = Vec::new();
        for week in 0..WEEKS {
            let start = first.plus(7 * week);
            let before = start.plus(-YEAR_DAYS);
            weeks.push(TodayWeek {
                week_start: start.to_string(),
                revenue_minor: self.sales_between(start, start.plus(6))?.revenue_minor,
                before_minor: self.sales_between(before, before.plus(6))?.revenue_minor,
            });
        }
        Ok(weeks)
    }

    fn states(&self) -> Result<Vec<StateCount>> {
        let lists = [
            (0, "orders:draft"),
            (4, "orders:quoted"),
            (1, "orders:placed"),
            (2, "orders:closed"),
            (3, "orders:cancelled"),
        ];
        let mut states = Vec::new();
        for (code, list) in lists {
            states.push(StateCount {
                state: order_state(code)?,
                orders: self.row_count(list)?,
            });
        }
        Ok(states)
    }

    /// Orders still to ship that were placed before the day: all but the few newer ones.
    fn late_orders(&self, day: Day) -> Result<i64> {
        let mut query = self.conn.prepare_cached(TO_SHIP_NEW)?;
        let new: i64 = query.query_row([day.0], |row| row.get(0))?;
        Ok(self.row_count("orders:to_ship")? - new)
    }
}
