//! The orders that a filter lets through, as sets from indexes: each condition reads only the
//! part of its index that it names, and sets meet bit by bit.

use super::super::spec::Few;
use super::sort::common;
use super::{FEW, OrderSpec, listed, text};
use crate::error::Result;
use crate::row_set::RowSet;
use rusqlite::{Connection, params};

pub(super) const ORDERS_OF_CUSTOMER: &str =
    "SELECT no FROM orders WHERE customer = ?1 ORDER BY placed_ms DESC LIMIT ?2";
pub(super) const ORDERS_OF_PRODUCT: &str =
    "SELECT order_no FROM order_line WHERE product = ?1 ORDER BY order_no DESC LIMIT ?2";
pub(super) const ORDERS_OF_RUN: &str = "SELECT no FROM orders WHERE run = ?1 LIMIT ?2";
pub(super) const ORDERS_OF_DAYS: &str =
    "SELECT no FROM orders WHERE business_day BETWEEN ?1 AND ?2";
pub(super) const ALL_ORDERS: &str =
    "-- scan: every order is asked for, in the background.\nSELECT no FROM orders";

/// The kinds that the partial index knows: all but sales.
const RARE_KINDS: [u8; 2] = [1, 2];

/// Statuses have fewer codes than this.
const STATUSES: u8 = 8;

/// SQLite's way to say "without a limit".
pub(super) const NO_LIMIT: i64 = -1;

/// The orders that filter and text let through.
pub(super) fn set(conn: &Connection, spec: &OrderSpec) -> Result<RowSet> {
    let (mut sets, mut without) = (Vec::new(), Vec::new());
    for (column, codes) in spec.statuses() {
        let asked_common = common(column).is_some_and(|code| codes.contains(&code));
        let rare = (0..STATUSES).filter(|code| codes.contains(code) != asked_common);
        let found = bits(conn, &status_sql(column, &rare.collect::<Vec<u8>>()), [])?;
        if asked_common {
            &mut without
        } else {
            &mut sets
        }
        .push(found);
    }
    for sql in rare(spec) {
        sets.push(bits(conn, &sql, [])?);
    }
    if let Some(channels) = &spec.channels {
        sets.push(bits(conn, &channel_sql(&listed(channels)), [])?);
    }
    for (sql, no) in records(spec) {
        sets.push(bits(conn, sql, [no, NO_LIMIT])?);
    }
    if spec.from.is_some() || spec.to.is_some() {
        let (from, to) = spec.days();
        sets.push(bits(conn, ORDERS_OF_DAYS, [from, to])?);
    }
    if let Some(words) = &spec.text {
        sets.push(text::set(conn, words)?);
    }
    let kinds = &spec.kinds;
    if !kinds.is_empty() && !kinds.contains(&0) {
        sets.push(bits(conn, &kind_sql(kinds), [])?);
    }
    let mut sets = sets.into_iter();
    let mut set = match sets.next() {
        Some(first) => first,
        None => bits(conn, ALL_ORDERS, [])?,
    };
    for other in sets {
        set.intersect(&other);
    }
    for other in without {
        set.subtract(&other);
    }
    let unwanted: Vec<u8> = RARE_KINDS
        .into_iter()
        .filter(|kind| !kinds.contains(kind))
        .collect();
    if kinds.contains(&0) && !unwanted.is_empty() {
        set.subtract(&bits(conn, &kind_sql(&unwanted), [])?);
    }
    Ok(set)
}

/// Queries for what few orders have: holds, labels, a day by which they are to be paid.
fn rare(spec: &OrderSpec) -> Vec<String> {
    let mut found = Vec::new();
    if spec.holds != 0 {
        found.push(flag_sql(spec.holds));
    }
    let labels = spec.labels().into_iter();
    found.extend(labels.map(|condition| format!("SELECT no FROM orders WHERE {condition}")));
    found.extend(spec.due_before.map(due_sql));
    found
}

/// The orders of a record that the filter names.
pub(super) fn few(conn: &Connection, spec: &OrderSpec) -> Result<Few> {
    let Some((sql, no)) = records(spec).into_iter().next() else {
        return Ok(Few::None);
    };
    let mut query = conn.prepare_cached(sql)?;
    let rows = query.query_map(params![no, FEW as i64 + 1], |row| row.get(0))?;
    let rows: Vec<u32> = rows.collect::<rusqlite::Result<_>>()?;
    Ok(if rows.len() <= FEW {
        Few::All(rows)
    } else {
        Few::None
    })
}

