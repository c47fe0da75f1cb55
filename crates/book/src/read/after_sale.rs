//! What happened to an order after its sale, as its page shows it: holds and returns.

use super::codes::hold_reason;
use super::order::{at_local, shipped_line};
use crate::dto::{OrderHold, OrderReturn, OrderReturnLine, ReturnRequest};
use domain::order::{Order, ReturnedLine};

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
        lines: request.lines.iter().map(shipped_line).collect(),
    });
    shown.collect()
}

/// What came back, oldest first.
pub(super) fn returns(order: &Order) -> Vec<OrderReturn> {
    let mut returns: Vec<_> = order.returns.iter().collect();
    returns.sort_by_key(|(_, back)| (back.moment.at_ms, &back.number));
    let shown = returns.into_iter().map(|(id, back)| {
        let (total_minor, tax_minor) = back.totals();
        OrderReturn {
            received: id.0,
            number: back.number.clone(),
            at_local: at_local(back.moment),
            reason: back.reason.clone(),
            lines: back.lines.iter().map(returned_line).collect(),
            total_minor,
            tax_minor,
        }
    });
    shown.collect()
}

fn returned_line(line: &ReturnedLine) -> OrderReturnLine {
    OrderReturnLine {
        line: i64::from(line.line),
        restocked_milli: line.restocked_milli,
        scrapped_milli: line.scrapped_milli,
        total_minor: line.total_minor,
        tax_minor: line.tax_minor,
    }
}
