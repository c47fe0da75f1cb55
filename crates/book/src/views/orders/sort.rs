//! What orders sort by: the indexes that give them in order, and the key of one order.

use super::super::spec::Segment;
use crate::dto::OrderSortKey;
use crate::error::Result;
use crate::read::CHANNELS;
use rusqlite::Connection;

/// Orders of customers whose record is gone: an import that was taken back had made it.
const ORPHANS: &str = "orders.customer IS NOT NULL AND NOT EXISTS (
  SELECT 1 FROM customer AS buyer WHERE buyer.no = orders.customer)";

const BY_NAME: &str = "customer INDEXED BY customer_by_name
  CROSS JOIN orders INDEXED BY orders_by_customer ON orders.customer = customer.no";

pub(super) fn segments(conn: &Connection, sort: OrderSortKey) -> Result<Vec<Segment>> {
    let walk = |index: &str, order: &[&'static str]| {
        vec![Segment::walk(
            &format!("orders INDEXED BY {index}"),
            "",
            order,
        )]
    };
    Ok(match sort {
        OrderSortKey::Placed => walk("orders_by_placed", &["placed_ms"]),
        OrderSortKey::Number => walk("orders_by_number", &["number COLLATE NOCASE"]),
        OrderSortKey::Items => walk("orders_by_items", &["items_milli"]),
        OrderSortKey::Total => walk("orders_by_total", &["total_minor"]),
        OrderSortKey::Payment => by_status("payment"),
        OrderSortKey::Fulfilment => by_status("fulfilment"),
        OrderSortKey::State => by_status("state"),
        OrderSortKey::Customer => by_customer(),
        OrderSortKey::Channel => by_channel(conn)?,
    })
}

/// The code that nearly every order ends with, which the index of the column leaves out: closed,
/// paid, shipped. `None` for columns whose index holds all.
pub(super) fn common(column: &str) -> Option<u8> {
    match column {
        "state" | "payment" => Some(2),
        "fulfilment" => Some(4),
        _ => None,
    }
}

/// The codes in order, and within each the orders by time.
fn by_status(column: &'static str) -> Vec<Segment> {
    let Some(code) = common(column) else {
        return Vec::new();
    };
    let from = format!("orders INDEXED BY orders_by_{column}");
    let beside = |sign: &str| {
        let only = format!("{column} <> {code} AND {column} {sign} {code}");
        Segment::walk(&from, &only, &[column, "placed_ms"])
    };
    let ended = placed_with(column, &code.to_string());
    vec![beside("<"), ended, beside(">")]
}

/// The orders with one code in a column, by time.
pub(in super::super) fn placed_with(column: &str, code: &str) -> Segment {
    let equal = format!("{column} = {code}");
    match common(column) {
        Some(common) if common.to_string() == code => {
            Segment::walk("orders INDEXED BY orders_by_placed", &equal, &["placed_ms"])
        }
        common => {
            let held = common.map(|common| format!("{column} <> {common} AND "));
            let only = held.unwrap_or_default() + &equal;
            let from = format!("orders INDEXED BY orders_by_{column}");
            Segment::walk(&from, &only, &["placed_ms"])
        }
    }
}

/// Anonymous orders, then those of each customer by name.
fn by_customer() -> Vec<Segment> {
    let from = "orders INDEXED BY orders_by_customer";
    let anonymous = Segment::walk(from, "customer IS NULL", &["placed_ms"]);
    let orphans = Segment {
        rare: true,
        ..Segment::walk(from, ORPHANS, &["orders.customer", "placed_ms"])
    };
    let order = ["customer.name_key", "customer.no", "orders.placed_ms"];
    let named = Segment {
        no: "orders.no",
        ..Segment::walk(BY_NAME, "", &order)
    };
    vec![anonymous, orphans, named]
}

/// The channels by name, and within each the orders by time.
fn by_channel(conn: &Connection) -> Result<Vec<Segment>> {
    let mut channels: Vec<(String, i64)> = Vec::new();
    let mut used = conn.prepare_cached(CHANNELS)?;
    let mut name = conn.prepare_cached("SELECT text FROM term WHERE no = ?1")?;
    for no in used.query_map([], |row| row.get::<_, i64>(0))? {
        let no = no?;
        channels.push((name.query_row([no], |row| row.get(0))?, no));
    }
    channels.sort_unstable();
    let segments = channels.into_iter().map(|(_, no)| {
        let only = format!("channel = {no}");
        Segment::walk("orders INDEXED BY orders_by_channel", &only, &["placed_ms"])
    });
    Ok(segments.collect())
}

/// The statement that gives the key of one order.
pub(in super::super) fn key_sql(sort: OrderSortKey) -> &'static str {
    match sort {
        OrderSortKey::Placed => "SELECT placed_ms FROM orders WHERE no = ?1",
        OrderSortKey::Number => "SELECT lower(number) FROM orders WHERE no = ?1",
        OrderSortKey::Items => "SELECT items_milli FROM orders WHERE no = ?1",
        OrderSortKey::Total => "SELECT total_minor FROM orders WHERE no = ?1",
        OrderSortKey::Payment => "SELECT payment, placed_ms FROM orders WHERE no = ?1",
        OrderSortKey::Fulfilment => "SELECT fulfilment, placed_ms FROM orders WHERE no = ?1",
        OrderSortKey::State => "SELECT state, placed_ms FROM orders WHERE no = ?1",
        OrderSortKey::Customer => include_str!("../sql/order_customer_key.sql"),
        OrderSortKey::Channel => include_str!("../sql/order_channel_key.sql"),
    }
}
