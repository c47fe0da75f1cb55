//! The links under which an order's page is shown: a row each, for the few orders that have one.

use super::Target;
use crate::error::Result;
use domain::SubjectKind;
use domain::order::Order;
use rusqlite::params;
use std::collections::BTreeMap;
use uuid::Uuid;

/// A link: the customer that its page may name, its end, and whether it was withdrawn.
type Links = BTreeMap<String, (Option<Uuid>, i64, bool)>;

fn links(order: &Order) -> Links {
    let customer = order.document.customer.map(|id| id.0);
    let gone = order.pages.withdrawn.iter();
    let gone = gone.map(|(link, until_ms)| (link.clone(), (None, *until_ms, true)));
    let shown = order.pages.shown.iter().map(|page| {
        let row = (customer, page.said.until_ms, !order.is_visible());
        (page.said.link.clone(), row)
    });
    gone.chain(shown).collect()
}

/// Replaces the links of an order, where they are others than before.
pub(super) fn project(
    target: &mut Target<'_>,
    no: i64,
    before: &Order,
    after: &Order,
) -> Result<()> {
    let (was, is) = (links(before), links(after));
    if was == is {
        return Ok(());
    }
    for link in was.keys() {
        let sql = "DELETE FROM order_page WHERE link = ?1 AND order_no = ?2";
        target
            .conn
            .prepare_cached(sql)?
            .execute(params![link, no])?;
    }
    for (link, (customer, until_ms, withdrawn)) in is {
        let customer = customer
            .map(|id| target.subject(SubjectKind::Customer, id))
            .transpose()?;
        let sql = "INSERT INTO order_page (link, order_no, customer, until_ms, withdrawn) \
                   VALUES (?1, ?2, ?3, ?4, ?5)";
        let row = params![link, no, customer, until_ms, withdrawn];
        target.conn.prepare_cached(sql)?.execute(row)?;
    }
    Ok(())
}
