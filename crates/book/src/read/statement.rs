//! A statement of account: what a customer owed before a period, what moved it day by day, and what
//! was owed at its end. It reads the receivable of the money ledger, so that it always agrees with
//! the books.

use super::Read;
use crate::dto::{Statement, StatementAgeing, StatementKind, StatementOpen, StatementRow};
use crate::error::{BookError, Result};
use crate::journal::subject_id;
use domain::Day;
use domain::customer::Ageing;
use domain::order::{IssuedKind, MoneyCause, Order, Payment};
use rusqlite::params;
use uuid::Uuid;

const OPENING: &str = include_str!("sql/statement_opening.sql");
const ORDERS: &str = include_str!("sql/statement_orders.sql");
const OPEN: &str = include_str!("sql/statement_open.sql");
const CREDIT_OPENING: &str = "SELECT coalesce(sum(amount_minor), 0) FROM credit_move
    WHERE holder = ?1 AND business_day < ?2";
const CREDIT_MOVES: &str = include_str!("sql/statement_credit.sql");

/// Something that moved what a customer owes.
struct Event {
    at: (Day, i64),
    row: StatementRow,
    amount_minor: i64,
}

impl Read<'_> {
    /// The account of a customer from one business day to another.
    pub fn statement(&self, customer: Uuid, from: Day, to: Day) -> Result<Statement> {
        let no = self.no_of(customer, "customer")?;
        let row = self
            .customer_row(no)?
            .ok_or(BookError::NotFound("customer"))?;
        let account = self.terms.find(self.conn, "receivable")?.unwrap_or(0);
        let figure = |sql: &str, params: [i64; 3]| -> Result<i64> {
            let found = self.all(sql, params, |row| row.get(0))?;
            Ok(found.first().copied().unwrap_or(0))
        };
        let opening_minor = figure(OPENING, [no, account, from.0.into()])?;
        let (rows, closing_minor) = run(self.events(no, from, to)?, opening_minor);
        let held = self.all(CREDIT_OPENING, params![no, from.0], |row| row.get(0))?;
        let credit_opening_minor = held.first().copied().unwrap_or(0);
        let moved = self.credit_events(no, from, to)?;
        let (credit_rows, credit_closing_minor) = run(moved, credit_opening_minor);
        let (open, ageing) = self.statement_open(no, account, to)?;
        Ok(Statement {
            customer,
            name: row.name,
            from: from.to_string(),
            to: to.to_string(),
            currency: self.settings()?.currency().to_owned(),
            opening_minor,
            rows,
            closing_minor,
            open,
            ageing,
            credit_opening_minor,
            credit_rows,
            credit_closing_minor,
        })
    }

    /// What the customer's orders moved within the period.
    fn events(&self, customer: i64, from: Day, to: Day) -> Result<Vec<Event>> {
        let period = params![customer, from.0, to.0];
        let mut events = Vec::new();
        for no in self.all::<i64>(ORDERS, period, |row| row.get(0))? {
            let (order, id) = (self.folded_order(no)?.0, subject_id(self.conn, no)?);
            let own = events_of(&order, id).into_iter();
            events.extend(own.filter(|event| (from..=to).contains(&event.at.0)));
        }
        Ok(events)
    }

    fn credit_events(&self, customer: i64, from: Day, to: Day) -> Result<Vec<Event>> {
        let moved = self.all(CREDIT_MOVES, params![customer, from.0, to.0], |row| {
            Ok((
                row.get::<_, i64>(0)?,
                row.get::<_, i32>(1)?,
                row.get(2)?,
                row.get::<_, i64>(3)?,
            ))
        })?;
        let mut events = Vec::with_capacity(moved.len());
        for (at_ms, day, amount_minor, cause) in moved {
            let order = self.order_row(cause)?;
            let id = order.as_ref().map(|order| order.head.id);
            let number = order.map(|order| order.head.number);
            let row = plain(StatementKind::Credit, Day(day), id, number, None);
            events.push(Event {
                at: (Day(day), at_ms),
                row,
                amount_minor,
            });
        }
        Ok(events)
    }

    /// The orders of which something was due on a day, and how old that was.
    fn statement_open(
        &self,
        customer: i64,
        account: i64,
        to: Day,
    ) -> Result<(Vec<StatementOpen>, StatementAgeing)> {
        let found = self.all(OPEN, params![customer, account, to.0], |row| {
            let (day, due): (i32, Option<i32>) = (row.get(2)?, row.get(3)?);
            let open = StatementOpen {
                order: Uuid::from_bytes(row.get(0)?),
                number: row.get::<_, Option<String>>(1)?.unwrap_or_default(),
                invoice: None,
                day: Day(day).to_string(),
                due_day: due.map(|day| Day(day).to_string()),
                due_minor: row.get(4)?,
            };
            Ok((row.get::<_, i64>(5)?, due.unwrap_or(day), open))
        })?;
        let mut ageing = Ageing::default();
        let mut all = Vec::with_capacity(found.len());
        for (no, due_day, open) in found {
            ageing.add(to.0.saturating_sub(due_day), open.due_minor);
            let invoice = invoice(&self.folded_order(no)?.0);
            all.push(StatementOpen { invoice, ..open });
        }
        Ok((all, ageing.into()))
    }
}

