//! Decisions about till sessions. A count is never refused for what it comes to.

use super::facts::{Closed, Counted, Moved, Opened};
use super::notes::NotesCounted;
use super::session::TillSession;
use super::takings::Takings;
use crate::ids::DeviceId;
use crate::limits::{AMOUNT_MINOR, LIST_ITEMS, NAME_CHARS};
use crate::order::Exchange;
use crate::refusal::Refusal;
use crate::rounding::div_round_half_away;
use crate::text;

/// The most notes or coins of one size that anybody counts.
const MOST_COINS: i64 = 1_000_000;

/// A new session of a device that has none open.
///
/// # Errors
/// A session is open already, or the float is below zero.
pub fn open(is_open: bool, till: &str, float_minor: i64) -> Result<Opened, Refusal> {
    if is_open {
        return Err(Refusal::new("till_open_already"));
    }
    if !(0..=AMOUNT_MINOR).contains(&float_minor) {
        return Err(Refusal::at("float_minor", "out_of_range"));
    }
    Ok(Opened {
        till: till.to_owned(),
        float_minor,
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
    })
}

/// Notes of another currency that were counted, worth what such notes were taken for in the
/// session; where none were, what they are worth today.
///
/// # Errors
/// The count is below zero or too large, or nobody knows what they are worth.
pub fn count_notes(
    (currency, counted_minor): (&str, i64),
    takings: &Takings,
    today: Option<&Exchange>,
) -> Result<NotesCounted, Refusal> {
    if !(0..=AMOUNT_MINOR).contains(&counted_minor) {
        return Err(Refusal::at("counted_minor", "out_of_range"));
    }
    let sum = takings.notes.iter().find(|sum| sum.currency == currency);
    let worth_minor = match (sum.filter(|sum| sum.given_minor > 0), today) {
        (Some(sum), _) => {
            let exact = i128::from(sum.worth_minor) * i128::from(counted_minor);
            let worth = div_round_half_away(exact, i128::from(sum.given_minor));
            i64::try_from(worth).ok()
        }
        (None, Some(today)) => today.rate.convert(counted_minor),
        (None, None) => return Err(Refusal::at("currency", "rate_missing").with(currency)),
    };
    Ok(NotesCounted {
        currency: currency.to_owned(),
        counted_minor,
        worth_minor: worth_minor.ok_or_else(|| Refusal::at("counted_minor", "amount_too_large"))?,
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
