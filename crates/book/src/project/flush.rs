//! Writes collected differences to the balances and roll-ups. A row whose figures are all zero
//! is taken away, so that the tables are those of a fresh fold.

use super::delta::{CustomerPeriod, CustomerSum, DAY, Delta, HashMap, MONTH, WEEK, YEAR};
use super::{anchors, first, kept, points};
use crate::error::Result;
use rusqlite::{Connection, params, params_from_iter};

impl Delta {
    /// Writes everything and empties itself. The rows of the records must be written before.
    pub fn flush(&mut self, conn: &Connection) -> Result<()> {
        insert_sorted(
            conn,
            include_str!("../sql/insert_line.sql"),
            &mut self.lines,
        )?;
        kept::mark(conn, self)?;
        insert_sorted(
            conn,
            include_str!("../sql/insert_move.sql"),
            &mut self.moves,
        )?;
        if !self.fresh {
            anchors::derive_all(conn, self)?;
            // Differences that counts found moved with it.
            kept::mark(conn, self)?;
        }
        self.flush_customers(conn)?;
        flush_sums(conn, &SALES_DAY, &mut self.sales_day, |k| {
            [k.0.into(), k.1, k.2]
        })?;
        flush_sums(conn, &SALES_MONTH, &mut self.sales_month, |k| {
            [k.0.into(), k.1, k.2]
        })?;
        flush_sums(conn, &SALES_HOUR, &mut self.sales_hour, |k| {
            [k.0.into(), k.1]
        })?;
        let product_key = |k: (u8, i32, i64)| [k.0.into(), k.1.into(), k.2];
        flush_sums(conn, &PRODUCT_SALES, &mut self.product_sales, product_key)?;
        flush_sums(conn, &PRODUCT_TOTAL, &mut self.product_total, |k| [k])?;
        flush_sums(conn, &CUSTOMER_COUNTRY, &mut self.customer_country, |k| {
            [k.0, k.1]
        })?;
        flush_sums(conn, &STOCK_BALANCE, &mut self.stock_balance, |k| {
            [k.0, k.1]
        })?;
        flush_sums(conn, &STOCK_DAY, &mut self.stock_day, |k| {
            [k.0.into(), k.1, k.2]
        })?;
        flush_sums(conn, &MONEY_BALANCE, &mut self.money_balance, |k| {
            [k.0, k.1.into()]
        })?;
        flush_sums(conn, &CREDIT_BALANCE, &mut self.credit_balance, |k| [k])?;
        for customer in std::mem::take(&mut self.points) {
            points::count(conn, customer)?;
        }
        for (name, change) in self.rows.drain() {
            conn.prepare_cached(include_str!("../sql/count_rows.sql"))?
                .execute(params![name, change])?;
            conn.prepare_cached("DELETE FROM row_count WHERE name = ?1 AND rows = 0")?
                .execute([name])?;
        }
        for (name, last) in self.series.drain() {
            conn.prepare_cached(include_str!("../sql/raise_series.sql"))?
                .execute(params![name, last])?;
        }
        Ok(())
    }

    fn flush_customers(&mut self, conn: &Connection) -> Result<()> {
        let bought = sorted(&mut self.customer_sales);
        let mut counts: HashMap<(u8, i32), [i64; 1]> = HashMap::default();
        for (key, figures) in &bought {
            let change = flush_customer_sales(conn, *key, *figures)?;
            if change != 0 {
                Delta::add(&mut counts, (key.0, key.1), [change]);
            }
        }
        debug_assert!(
            counts
                .keys()
                .all(|key| [DAY, MONTH, YEAR, WEEK].contains(&key.0))
        );
        flush_sums(conn, &CUSTOMER_COUNT, &mut counts, |k| {
            [k.0.into(), k.1.into()]
        })?;
        let mut moved = Vec::new();
        for (customer, sum) in sorted(&mut self.customer_total) {
            if flush_customer(conn, customer, &sum)? {
                moved.push(customer);
            }
        }
        if self.fresh {
            return Ok(());
        }
        // A first day may move while no month's figures do: an order that comes to nothing goes.
        first::follow(conn, moved, &bought, &mut self.customer_month)?;
        flush_sums(conn, &CUSTOMER_MONTH, &mut self.customer_month, |k| {
            [k.into()]
        })
    }
}

/// Moves a customer's figures of a period; returns by how much the customers of it change.
fn flush_customer_sales(
    conn: &Connection,
    (grain, period, customer): CustomerPeriod,
    [documents, revenue]: [i64; 2],
) -> Result<i64> {
    if documents == 0 && revenue == 0 {
        return Ok(0);
    }
    let mut upsert = conn.prepare_cached(include_str!("../sql/add_customer_sales.sql"))?;
    let figures = params![grain, period, customer, documents, revenue];
    let now: i64 = upsert.query_row(figures, |row| row.get(0))?;
    if now == 0 {
        conn.prepare_cached(include_str!("../sql/drop_customer_sales.sql"))?
            .execute(params![grain, period, customer])?;
    }
    Ok(i64::from(now > 0) - i64::from(now - documents > 0))
}

fn insert_sorted<const N: usize>(
    conn: &Connection,
    sql: &str,
    rows: &mut Vec<[i64; N]>,
) -> Result<()> {
    rows.sort_unstable();
    if rows.is_empty() {
        return Ok(());
    }
    let mut insert = conn.prepare_cached(sql)?;
    for row in rows.drain(..) {
        insert.execute(params_from_iter(row))?;
    }
    Ok(())
}

