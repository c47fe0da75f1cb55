//! Decisions about till sessions. A count is never refused for what it comes to.

use super::facts::{Closed, Counted, Moved, Opened};
use super::notes::NotesCounted;
use super::session::TillSession;
use super::takings::Takings;
use crate::ids::DeviceId;
use crate::limits::{AMOUNT_MINOR, LIST_ITEMS, NAME_CHARS};
use crate::refusal::Refusal;
use crate::text;

/// The most notes or coins of one size that anybody counts.
const MOST_COINS: i64 = 1_000_000;

/// A new session of a device that has none open.
///
/// # Errors
/// A session is open already, or the float is below zero or says a currency twice.
pub fn open(
    is_open: bool,
    till: &str,
    (float_minor, notes): (i64, Vec<NotesCounted>),
) -> Result<Opened, Refusal> {
    if is_open {
        return Err(Refusal::new("till_open_already"));
    }
    if !(0..=AMOUNT_MINOR).contains(&float_minor) {
        return Err(Refusal::at("float_minor", "out_of_range"));
    }
    check_once(&notes)?;
    Ok(Opened {
        till: till.to_owned(),
        float_minor,
        notes,
    })
}

/// Money into the drawer (above zero) or out of it.
///
/// # Errors
/// The session is not open on this device, nothing moves, or no reason is given.
pub fn move_cash(
    now: &TillSession,
    device: DeviceId,
    amount_minor: i64,
    reason: &str,
) -> Result<Moved, Refusal> {
    check_open(now, device)?;
    if amount_minor == 0 || amount_minor.saturating_abs() > AMOUNT_MINOR {
        return Err(Refusal::at("amount_minor", "amount_not_positive"));
    }
    Ok(Moved {
        amount_minor,
        reason: text::required("reason", reason, NAME_CHARS)?,
        notes: None,
    })
}

/// Notes of another currency into the drawer (above zero) or out of it, with what they are worth.
///
/// # Errors
/// As for money of the book.
pub fn move_notes(
    now: &TillSession,
    device: DeviceId,
    notes: NotesCounted,
    reason: &str,
) -> Result<Moved, Refusal> {
    let said = move_cash(now, device, notes.counted_minor, reason)?;
    Ok(Moved {
        amount_minor: 0,
        notes: Some(notes),
        ..said
    })
}

/// The end of a session under the next number: the count stands, whatever it comes to.
///
/// # Errors
/// The session is not open on this device, or the count cannot be read.
pub fn close(
    now: &TillSession,
    device: DeviceId,
    (counts, notes): (&[Counted], Vec<NotesCounted>),
    takings: Takings,
    number: String,
) -> Result<Closed, Refusal> {
    check_open(now, device)?;
    check_once(&notes)?;
    Ok(Closed {
        number,
        counted_minor: counted(counts)?,
        counts: counts
            .iter()
            .filter(|one| one.count != 0)
            .copied()
            .collect(),
        notes,
        takings,
    })
}

/// Refuses a currency that is counted twice.
fn check_once(notes: &[NotesCounted]) -> Result<(), Refusal> {
    for (index, one) in notes.iter().enumerate() {
        let known = notes[..index]
            .iter()
            .any(|other| other.currency == one.currency);
        if known {
            return Err(Refusal::at(
                format!("notes.{index}.currency"),
                "claimed_twice",
            ));
        }
    }
    Ok(())
}

fn check_open(now: &TillSession, device: DeviceId) -> Result<(), Refusal> {
    if now.opened.is_none() {
        return Err(Refusal::new("till_not_open"));
    }
    if now.device != Some(device) {
        return Err(Refusal::new("till_elsewhere"));
    }
    if now.closed.is_some() {
        return Err(Refusal::new("till_closed"));
    }
    Ok(())
}

fn counted(counts: &[Counted]) -> Result<i64, Refusal> {
    if counts.len() > LIST_ITEMS {
        return Err(Refusal::at("counts", "too_many").with(LIST_ITEMS));
    }
    let mut sum = 0_i64;
    for (index, one) in counts.iter().enumerate() {
        let at = |field: &str| format!("counts.{index}.{field}");
        let size = one.denomination_minor;
        if !(1..=AMOUNT_MINOR).contains(&size) {
            return Err(Refusal::at(at("denomination_minor"), "amount_not_positive"));
        }
        if counts[..index]
            .iter()
            .any(|other| other.denomination_minor == size)
        {
            return Err(Refusal::at(at("denomination_minor"), "claimed_twice"));
        }
        if !(0..=MOST_COINS).contains(&one.count) {
            return Err(Refusal::at(at("count"), "out_of_range"));
        }
        let part = size.saturating_mul(one.count);
        sum = sum.saturating_add(part);
    }
    if sum > AMOUNT_MINOR {
        return Err(Refusal::at("counts", "amount_too_large"));
    }
    Ok(sum)
}
