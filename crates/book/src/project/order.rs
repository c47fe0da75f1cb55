//! An order's rows: its own, its lines by product, its moves and its money legs.
//!
//! With the sale itself only what the next one needs is written: balances, the customer's totals,
//! numbers. All else may wait, the order's own row included.

use super::anchors::note_late;
use super::delta::{Delta, NO_COST};
use super::facts::{add_balances, add_flows, add_holdings, add_legs, add_sale};
use super::{Target, bundles, credit, offers, order_beside, order_pages, owners, points};
use crate::error::Result;
use domain::SubjectKind;
use domain::credit::order_credit;
use domain::loyalty::order_points;
use domain::order::{
    CREDIT_NOTE, FulfilmentStatus, INVOICES, IssuedKind, Order, OrderKind, OrderLine, QUOTE, Quote,
};
use domain::posting::{MoneyLeg, StockMove, order_legs, order_moves};
use rusqlite::params;

/// What the next sale needs: balances, and the numbers that are used up; and what few orders have:
/// days that they wait for, tags, files, owners.
pub(super) fn at_once(
    target: &mut Target<'_>,
    no: i64,
    before: &Order,
    after: &Order,
    delta: &mut Delta,
) -> Result<()> {
    let moves = |order: &Order| {
        let shown = order.is_visible();
        if shown {
            order_moves(order)
        } else {
            Vec::new()
        }
    };
    let (old, new) = (moves(before), moves(after));
    if before.is_visible() {
        add_holdings(target, before, -1, delta)?;
    }
    if after.is_visible() {
        add_holdings(target, after, 1, delta)?;
    }
    add_balances(target, &old, -1, delta)?;
    add_balances(target, &new, 1, delta)?;
    note_late(target, &old, &new, delta)?;
    order_beside::lots(target, no, before, after, delta)?;
    order_beside::labels(target, no, before, after)?;
    order_beside::foreign(target, no, before, after)?;
    order_beside::backorders(target, no, before, after)?;
    bundles::order(target, no, before, after)?;
    order_beside::files(target, no, before, after)?;
    order_pages::project(target, no, before, after)?;
    let (was, is) = (before.is_visible(), after.is_visible());
    owners::project(
        target,
        no,
        was.then_some(&before.owners),
        is.then_some(&after.owners),
    )?;
    note_numbers(after, delta);
    let (moved, moves) = (order_credit(before), order_credit(after));
    credit::project(target, no, &moved, &moves, delta)?;
    points::project(
        target,
        no,
        &order_points(before),
        &order_points(after),
        delta,
    )?;
    offers::uses(target, no, before, after)
}

/// What lists, reports and histories show: the order's row, lines, moves and legs, and its sums.
pub(super) fn sums(
    target: &mut Target<'_>,
    no: i64,
    before: &Order,
    after: &Order,
    delta: &mut Delta,
) -> Result<()> {
    if before.is_visible() {
        let moves = order_moves(before);
        delete_by(target, "DELETE FROM orders WHERE no = ?1", no)?;
        delete_lines(target, no, before)?;
        delete_moves(target, no, &moves, delta)?;
        delete_by(target, "DELETE FROM money_leg WHERE subject = ?1", no)?;
        add_sale(target, before, -1, delta)?;
        add_flows(target, &moves, -1, delta)?;
        add_legs(target, &order_legs(before), -1, delta)?;
    }
    if after.is_visible() {
        let (moves, legs) = (order_moves(after), order_legs(after));
        insert(target, no, after)?;
        add_lines(target, no, after, delta)?;
        insert_moves(target, no, &moves, delta)?;
        insert_legs(target, no, &legs)?;
        add_sale(target, after, 1, delta)?;
        add_flows(target, &moves, 1, delta)?;
        add_legs(target, &legs, 1, delta)?;
    }
    for (list, shows) in LISTS {
        delta.count_row(list, shows(before), shows(after));
    }
    Ok(())
}

/// The first bit of the reasons for holds in a row's flags; see `HoldReason`.
pub(crate) const HOLDS: u32 = 4;

/// The bit of changes that did not know of each other.
const EDITED_APART: u32 = 9;