/// Moves a customer's totals; true when the first day may have moved.
fn flush_customer(conn: &Connection, customer: i64, sum: &CustomerSum) -> Result<bool> {
    let (first, last) = match sum.days {
        Some((first, last)) => (Some(first), Some(last)),
        None => (None, None),
    };
    let figures = params![
        customer,
        sum.documents,
        sum.revenue_minor,
        sum.balance_minor,
        first,
        last,
    ];
    // Hardly ever does the first day change: the index over it stays untouched then.
    let raised = conn
        .prepare_cached(include_str!("../sql/raise_customer_total.sql"))?
        .execute(figures)?;
    if raised == 0 {
        conn.prepare_cached(include_str!("../sql/add_customer_total.sql"))?
            .execute(figures)?;
        conn.prepare_cached(include_str!("../sql/drop_customer_total.sql"))?
            .execute([customer])?;
    }
    if sum.recounts() {
        conn.prepare_cached(include_str!("../sql/recount_customer.sql"))?
            .execute([customer])?;
    }
    Ok(raised == 0 || sum.recounts())
}

/// The statements of a table of sums.
struct Sums {
    /// Changes nothing where all figures would come to zero.
    add: &'static str,
    /// Takes such a row away.
    drop: &'static str,
}

macro_rules! sums {
    ($table:literal, [$($key:literal),+], [$($figure:literal),+]) => {
        Sums {
            add: concat!(
                "INSERT INTO ", $table, " VALUES (", sums!(@marks $($key)+ $($figure)+), ") ",
                "ON CONFLICT DO UPDATE SET ",
                sums!(@adds $($figure),+), " WHERE ", sums!(@left $($figure),+)
            ),
            drop: concat!(
                "DELETE FROM ", $table, " WHERE (", sums!(@list $($key),+), ") = (",
                sums!(@marks $($key)+), ")"
            ),
        }
    };
    (@marks $first:literal $($rest:literal)*) => { concat!("?", $(sums!(@mark $rest)),*) };
    (@mark $any:literal) => { ", ?" };
    (@list $first:literal $(, $rest:literal)*) => { concat!($first $(, ", ", $rest)*) };
    (@adds $first:literal $(, $rest:literal)*) => {
        concat!($first, " = ", $first, " + excluded.", $first
            $(, ", ", $rest, " = ", $rest, " + excluded.", $rest)*)
    };
    (@left $first:literal $(, $rest:literal)*) => {
        concat!($first, " + excluded.", $first, " <> 0"
            $(, " OR ", $rest, " + excluded.", $rest, " <> 0")*)
    };
}

macro_rules! sums_of_sales {
    ($table:literal, $period:literal) => {
        sums!(
            $table,
            [$period, "channel", "country"],
            [
                "documents",
                "lines",
                "units_milli",
                "revenue_minor",
                "tax_minor",
                "returns",
                "return_lines",
                "returned_milli",
                "returned_minor",
                "adjustments",
                "adjusted_minor",
                "corrections",
                "corrected_milli"
            ]
        )
    };
}

const SALES_DAY: Sums = sums_of_sales!("sales_day", "business_day");
const SALES_MONTH: Sums = sums_of_sales!("sales_month", "month");
const SALES_HOUR: Sums = sums!(
    "sales_hour",
    ["business_day", "hour"],
    ["documents", "lines", "revenue_minor"]
);
const PRODUCT_SALES: Sums = sums!(
    "product_sales",
    ["grain", "period", "product"],
    ["lines", "units_milli", "revenue_minor"]
);
const PRODUCT_TOTAL: Sums = sums!(
    "product_total",
    ["product"],
    ["lines", "units_milli", "revenue_minor"]
);
const CUSTOMER_COUNTRY: Sums = sums!("customer_country", ["country", "customer"], ["documents"]);
const CUSTOMER_MONTH: Sums = sums!(
    "customer_month",
    ["month"],
    ["revenue_minor", "new_customers", "new_revenue_minor"]
);
const CUSTOMER_COUNT: Sums = sums!("customer_count", ["grain", "period"], ["customers"]);
const STOCK_BALANCE: Sums = sums!(
    "stock_balance",
    ["product", "location"],
    ["on_hand_milli", "allocated_milli"]
);
const STOCK_DAY: Sums = sums!(
    "stock_day",
    ["business_day", "from_location", "to_location"],
    ["moves", "quantity_milli"]
);
const MONEY_BALANCE: Sums = sums!(
    "money_balance",
    ["account", "business_day"],
    ["amount_minor"]
);

const CREDIT_BALANCE: Sums = sums!("credit_balance", ["holder"], ["amount_minor"]);

fn flush_sums<K: Copy + Ord, const M: usize, const N: usize>(
    conn: &Connection,
    sums: &Sums,
    map: &mut HashMap<K, [i64; N]>,
    key_of: impl Fn(K) -> [i64; M],
) -> Result<()> {
    if map.is_empty() {
        return Ok(());
    }
    let mut add = conn.prepare_cached(sums.add)?;
    for (key, figures) in sorted(map) {
        if figures == [0; N] {
            continue;
        }
        let key = key_of(key);
        if add.execute(params_from_iter(key.iter().chain(&figures)))? == 0 {
            conn.prepare_cached(sums.drop)?
                .execute(params_from_iter(&key))?;
        }
    }
    Ok(())
}

/// In the order of the keys: neighbours in the table are written one after the other.
fn sorted<K: Copy + Ord, V>(map: &mut HashMap<K, V>) -> Vec<(K, V)> {
    let mut rows: Vec<(K, V)> = map.drain().collect();
    rows.sort_unstable_by_key(|(key, _)| *key);
    rows
}
