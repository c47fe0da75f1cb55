//! What happened to an order after its sale, as its page shows it: holds and returns.

use super::codes::hold_reason;
use super::order::at_local;
use super::order_pick;
use crate::dto::{OrderHold, OrderReturn, OrderReturnLine, ReturnRequest, ReturnRequestLine};
use domain::Entry;
use domain::ids::{PaymentId, ReturnId};
use domain::order::{Edited, Order, Payment, RequestedLine, Returned, ReturnedLine};
use serde::Deserialize;
use uuid::Uuid;

/// Why it is not shipped for now.
pub(super) fn holds(order: &Order) -> Vec<OrderHold> {
    let shown = order.holds.iter().map(|(reason, hold)| OrderHold {
        reason: hold_reason(*reason),
        until: hold.until.map(|day| day.to_string()),
        note: hold.note.clone(),
        actor: hold.actor.clone(),
        at_local: at_local(hold.moment),
    });
    shown.collect()
}

/// The returns that are announced and have not come, oldest first.
pub(super) fn requests(order: &Order) -> Vec<ReturnRequest> {
    let mut open: Vec<_> = order.return_requests.iter().collect();
    open.retain(|(id, _)| !order.is_answered(**id));
    open.sort_by_key(|(id, request)| (request.moment.at_ms, **id));
    let shown = open.into_iter().map(|(id, request)| ReturnRequest {
        request: id.0,
        at_local: at_local(request.moment),
        reason: request.reason.clone(),
        lines: request.lines.iter().map(requested_line).collect(),
    });
    shown.collect()
}

/// What came back, oldest first.
pub(super) fn returns(order: &Order, entries: &[Entry]) -> Vec<OrderReturn> {
    let mut returns: Vec<_> = order.returns.iter().collect();
    returns.sort_by_key(|(_, back)| (back.moment.at_ms, &back.number));
    let shown = returns.into_iter().map(|(id, back)| {
        let (total_minor, tax_minor) = back.totals();
        let act = Act::of(order, entries, *id);
        OrderReturn {
            received: id.0,
            number: back.number.clone(),
            at_local: at_local(back.moment),
            reason: back.reason.clone(),
            lines: back.lines.iter().map(returned_line).collect(),
            lots: order_pick::shown(&back.lots),
            total_minor,
            tax_minor,
            book_tax_minor: order.returned_tax_in_book(*id),
            difference_minor: act.taken_minor.saturating_sub(total_minor),
            edit: act.edit,
            payments: act.payments,
            change_minor: act.change_minor,
        }
    });
    shown.collect()
}

/// What was said together with a return, by the same request.
#[derive(Default)]
struct Act {
    edit: Option<Uuid>,
    taken_minor: i64,
    payments: Vec<Uuid>,
    change_minor: i64,
}

impl Act {
    fn of(order: &Order, entries: &[Entry], id: ReturnId) -> Self {
        let said = |entry: &&Entry| {
            let said = serde_json::from_str::<Returned>(&entry.payload);
            entry.kind == "order.returned" && said.is_ok_and(|said| said.received == id)
        };
        let mut act = Self::default();
        let Some(back) = entries.iter().find(said) else {
            return act;
        };
        for entry in entries.iter().filter(|it| it.request_id == back.request_id) {
            act.add(order, entry);
        }
        act
    }

    fn add(&mut self, order: &Order, entry: &Entry) {
        match entry.kind.as_str() {
            "order.edited" => {
                let said = serde_json::from_str::<Edited>(&entry.payload);
                let said = said.ok().map(|said| said.edit);
                let edit = order.edits.iter().find(|edit| Some(edit.edit) == said);
                self.edit = edit.map(|edit| edit.edit.0);
                self.taken_minor = edit.map_or(0, |edit| edit.difference().total_minor);
            }
            "order.paid" | "order.refunded" => {
                let said = serde_json::from_str::<Settled>(&entry.payload);
                let Ok(Settled { payment }) = said else {
                    return;
                };
                let change = order.payments.get(&payment).map(Payment::change_minor);
                self.change_minor = self.change_minor.saturating_add(change.unwrap_or(0));
                self.payments.push(payment.0);
            }
            _ => {}
        }
    }
}

/// A payment or refund, by its identity.
#[derive(Deserialize)]
struct Settled {
    payment: PaymentId,
}

fn requested_line(line: &RequestedLine) -> ReturnRequestLine {
    ReturnRequestLine {
        line: i64::from(line.line),
        component: line.component.map(|one| one.0),
        quantity_milli: line.quantity_milli,
    }
}

fn returned_line(line: &ReturnedLine) -> OrderReturnLine {
    OrderReturnLine {
        line: i64::from(line.line),
        component: line.component.map(|one| one.0),
        restocked_milli: line.restocked_milli,
        scrapped_milli: line.scrapped_milli,
        total_minor: line.total_minor,
        tax_minor: line.tax_minor,
    }
}