/// Whether a list shows an order.
type Shows = fn(&Order) -> bool;

/// Lists whose length screens show without counting, and the orders that they hold.
const LISTS: [(&str, Shows); 8] = [
    ("orders", Order::is_visible),
    ("orders:draft", |order| {
        order.is_visible() && state_code(order) == 0
    }),
    ("orders:placed", |order| {
        order.is_visible() && state_code(order) == 1
    }),
    ("orders:closed", |order| {
        order.is_visible() && state_code(order) == 2
    }),
    ("orders:cancelled", |order| {
        order.is_visible() && state_code(order) == 3
    }),
    ("orders:quoted", |order| {
        order.is_visible() && state_code(order) == 4
    }),
    ("orders:to_ship", is_to_ship),
    ("orders:to_pay", |order| {
        order.counts() && order.cancelled.is_none() && order.due_minor() > 0
    }),
];

fn is_to_ship(order: &Order) -> bool {
    order.counts()
        && matches!(
            order.fulfilment_status(),
            FulfilmentStatus::Allocated | FulfilmentStatus::PartShipped
        )
}

/// The row number of a line's product. A product is named once per line, from the cache mostly.
fn product_of(target: &mut Target<'_>, line: &OrderLine) -> Result<Option<i64>> {
    line.product
        .map(|id| target.subject(SubjectKind::Product, id.0))
        .transpose()
}

fn delete_lines(target: &mut Target<'_>, no: i64, order: &Order) -> Result<()> {
    for line in order.lines.values() {
        if let Some(product) = product_of(target, line)? {
            let sql = "DELETE FROM order_line WHERE product = ?1 AND order_no = ?2 AND line = ?3";
            target
                .conn
                .prepare_cached(sql)?
                .execute(params![product, no, line.line])?;
        }
    }
    Ok(())
}

pub(super) fn delete_by(target: &Target<'_>, sql: &str, no: i64) -> Result<()> {
    target.conn.prepare_cached(sql)?.execute([no])?;
    Ok(())
}

pub(super) fn delete_moves(
    target: &mut Target<'_>,
    no: i64,
    moves: &[StockMove],
    delta: &mut Delta,
) -> Result<()> {
    for part in moves {
        let product = target.subject(SubjectKind::Product, part.product.0)?;
        delta.goods.push(product);
        target
            .conn
            .prepare_cached(include_str!("../sql/delete_move.sql"))?
            .execute(params![product, part.at_ms, no, part.part])?;
    }
    Ok(())
}

/// Moves are written with the sums, sorted: neighbours in the table one after the other.
pub(super) fn insert_moves(
    target: &mut Target<'_>,
    no: i64,
    moves: &[StockMove],
    delta: &mut Delta,
) -> Result<()> {
    for part in moves {
        let product = target.subject(SubjectKind::Product, part.product.0)?;
        let from = target.terms.number(target.conn, &part.from)?;
        let to = target.terms.number(target.conn, &part.to)?;
        let (part_no, offset) = (i64::from(part.part), i64::from(part.offset_min));
        let quantity = part.quantity_milli;
        let cost = part.unit_cost_micro.map_or(NO_COST, |cost| cost.max(0));
        let row = [
            product, part.at_ms, no, part_no, from, to, quantity, offset, cost,
        ];
        delta.moves.push(row);
    }
    Ok(())
}

pub(super) fn insert_legs(target: &mut Target<'_>, no: i64, legs: &[MoneyLeg]) -> Result<()> {
    for leg in legs {
        let account = target.terms.number(target.conn, &leg.account)?;
        target
            .conn
            .prepare_cached(include_str!("../sql/insert_leg.sql"))?
            .execute(params![no, account, leg.day.0, leg.amount_minor])?;
    }
    Ok(())
}

fn add_lines(target: &mut Target<'_>, no: i64, order: &Order, delta: &mut Delta) -> Result<()> {
    for line in order.lines.values().filter(|line| order.is_shown(line)) {
        if let Some(product) = product_of(target, line)? {
            let (line_no, quantity) = (i64::from(line.line), line.quantity_milli);
            delta.lines.push([
                product,
                no,
                line_no,
                quantity,
                order.in_book(line.total_minor),
            ]);
        }
    }
    Ok(())
}

