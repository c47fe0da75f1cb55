//! An order with everything about it: the fold of its entries, its customer, its stock.

use super::codes::action;
use super::moment::local;
use super::order_documents::documents;
use super::order_row::order_head;
use super::{Read, after_sale, loyalty, order_edits, order_lines};
use crate::dto::{self, OrderAttachment, OrderNote, OrderNotes, OrderPayment, ShippedLine};
use crate::error::{BookError, Result};
use crate::journal;
use domain::credit::Holder;
use domain::currency::Currency;
use domain::order::{Action, Moment, Order, OrderPersonal, Payment, Shipment};
use domain::till::Notes;
use domain::{Entry, State, SubjectKind};
use std::borrow::Cow;
use uuid::Uuid;

impl Read<'_> {
    /// An order by its id.
    pub fn order(&self, id: Uuid) -> Result<dto::Order> {
        let (order, entries) = self.shown_order(id)?;
        let customer = order.document.customer;
        let customer = customer
            .map(|id| self.customer_summary(id.0))
            .transpose()?
            .flatten();
        let totals = order_lines::totals(&order);
        let names = self.names()?;
        let mut shown = dto::Order {
            location: order.location().to_owned(),
            lines: order_lines::lines(self, &order)?,
            taxes: order_lines::taxes(&order),
            lines_minor: totals.lines_minor,
            discount_minor: totals.discount_minor,
            net_minor: totals.net_minor,
            tax_minor: totals.tax_minor,
            refunded_minor: order.refunded_minor(),
            due_minor: order.due_minor(),
            change_minor: change_minor(&order),
            payments: payments(self, &order)?,
            shipments: shipments(self, &order)?,
            documents: documents(&order),
            return_requests: after_sale::requests(&order),
            returns: after_sale::returns(&order, &entries),
            notes: notes(&entries),
            attachments: attachments(self, &order)?,
            pages: self.order_pages(&order)?,
            edits: order_edits::edits(&order, &entries),
            held: after_sale::holds(&order),
            timeline: self.order_timeline(&names, (id, &entries))?,
            allowed: allowed(&order),
            warnings: Vec::new(),
            prices_include_tax: order.document.prices_include_tax,
            note: newest(&entries, |said| said.note),
            ship_to: newest(&entries, |said| said.ship_to),
            reference: order.document.reference.clone(),
            sales_person: order.document.sales_person.clone(),
            promised: order.document.promised.map(|day| day.to_string()),
            tags: order.tags.iter().cloned().collect(),
            quote: order.quote.as_ref().map(order_edits::quote),
            discount_ppm: order.document.discount_ppm,
            discount_fixed_minor: order.document.discount_minor,
            shipping_minor: order_lines::shipping_minor(&order),
            promotions: order_lines::promotions(&order),
            points: loyalty::order_points(&order),
            exemption: order.document.exemption.clone(),
            created_local: at_local(order.created),
            closed_local: order.is_closed().then(|| at_local(order.changed)),
            cancel_reason: cancel_reason(&order),
            run: order.document.run.map(|run| run.0),
            head: order_head(id, &order, customer.as_ref())?,
            currency_digits: digits(&order.document.currency),
            exchange: exchange(&order),
            currency: order.document.currency.clone(),
            customer_summary: customer,
        };
        names.put_in(&mut shown);
        Ok(shown)
    }

    /// An order as folded, and its entries in the order of the fold.
    pub(crate) fn folded_order(&self, no: i64) -> Result<(Order, Vec<Entry>)> {
        let mut entries = journal::entries(self.conn, self.terms, no)?;
        match domain::fold(SubjectKind::Order, &mut entries) {
            State::Order(order) => Ok((*order, entries)),
            _ => Err(BookError::Inconsistent(
                "an order folds to something else".into(),
            )),
        }
    }
}

impl<'a> Read<'a> {
    fn shown_order(&self, id: Uuid) -> Result<(Cow<'a, Order>, Cow<'a, [Entry]>)> {
        let (order, entries) = match self.fresh_order(id) {
            Some((order, entries)) => (Cow::Borrowed(order), Cow::Borrowed(entries)),
            None => {
                let (order, entries) = self.folded_order(self.no_of(id, "order")?)?;
                (Cow::Owned(order), Cow::Owned(entries))
            }
        };
        match order.is_visible() {
            true => Ok((order, entries)),
            false => Err(BookError::NotFound("order")),
        }
    }

    /// An order that the open write has made, with its entries: nothing has to be read for it. What
    /// is said of persons may be erased as soon as it is said, and is read.
    fn fresh_order(&self, id: Uuid) -> Option<(&'a Order, &'a [Entry])> {
        let open = self.opened(SubjectKind::Order, id)?;
        let entries = open.fresh.as_deref().filter(|_| !open.personal)?;
        match &*open.now {
            State::Order(order) => Some((order, entries)),
            _ => None,
        }
    }
}

pub(super) fn at_local(moment: Moment) -> String {
    local(moment.at_ms, moment.offset_min)
}

/// The newest of the texts that entries say about the order, unless it was taken away again.
fn newest(entries: &[Entry], pick: impl Fn(OrderPersonal) -> Option<String>) -> Option<String> {
    let mut said = entries.iter().rev().filter_map(personal);
    said.find_map(pick).filter(|text| !text.is_empty())
}

/// What an entry says of a personal kind, as long as nobody was erased.
pub(super) fn personal(entry: &Entry) -> Option<OrderPersonal> {
    let part = entry.personal.as_ref()?;
    serde_json::from_str(&part.text).ok()
}

