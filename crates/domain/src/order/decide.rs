//! Decisions about orders: from state and command to the payload of an entry, or a refusal.

use super::allowed::Action;
use super::components::check_whole;
use super::facts::{
    Cancelled, Document, Fulfilled, LineQuantity, OrderLine, Paid, Placed, Refunded,
};
use super::state::{Order, Stage, by_line};
use crate::ids::{PaymentId, ShipmentId};
use crate::limits::{AMOUNT_MINOR, CODE_CHARS, NAME_CHARS};
use crate::refusal::Refusal;
use crate::text;

/// Refuses a change that was made on an older version of the record.
pub fn check_version(now: u32, expected: u32) -> Result<(), Refusal> {
    if now == expected {
        return Ok(());
    }
    Err(Refusal::at("expected_version", "version_conflict").with(now))
}

/// A new draft; it may still be empty.
pub fn draft(document: Document) -> Result<Document, Refusal> {
    Ok(document)
}

/// A draft's next version; lines that are gone are void for good.
pub fn amend(now: &Order, mut document: Document) -> Result<Document, Refusal> {
    now.check(Action::Amend)?;
    let kept = |line: &u32| document.lines.iter().any(|other| other.line == *line);
    document.removed = now
        .lines
        .keys()
        .copied()
        .filter(|line| !kept(line))
        .collect();
    Ok(document)
}

/// The document as issued under a number. It needs a line.
pub fn place(mut document: Document, number: String) -> Result<Placed, Refusal> {
    if document.lines.is_empty() {
        return Err(Refusal::at("lines", "order_empty"));
    }
    // What was chosen is said by what goes out.
    document.lines.iter_mut().for_each(|line| line.lots.clear());
    Ok(Placed::new(number, document))
}

/// A payment of at most what is due.
pub fn pay(
    now: &Order,
    payment: PaymentId,
    method: &str,
    amount_minor: i64,
    reference: Option<&str>,
) -> Result<Paid, Refusal> {
    now.check(Action::Pay)?;
    check_amount(amount_minor, now.due_minor(), "more_than_due")?;
    Ok(Paid {
        payment,
        method: text::required("method", method, CODE_CHARS)?,
        holder: None,
        amount_minor,
        rounding_minor: 0,
        tendered_minor: None,
        exchange: None,
        book_minor: None,
        notes: None,
        reference: text::optional("reference", reference, CODE_CHARS)?,
    })
}

/// A refund of at most what was paid.
pub fn refund(
    now: &Order,
    payment: PaymentId,
    method: &str,
    amount_minor: i64,
    reason: Option<&str>,
) -> Result<Refunded, Refusal> {
    now.check(Action::Refund)?;
    check_amount(amount_minor, now.paid_minor(), "more_than_paid")?;
    Ok(Refunded {
        payment,
        method: text::required("method", method, CODE_CHARS)?,
        holder: None,
        amount_minor,
        rounding_minor: 0,
        exchange: None,
        book_minor: None,
        reason: text::optional("reason", reason, NAME_CHARS)?,
    })
}

/// A shipment of some lines, or of everything that is open when `lines` is `None`.
pub fn fulfil(
    now: &Order,
    shipment: ShipmentId,
    lines: Option<&[LineQuantity]>,
    carrier: Option<&str>,
    tracking: Option<&str>,
) -> Result<Fulfilled, Refusal> {
    now.check(Action::Fulfil)?;
    let lines = match lines {
        None => open_lines(now),
        Some(asked) => checked_lines(now, asked, &|line| now.open_milli(line), "more_than_open")?,
    };
    Ok(Fulfilled {
        lots: Vec::new(),
        shipment,
        carrier: text::optional("carrier", carrier, CODE_CHARS)?,
        tracking: text::optional("tracking", tracking, CODE_CHARS)?,
        location: None,
        lines,
    })
}

/// The end of what is not shipped, or of some of it. Nothing of an order left means that the order
/// itself is cancelled; what was shipped of it stays to be paid for.
pub fn cancel(
    now: &Order,
    lines: Option<&[LineQuantity]>,
    reason: Option<&str>,
) -> Result<Cancelled, Refusal> {
    now.check(Action::Cancel)?;
    let lines = match lines {
        Some(_) if now.stage == Stage::Draft => {
            return Err(Refusal::at("lines", "order_not_placed"));
        }
        Some(asked) => checked_lines(now, asked, &|line| now.open_milli(line), "more_than_open")?,
        None => open_lines(now),
    };
    let shipped = now.lines.keys().any(|line| now.shipped_milli(*line) != 0);
    let whole = !shipped && by_line(&lines) == by_line(&open_lines(now));
    Ok(Cancelled {
        reason: text::optional("reason", reason, NAME_CHARS)?,
        lines: if whole { Vec::new() } else { lines },
    })
}

/// Throws a draft away.
pub fn discard(now: &Order) -> Result<Cancelled, Refusal> {
    now.check(Action::Discard)?;
    cancel(now, None, None)
}

fn check_amount(amount_minor: i64, most: i64, code: &'static str) -> Result<(), Refusal> {
    let field = "amount_minor";
    if amount_minor <= 0 || amount_minor > AMOUNT_MINOR {
        return Err(Refusal::at(field, "amount_not_positive"));
    }
    if amount_minor > most {
        return Err(Refusal::at(field, code).with(most));
    }
    Ok(())
}

fn open_lines(now: &Order) -> Vec<LineQuantity> {
    let open = now.lines.values().map(|line| LineQuantity {
        line: line.line,
        quantity_milli: now.open_milli(line),
    });
    open.filter(|part| part.quantity_milli != 0).collect()
}

/// How much of a line an action may be about, thousandths.
pub(super) type LineLimit<'a> = &'a dyn Fn(&OrderLine) -> i64;

/// Lines that are asked for, each once and at most up to its limit.
pub(super) fn checked_lines(
    now: &Order,
    asked: &[LineQuantity],
    limit: LineLimit<'_>,
    over: &'static str,
) -> Result<Vec<LineQuantity>, Refusal> {
    for (index, part) in asked.iter().enumerate() {
        let Some(line) = now.lines.get(&part.line) else {
            return Err(Refusal::at(format!("lines.{index}.line"), "line_unknown"));
        };
        if asked[..index].iter().any(|other| other.line == part.line) {
            return Err(Refusal::at(format!("lines.{index}.line"), "claimed_twice"));
        }
        let field = format!("lines.{index}.quantity_milli");
        if part.quantity_milli == 0 || part.quantity_milli.signum() != line.quantity_milli.signum()
        {
            return Err(Refusal::at(field, "quantity_zero"));
        }
        if line.gift_card.is_some() && part.quantity_milli != line.quantity_milli {
            return Err(Refusal::at(field, "gift_card_whole"));
        }
        check_whole(field.as_str(), line, part.quantity_milli)?;
        let most = limit(line);
        if part.quantity_milli.unsigned_abs() > most.unsigned_abs() {
            return Err(Refusal::at(field, over).with(most));
        }
    }
    if asked.is_empty() {
        return Err(Refusal::at("lines", "required"));
    }
    Ok(asked.to_vec())
}