fn insert(target: &mut Target<'_>, no: i64, order: &Order) -> Result<()> {
    let document = &order.document;
    let moment = order.shown_moment();
    let customer = match document.customer {
        Some(id) => Some(target.subject(SubjectKind::Customer, id.0)?),
        None => None,
    };
    let channel = target.terms.number(target.conn, &document.channel)?;
    let country = document.country.as_deref();
    let country = country
        .map(|text| target.terms.number(target.conn, text))
        .transpose()?;
    let run = target.run(document.run)?;
    let (total, tax) = order.totals();
    let (total, tax) = (order.in_book(total), order.in_book(tax));
    target
        .conn
        .prepare_cached(include_str!("../sql/insert_order.sql"))?
        .execute(params![
            no,
            shown_number(order),
            document.external_id,
            kind_code(document.kind),
            state_code(order),
            order.payment_status() as u8,
            order.fulfilment_status() as u8,
            moment.at_ms,
            moment.offset_min,
            moment.day.0,
            customer,
            channel,
            country,
            order.items_milli(),
            shown_lines(order),
            total,
            tax,
            order.in_book(order.paid_minor()),
            order.in_book(order.refunded_minor()),
            flags(order),
            run,
            order.version,
            order.due_day().map(|day| day.0),
        ])?;
    Ok(())
}

/// A quote is found by its own number until it is an order.
pub(crate) fn shown_number(order: &Order) -> Option<String> {
    let quote = order.quote.as_ref().map(Quote::printed);
    order.number.clone().or(quote)
}

fn shown_lines(order: &Order) -> i64 {
    let shown = order.lines.values().filter(|line| order.is_shown(line));
    shown.count() as i64
}

pub(crate) fn kind_code(kind: OrderKind) -> u8 {
    match kind {
        OrderKind::Sale => 0,
        OrderKind::Return => 1,
        OrderKind::Adjustment => 2,
    }
}

pub(crate) fn state_code(order: &Order) -> u8 {
    match order.state_word() {
        "draft" => 0,
        "placed" => 1,
        "closed" => 2,
        "quoted" => 4,
        "declined" => 5,
        _ => 3,
    }
}

/// What a person must look at, bit by bit; the bits of holds begin at [`HOLDS`].
pub(crate) fn flags(order: &Order) -> u32 {
    let over = order.lines.values().any(|line| {
        order.shipped_milli(line.line).unsigned_abs() > line.quantity_milli.unsigned_abs()
    });
    let holds = order.holds.keys().filter(|_| order.is_held());
    u32::from(order.shipped_after_cancel || order.shipped_what_was_called_off())
        | u32::from(order.paid_after_cancel) << 1
        | u32::from(over) << 2
        | u32::from(order.returned_too_much()) << 3
        | u32::from(order.edited_apart) << EDITED_APART
        | holds.fold(0, |bits, reason| bits | 1 << (HOLDS + *reason as u32))
}

/// Remembers the highest number of each series, so that the next one follows.
fn note_numbers(order: &Order, delta: &mut Delta) {
    if let Some(number) = &order.number {
        // Goods that came without their sale have a credit note's number.
        let credit = Some(order.document.kind).filter(|kind| *kind == OrderKind::Return);
        match credit.and_then(|_| number.strip_prefix(CREDIT_NOTE)) {
            Some(number) => delta.note_number("credit_note", number),
            None => delta.note_number("order", number),
        }
    }
    let quote = order.quote.as_ref();
    if let Some(number) = quote.and_then(|quote| quote.said.number.strip_prefix(QUOTE)) {
        delta.note_number("quote", number);
    }
    for back in order.returns.values() {
        if let Some(number) = back.number.strip_prefix(CREDIT_NOTE) {
            delta.note_number("credit_note", number);
        }
    }
    for issued in order.documents.values() {
        // A credit note has the number of its return. The letter of an invoice stands before the
        // device's prefix.
        let invoice = issued.said.kind == IssuedKind::Invoice;
        let number = issued.said.number.split_once('-');
        if let Some((_, number)) = number.filter(|_| invoice) {
            delta.note_number(INVOICES, number);
        }
    }
}
