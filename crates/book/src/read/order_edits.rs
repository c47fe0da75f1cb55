//! What was offered before an order was placed and what was changed of it after, as its page shows
//! it.

use super::order::{at_local, personal};
use crate::dto::{OrderEdit, OrderEditLine, OrderLineTerms, OrderQuote};
use domain::Entry;
use domain::order::{Edit, EditTerms, Edited, Order, OrderLine, Quote};

/// The changes, oldest first.
pub(super) fn edits(order: &Order, entries: &[Entry]) -> Vec<OrderEdit> {
    let shown = order.edits.iter().map(|edit| shown(order, edit, entries));
    shown.collect()
}

fn shown(order: &Order, edit: &Edit, entries: &[Entry]) -> OrderEdit {
    let difference = edit.difference();
    let mut fields = terms(&edit.terms);
    fields.extend(said_of_persons(edit, entries));
    OrderEdit {
        edit: edit.edit.0,
        at_local: at_local(edit.moment),
        actor: edit.actor.clone(),
        reason: edit.reason.clone(),
        takes_back: edit.takes_back.map(|id| id.0),
        taken_back: order.is_taken_back(edit.edit),
        fields: fields.into_iter().map(str::to_owned).collect(),
        lines: lines(edit),
        total_minor: difference.total_minor,
        tax_minor: difference.tax_minor,
    }
}

/// What was offered before it was placed.
pub(super) fn quote(quote: &Quote) -> OrderQuote {
    let declined = quote.declined.as_ref();
    OrderQuote {
        number: quote.printed(),
        revision: i64::from(quote.said.revision),
        at_local: at_local(quote.moment),
        valid_until: quote.said.valid_until.to_string(),
        revised: quote.revised,
        declined_local: declined.map(|(_, moment)| at_local(*moment)),
        decline_reason: declined.and_then(|(said, _)| said.reason.clone()),
    }
}

fn terms(said: &EditTerms) -> Vec<&'static str> {
    let all = [
        ("customer", said.customer.is_some()),
        ("country", said.country.is_some()),
        ("reference", said.reference.is_some()),
        ("discount_ppm", said.discount_ppm.is_some()),
        ("sales_person", said.sales_person.is_some()),
        ("promised", said.promised.is_some()),
    ];
    let said = all.into_iter().filter(|(_, said)| *said);
    said.map(|(name, _)| name).collect()
}

/// The personal fields that the entry of a change says.
fn said_of_persons(edit: &Edit, entries: &[Entry]) -> Vec<&'static str> {
    let of_edit = |entry: &&Entry| {
        let said: Option<Edited> = serde_json::from_str(&entry.payload).ok();
        entry.kind == "order.edited" && said.is_some_and(|said| said.edit == edit.edit)
    };
    let Some(said) = entries.iter().find(of_edit).and_then(personal) else {
        return Vec::new();
    };
    let all = [
        ("note", said.note.is_some()),
        ("ship_to", said.ship_to.is_some()),
    ];
    let said = all.into_iter().filter(|(_, said)| *said);
    said.map(|(name, _)| name).collect()
}

/// The lines of which something else was said; those whose share of a discount or tax moved by a
/// cent alone are left out.
fn lines(edit: &Edit) -> Vec<OrderEditLine> {
    let changed = edit.after.iter().filter_map(|after| {
        let before = edit.before.iter().find(|line| line.line == after.line);
        let (was, is) = (before.map(line_terms), line_terms(after));
        if was == Some(is) && before.is_some_and(|line| line.title == after.title) {
            return None;
        }
        let moved = edit.share_of(after.line);
        Some(OrderEditLine {
            line: i64::from(after.line),
            sku: after.sku.clone(),
            title: after.title.clone(),
            before: was,
            after: is,
            quantity_milli: moved.quantity_milli,
            total_minor: moved.total_minor,
        })
    });
    changed.collect()
}

fn line_terms(line: &OrderLine) -> OrderLineTerms {
    OrderLineTerms {
        quantity_milli: line.quantity_milli,
        unit_price_micro: line.unit_price_micro,
        discount_ppm: line.discount_ppm,
        discount_minor: line.discount_minor,
    }
}
