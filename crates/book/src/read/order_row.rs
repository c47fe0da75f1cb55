//! What rows and pages of orders share: from the table for lists, from the fold for one order.

use super::codes::{fulfilment_status, holds_of, order_kind, order_state, payment_status};
use super::{Read, moment};
use crate::dto::{CustomerSummary, OrderHead, OrderRow};
use crate::error::Result;
use crate::project;
use domain::Day;
use domain::order::{Order, QUOTE};
use rusqlite::Row;
use uuid::Uuid;

pub(crate) const ORDER_ROW: &str = include_str!("sql/order_row.sql");

impl Read<'_> {
    /// The row of an order, or `None` when lists do not show it.
    pub fn order_row(&self, no: i64) -> Result<Option<OrderRow>> {
        let mut query = self.conn.prepare_cached(ORDER_ROW)?;
        let mut rows = query.query([no])?;
        rows.next()?.map(|row| self.read_order_row(row)).transpose()
    }

    /// The rows of a window; numbers that are gone are left out.
    pub fn order_rows(&self, window: &[u32]) -> Result<Vec<OrderRow>> {
        let mut query = self.conn.prepare_cached(ORDER_ROW)?;
        let mut found = Vec::with_capacity(window.len());
        for no in window {
            let mut rows = query.query([no])?;
            if let Some(row) = rows.next()? {
                found.push(self.read_order_row(row)?);
            }
        }
        Ok(found)
    }

    /// Orders in the order of their placing, those that were not placed or are not there last.
    ///
    /// # Errors
    /// What keeps the file from being read.
    pub fn by_placing(&self, ids: Vec<Uuid>) -> Result<Vec<Uuid>> {
        let mut placed = Vec::with_capacity(ids.len());
        for id in ids {
            placed.push((self.placed_at(id)?.unwrap_or((i64::MAX, i64::MAX)), id));
        }
        placed.sort_by_key(|(at, _)| *at);
        Ok(placed.into_iter().map(|(_, id)| id).collect())
    }

    /// When an order was placed, and its number of row, which tells apart what is of one moment.
    fn placed_at(&self, id: Uuid) -> Result<Option<(i64, i64)>> {
        let sql = "SELECT placed_ms, no FROM orders WHERE placed_ms IS NOT NULL
            AND no = (SELECT no FROM subject WHERE id = ?1)";
        let mut query = self.conn.prepare_cached(sql)?;
        let mut rows = query.query([id.as_bytes()])?;
        Ok(rows
            .next()?
            .map(|row| Ok::<_, rusqlite::Error>((row.get(0)?, row.get(1)?)))
            .transpose()?)
    }

    fn read_order_row(&self, row: &Row<'_>) -> Result<OrderRow> {
        let number: Option<String> = row.get(2)?;
        let order = number.as_deref().is_some_and(|it| !it.starts_with(QUOTE));
        let placed = order.then(|| Ok::<_, rusqlite::Error>((row.get(6)?, row.get(7)?)));
        let placed_local = placed
            .transpose()?
            .map(|(at, offset)| moment::local(at, offset));
        let customer: Option<[u8; 16]> = row.get(9)?;
        let country: Option<i64> = row.get(12)?;
        let country = country
            .map(|no| self.terms.text(self.conn, no))
            .transpose()?;
        let head = OrderHead {
            id: Uuid::from_bytes(row.get(1)?),
            number: number.unwrap_or_default(),
            external_id: row.get(3)?,
            kind: order_kind(row.get(4)?)?,
            state: order_state(row.get(5)?)?,
            placed_local,
            day: Day(row.get(8)?).to_string(),
            customer: customer.map(Uuid::from_bytes),
            customer_name: row.get(10)?,
            channel: self.terms.text(self.conn, row.get(11)?)?.to_string(),
            country: country.map(|text| text.to_string()),
            items_milli: row.get(13)?,
            total_minor: row.get(15)?,
            paid_minor: row.get(16)?,
            foreign_currency: row.get(22)?,
            payment: payment_status(row.get(17)?)?,
            fulfilment: fulfilment_status(row.get(18)?)?,
            version: row.get(19)?,
            holds: holds_of(row.get(20)?),
            due_day: row
                .get::<_, Option<i32>>(21)?
                .map(|day| Day(day).to_string()),
        };
        Ok(OrderRow {
            head,
            lines: row.get(14)?,
        })
    }
}

/// The head of an order as folded: its row may still wait.
pub(super) fn order_head(
    id: Uuid,
    order: &Order,
    customer: Option<&CustomerSummary>,
) -> Result<OrderHead> {
    let document = &order.document;
    let moment = order.shown_moment();
    let placed = order
        .number
        .is_some()
        .then(|| moment::local(moment.at_ms, moment.offset_min));
    let (kind, state) = (
        project::kind_code(document.kind),
        project::state_code(order),
    );
    Ok(OrderHead {
        id,
        number: project::shown_number(order).unwrap_or_default(),
        external_id: document.external_id.clone(),
        kind: order_kind(kind)?,
        state: order_state(state)?,
        placed_local: placed,
        day: moment.day.to_string(),
        customer: document.customer.map(|id| id.0),
        customer_name: customer.map(|customer| customer.name.clone()),
        channel: document.channel.clone(),
        country: document.country.clone(),
        items_milli: order.items_milli(),
        total_minor: order.totals().0,
        paid_minor: order.paid_minor(),
        foreign_currency: document
            .exchange
            .is_some()
            .then(|| document.currency.clone()),
        payment: payment_status(order.payment_status() as u8)?,
        fulfilment: fulfilment_status(order.fulfilment_status() as u8)?,
        version: i64::from(order.version),
        holds: holds_of(project::flags(order)),
        due_day: order.due_day().map(|day| day.to_string()),
    })
}
