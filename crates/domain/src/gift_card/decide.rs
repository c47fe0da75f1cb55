//! Decisions about gift cards.

use super::code::{checks, folded, is_own};
use super::state::{Adjusted, Amended, Blocked, GiftCard, Issued, Replaced};
use crate::credit::check_spend;
use crate::day::Day;
use crate::ids::{GiftCardId, PaymentId};
use crate::limits::{AMOUNT_MINOR, CODE_CHARS, NAME_CHARS};
use crate::refusal::Refusal;
use crate::text;

/// The shortest code of a pre-printed card: a shorter one is guessed.
const LEAST_CHARS: usize = 4;

/// A code as codes are compared. One that looks like our own must check.
pub fn check_code(field: &str, code: &str) -> Result<String, Refusal> {
    let code = folded(&text::required(field, code, CODE_CHARS)?);
    if code.chars().count() < LEAST_CHARS {
        return Err(Refusal::at(field, "card_code_short").with(LEAST_CHARS));
    }
    if is_own(&code) && !checks(&code) {
        return Err(Refusal::at(field, "card_code_wrong"));
    }
    Ok(code)
}

/// A card of a code that is not in use yet, or that stays as it was issued.
pub fn issue(code: &str, expires: Option<Day>, today: Day) -> Result<Issued, Refusal> {
    check_expiry(expires, today)?;
    Ok(Issued {
        code: check_code("code", code)?,
        expires,
    })
}

/// Another last day.
pub fn amend(now: &GiftCard, expires: Option<Day>, today: Day) -> Result<Amended, Refusal> {
    present(now)?;
    check_expiry(expires.filter(|day| now.expires != Some(*day)), today)?;
    Ok(Amended { expires })
}

/// A card that was lost or stolen cannot be spent any more.
pub fn block(now: &GiftCard, reason: Option<&str>) -> Result<Blocked, Refusal> {
    present(now)?;
    if now.blocked.is_some() || now.is_replaced() {
        return Err(Refusal::new("gift_card_blocked"));
    }
    Ok(Blocked {
        reason: text::optional("reason", reason, NAME_CHARS)?,
    })
}

/// A card that was found again can be spent.
pub fn unblock(now: &GiftCard) -> Result<(), Refusal> {
    present(now)?;
    match (&now.blocked, now.is_replaced()) {
        (Some(_), false) => Ok(()),
        (_, true) => Err(Refusal::new("gift_card_replaced")),
        (None, _) => Err(Refusal::new("gift_card_not_blocked")),
    }
}

/// All that is on a card moves to another, new one.
pub fn replace(
    now: &GiftCard,
    by: (GiftCardId, &GiftCard),
    code: &str,
    balance_minor: i64,
) -> Result<Replaced, Refusal> {
    present(now)?;
    if now.is_replaced() {
        return Err(Refusal::new("gift_card_replaced"));
    }
    let (by, known) = by;
    if known.exists || now.id == Some(by) {
        return Err(Refusal::at("code", "gift_card_known"));
    }
    Ok(Replaced {
        by,
        code: code.to_owned(),
        amount_minor: balance_minor.max(0),
    })
}

/// Value put on by hand, or taken off: at most what there is.
pub fn adjust(
    now: &GiftCard,
    adjustment: PaymentId,
    amount_minor: i64,
    balance_minor: i64,
    reason: &str,
) -> Result<Adjusted, Refusal> {
    present(now)?;
    if amount_minor == 0 || amount_minor.unsigned_abs() > AMOUNT_MINOR.unsigned_abs() {
        return Err(Refusal::at("amount_minor", "out_of_range"));
    }
    if amount_minor < 0 {
        check_spend(balance_minor, amount_minor.saturating_neg())?;
    }
    Ok(Adjusted {
        adjustment,
        amount_minor,
        reason: text::required("reason", reason, NAME_CHARS)?,
    })
}

/// Refuses to spend from a card that is not there, blocked, replaced or expired.
pub fn check_spendable(now: &GiftCard, today: Day) -> Result<(), Refusal> {
    let field = "gift_card";
    if !now.exists {
        return Err(Refusal::at(field, "gift_card_unknown"));
    }
    if now.is_replaced() {
        return Err(Refusal::at(field, "gift_card_replaced"));
    }
    if now.blocked.is_some() {
        return Err(Refusal::at(field, "gift_card_blocked"));
    }
    match now.expires.filter(|day| *day < today) {
        Some(day) => Err(Refusal::at(field, "gift_card_expired").with(day)),
        None => Ok(()),
    }
}

fn present(now: &GiftCard) -> Result<(), Refusal> {
    if now.exists {
        Ok(())
    } else {
        Err(Refusal::new("gift_card_unknown"))
    }
}

fn check_expiry(expires: Option<Day>, today: Day) -> Result<(), Refusal> {
    if expires.is_some_and(|day| day < today) {
        return Err(Refusal::at("expires", "day_past"));
    }
    Ok(())
}