impl From<Ageing> for StatementAgeing {
    fn from(known: Ageing) -> Self {
        Self {
            current_minor: known.current_minor,
            days_30_minor: known.days_30_minor,
            days_60_minor: known.days_60_minor,
            days_90_minor: known.days_90_minor,
            older_minor: known.older_minor,
        }
    }
}

/// The number of the invoice that was issued for an order.
fn invoice(order: &Order) -> Option<String> {
    let issued = order.issued(IssuedKind::Invoice)?;
    Some(issued.said.number.clone())
}

/// The rows in their order, each with the balance after it; and the last balance.
fn run(mut events: Vec<Event>, opening_minor: i64) -> (Vec<StatementRow>, i64) {
    events.sort_by_key(|event| event.at);
    let mut balance_minor = opening_minor;
    let mut rows = Vec::with_capacity(events.len());
    for Event {
        row, amount_minor, ..
    } in events
    {
        balance_minor = balance_minor.saturating_add(amount_minor);
        rows.push(StatementRow {
            debit_minor: amount_minor.max(0),
            credit_minor: amount_minor.min(0).saturating_neg(),
            balance_minor,
            ..row
        });
    }
    (rows, balance_minor)
}

/// What an order moved of what its customer owes: as the postings of its receivable.
fn events_of(order: &Order, id: Uuid) -> Vec<Event> {
    let number = order.number.clone();
    let event = |kind, (day, at_ms): (Day, i64), number, text, amount_minor| {
        let mut row = plain(kind, day, Some(id), number, text);
        row.invoice = (kind == StatementKind::Order)
            .then(|| invoice(order))
            .flatten();
        Event {
            at: (day, at_ms),
            row,
            amount_minor,
        }
    };
    let mut events = Vec::new();
    for moved in order.money_events() {
        let at = (moved.moment.day, moved.moment.at_ms);
        let (kind, number, text) = match moved.cause {
            MoneyCause::Agreed => {
                let own = order.document.reference.clone();
                (StatementKind::Order, number.clone(), own)
            }
            MoneyCause::Edited(edit) => {
                (StatementKind::Change, number.clone(), edit.reason.clone())
            }
            MoneyCause::Returned(back) => {
                let note = Some(back.number.clone());
                (StatementKind::CreditNote, note, back.reason.clone())
            }
            MoneyCause::Paid(payment) => {
                let method = Some(payment.method.clone());
                (payment_kind(payment), number.clone(), method)
            }
        };
        events.push(event(kind, at, number, text, moved.book_due_minor));
    }
    events.retain(|event| event.amount_minor != 0);
    events
}

fn payment_kind(payment: &Payment) -> StatementKind {
    if payment.amount_minor < 0 {
        StatementKind::Refund
    } else {
        StatementKind::Payment
    }
}

fn plain(
    kind: StatementKind,
    day: Day,
    order: Option<Uuid>,
    number: Option<String>,
    text: Option<String>,
) -> StatementRow {
    StatementRow {
        day: day.to_string(),
        kind,
        order,
        number,
        invoice: None,
        text,
        debit_minor: 0,
        credit_minor: 0,
        balance_minor: 0,
    }
}