fn allowed(order: &Order) -> Vec<dto::OrderAction> {
    let can = Action::ALL
        .into_iter()
        .filter(|action| order.check(*action).is_ok());
    can.map(action).collect()
}

fn payments(read: &Read<'_>, order: &Order) -> Result<Vec<OrderPayment>> {
    let mut payments: Vec<_> = order.payments.iter().collect();
    payments.sort_by_key(|(id, payment)| (payment.moment.at_ms, **id));
    let shown = payments.into_iter().map(|(id, payment)| {
        let card = match payment.holder {
            Some(Holder::GiftCard(card)) => Some(card.0),
            _ => None,
        };
        let left = payment.holder.map(|holder| read.credit_of(holder));
        let code = card.map(|card| read.gift_card_code(card));
        Ok(OrderPayment {
            payment: id.0,
            method: payment.method.clone(),
            gift_card: card,
            gift_card_code: code.transpose()?.flatten(),
            left_minor: left.transpose()?,
            amount_minor: payment.amount_minor,
            book_minor: payment.book_minor,
            rounding_minor: payment.rounding_minor,
            received_minor: payment.received_minor(),
            is_book_money: payment.is_book_money() && order.document.exchange.is_some(),
            tendered_minor: payment.tendered_minor,
            notes: payment.notes.as_ref().map(|notes| notes_of(payment, notes)),
            at_local: at_local(payment.moment),
            reference: payment.reference.clone(),
        })
    });
    shown.collect()
}

fn notes_of(payment: &Payment, notes: &Notes) -> OrderNotes {
    let enough = Notes::enough_for(&notes.exchange, payment.received_minor());
    OrderNotes {
        currency: notes.currency().to_owned(),
        currency_digits: digits(notes.currency()),
        given_minor: notes.given_minor,
        enough_minor: enough.unwrap_or(notes.given_minor),
        worth_minor: notes.worth_minor,
        rate: notes.exchange.rate.to_string(),
    }
}

pub(super) fn digits(currency: &str) -> i64 {
    Currency::parse(currency).map_or(2, |currency| i64::from(currency.minor_digits()))
}

/// What an order in another currency is worth.
fn exchange(order: &Order) -> Option<dto::OrderExchange> {
    let said = order.document.exchange.as_ref()?;
    let (total, tax) = order.totals();
    Some(dto::OrderExchange {
        rate: said.rate.to_string(),
        day: said.day.to_string(),
        source: said.source.clone(),
        book_currency: said.rate.to().code().to_owned(),
        total_minor: order.in_book(total),
        tax_minor: order.in_book(tax),
        due_minor: order.due_in_book(),
    })
}

fn cancel_reason(order: &Order) -> Option<String> {
    order.cancelled.as_ref()?.reason.clone()
}

fn change_minor(order: &Order) -> i64 {
    let change = order.payments.values().map(Payment::change_minor);
    change.fold(0, i64::saturating_add)
}

/// The notes of the shop, oldest first.
fn notes(entries: &[Entry]) -> Vec<OrderNote> {
    let said = entries.iter().filter_map(|entry| {
        Some(OrderNote {
            text: personal(entry)?.internal_note?,
            actor: entry.actor.clone(),
            at_local: local(entry.at_ms, entry.offset_min),
        })
    });
    said.collect()
}

fn attachments(read: &Read<'_>, order: &Order) -> Result<Vec<OrderAttachment>> {
    let mut files: Vec<_> = order.attachments.iter().collect();
    files.sort_by_key(|(id, file)| (file.moment.at_ms, **id));
    let shown = files.into_iter().map(|(id, file)| {
        Ok(OrderAttachment {
            attachment: id.0,
            name: file.name.clone(),
            size_bytes: file.said.size_bytes,
            media_type: file.said.media_type.clone(),
            at_local: at_local(file.moment),
            actor: file.actor.clone(),
            is_here: read.is_kept(&file.said.sha256)?,
        })
    });
    shown.collect()
}

fn shipments(read: &Read<'_>, order: &Order) -> Result<Vec<dto::Shipment>> {
    let mut shipments: Vec<_> = order.shipments.iter().collect();
    shipments.sort_by_key(|(id, shipment)| (shipment.moment.at_ms, **id));
    let shown = shipments.into_iter().map(|(id, shipment)| {
        Ok(dto::Shipment {
            shipment: id.0,
            at_local: at_local(shipment.moment),
            carrier: shipment.carrier.clone(),
            tracking: shipment.tracking.clone(),
            tracking_url: tracking_url(read, shipment)?,
            delivered_local: order.delivered.get(id).map(|moment| at_local(*moment)),
            under_way: order.is_under_way(*id, shipment),
            lines: shipment.lines.iter().map(shipped_line).collect(),
            lots: read.lots_shown(&shipment.lots, Some(shipment.moment.day))?,
        })
    });
    shown.collect()
}

/// The settings are looked at for parcels alone: nothing of a counter sale needs them.
fn tracking_url(read: &Read<'_>, shipment: &Shipment) -> Result<Option<String>> {
    let (Some(carrier), Some(number)) = (&shipment.carrier, &shipment.tracking) else {
        return Ok(None);
    };
    Ok(read.settings()?.tracking_url(carrier, number))
}

pub(super) fn shipped_line((line, quantity_milli): (&u32, &i64)) -> ShippedLine {
    ShippedLine {
        line: i64::from(*line),
        quantity_milli: *quantity_milli,
    }
}