/// The records that the filter names, with the way to their orders.
fn records(spec: &OrderSpec) -> Vec<(&'static str, i64)> {
    let ways = [
        (ORDERS_OF_CUSTOMER, spec.customer),
        (ORDERS_OF_RUN, spec.run),
        (ORDERS_OF_PRODUCT, spec.product),
    ];
    ways.into_iter()
        .filter_map(|(sql, no)| no.map(|no| (sql, no)))
        .collect()
}

/// The orders with some of the codes that the index of a status holds.
pub(in super::super) fn status_sql(column: &str, codes: &[u8]) -> String {
    let held = common(column).map(|code| format!("{column} <> {code} AND "));
    let (held, list) = (held.unwrap_or_default(), listed(codes));
    format!("SELECT no FROM orders INDEXED BY orders_by_{column} WHERE {held}{column} IN ({list})")
}

/// The orders that wait for a day before `today`.
pub(super) fn late(today: i32) -> String {
    format!("SELECT no FROM order_wait INDEXED BY order_wait_by_day WHERE until_day < {today}")
}

/// The placed orders that hold a product of which less is there than is set aside.
pub(super) const BACKORDERED: &str = "SELECT order_line.order_no
  FROM stock_balance INDEXED BY stock_balance_short
  JOIN (SELECT product, order_no FROM order_line
        UNION ALL SELECT product, order_no FROM component_line) AS order_line
    ON order_line.product = stock_balance.product
  JOIN orders AS held ON held.no = order_line.order_no AND held.state = 1
       AND held.fulfilment IN (2, 3)
  WHERE (stock_balance.on_hand_milli < stock_balance.allocated_milli
         OR stock_balance.on_hand_milli < 0)
    AND stock_balance.location = (SELECT term.no FROM term WHERE term.text = 'main')";

/// The orders with one of some tags. The tags are texts of the user: they are written as such.
pub(super) fn tagged(tags: &[String]) -> String {
    let texts = tags
        .iter()
        .map(|tag| format!("'{}'", tag.replace('\'', "''")));
    let list = texts.collect::<Vec<_>>().join(", ");
    format!("SELECT order_no FROM order_tag WHERE tag IN ({list})")
}

/// The condition that one of some flags is set.
pub(super) fn held(flags: u32) -> String {
    format!("flags <> 0 AND flags & {flags} <> 0")
}

/// The conditions that an order on account is not paid and was due before a day, by column.
pub(super) fn due_before(day: i32) -> [(&'static str, String); 3] {
    [
        (
            "due_day",
            format!("due_day IS NOT NULL AND due_day < {day}"),
        ),
        ("payment", "payment IN (0, 1)".to_owned()),
        ("state", "state = 1".to_owned()),
    ]
}

pub(in super::super) fn due_sql(day: i32) -> String {
    let due = due_before(day)
        .map(|(_, condition)| condition)
        .join(" AND ");
    format!("SELECT no FROM orders INDEXED BY orders_on_account WHERE {due}")
}

pub(in super::super) fn flag_sql(flags: u32) -> String {
    let held = held(flags);
    format!("SELECT no FROM orders INDEXED BY orders_by_flags WHERE {held}")
}

pub(in super::super) fn channel_sql(list: &str) -> String {
    format!("SELECT no FROM orders INDEXED BY orders_by_channel WHERE channel IN ({list})")
}

pub(in super::super) fn kind_sql(kinds: &[u8]) -> String {
    let list = listed(kinds);
    format!("SELECT no FROM orders INDEXED BY orders_by_kind WHERE kind <> 0 AND kind IN ({list})")
}

/// The row numbers that a statement gives.
pub(super) fn bits(conn: &Connection, sql: &str, params: impl rusqlite::Params) -> Result<RowSet> {
    let mut query = conn.prepare_cached(sql)?;
    let mut rows = query.query(params)?;
    let mut bits = RowSet::default();
    while let Some(row) = rows.next()? {
        bits.insert(row.get(0)?);
    }
    Ok(bits)
}
