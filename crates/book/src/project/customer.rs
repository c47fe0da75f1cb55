//! A customer's row, tags and search words.

use super::delta::Delta;
use super::facts::add_legs;
use super::order::{delete_by, insert_legs};
use super::{Target, apart, credit, custom, owners, points};
use crate::error::Result;
use crate::fold_text::fold;
use domain::credit::{customer_credit, customer_legs};
use domain::customer::{Customer, CustomerPersonal};
use domain::loyalty::customer_points;
use rusqlite::{Connection, params};

pub(super) fn project(
    target: &mut Target<'_>,
    no: i64,
    before: &Customer,
    after: &Customer,
    delta: &mut Delta,
) -> Result<()> {
    if before.is_visible() {
        for sql in [
            "DELETE FROM customer WHERE no = ?1",
            "DELETE FROM customer_tag WHERE customer = ?1",
            "DELETE FROM customer_search WHERE rowid = ?1",
        ] {
            target.conn.prepare_cached(sql)?.execute([no])?;
        }
    }
    if after.is_visible() {
        insert(target, no, after)?;
    }
    delta.count_row("customers", before.is_visible(), after.is_visible());
    owed(target, no, before, after, delta)
}

/// The store credit and the points that no order moved, the card, and who looks after it all.
fn owed(
    target: &mut Target<'_>,
    no: i64,
    before: &Customer,
    after: &Customer,
    delta: &mut Delta,
) -> Result<()> {
    let (was, is) = (customer_legs(before), customer_legs(after));
    if was != is {
        delete_by(target, "DELETE FROM money_leg WHERE subject = ?1", no)?;
        insert_legs(target, no, &is)?;
        add_legs(target, &was, -1, delta)?;
        add_legs(target, &is, 1, delta)?;
    }
    let (was, is) = (customer_credit(before), customer_credit(after));
    credit::project(target, no, &was, &is, delta)?;
    let (was, is) = (customer_points(before), customer_points(after));
    points::project(target, no, &was, &is, delta)?;
    points::card(target, no, card(before), card(after))?;
    let (was, is) = (before.is_visible(), after.is_visible());
    let (was, is) = (was.then_some(&before.apart), is.then_some(&after.apart));
    apart::project(target, no, was, is)?;
    let (was, is) = (before.is_visible(), after.is_visible());
    let was = was.then_some(&before.personal.custom);
    let is = is.then_some(&after.personal.custom);
    custom::project(target, no, was, is)?;
    owners::project(target, no, Some(&before.owners), Some(&after.owners))
}

fn insert(target: &mut Target<'_>, no: i64, customer: &Customer) -> Result<()> {
    let (facts, personal) = (&customer.facts, &customer.personal);
    let name = personal.name.as_deref().unwrap_or_default();
    let run = target.run(facts.run)?;
    target
        .conn
        .prepare_cached(include_str!("../sql/insert_customer.sql"))?
        .execute(params![
            no,
            filled(&facts.code),
            name,
            fold(name),
            facts.company.unwrap_or(false),
            filled(&facts.country),
            city_of(personal),
            filled(&personal.email),
            filled(&personal.phone),
            facts.archived.unwrap_or(false),
            customer.erased,
            run,
            customer.version,
        ])?;
    for tag in facts.tags.iter().flatten() {
        target
            .conn
            .prepare_cached("INSERT OR IGNORE INTO customer_tag (tag, customer) VALUES (?1, ?2)")?
            .execute(params![tag, no])?;
    }
    let words = [
        filled(&facts.code),
        Some(name),
        filled(&personal.email),
        filled(&personal.phone),
    ];
    let words = words.into_iter().chain([city_of(personal)]).flatten();
    index(
        target.conn,
        no,
        words.chain(custom::words(&personal.custom)),
    )
}

/// Fills the empty search index from the records.
pub(super) fn refill_search(conn: &Connection) -> Result<()> {
    let mut query = conn.prepare(include_str!("../sql/customers_to_index.sql"))?;
    let mut rows = query.query([])?;
    while let Some(row) = rows.next()? {
        let words: Vec<Option<String>> = (1..6).map(|at| row.get(at)).collect::<Result<_, _>>()?;
        let no = row.get(0)?;
        let custom = custom::stored_words(conn, no)?;
        let words = words.iter().flatten().chain(&custom);
        index(conn, no, words.map(String::as_str))?;
    }
    Ok(())
}

fn index<'a>(conn: &Connection, no: i64, words: impl Iterator<Item = &'a str>) -> Result<()> {
    let words: Vec<String> = words.map(fold).collect();
    conn.prepare_cached("INSERT INTO customer_search (rowid, words) VALUES (?1, ?2)")?
        .execute(params![no, words.join(" ")])?;
    Ok(())
}

fn card(customer: &Customer) -> Option<&str> {
    filled(&customer.personal.loyalty_card).filter(|_| customer.is_visible())
}

fn filled(text: &Option<String>) -> Option<&str> {
    text.as_deref().filter(|text| !text.is_empty())
}

fn city_of(personal: &CustomerPersonal) -> Option<&str> {
    personal
        .address
        .as_ref()
        .and_then(|address| filled(&address.city))
}
