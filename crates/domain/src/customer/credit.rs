//! A customer's store credit as far as no order moves it: given or taken by hand with a reason, and
//! paid out in money.

use super::state::Customer;
use crate::credit::check_spend;
use crate::entry::Entry;
use crate::ids::PaymentId;
use crate::limits::{AMOUNT_MINOR, CODE_CHARS, NAME_CHARS};
use crate::order::Moment;
use crate::refusal::Refusal;
use crate::text;
use serde::{Deserialize, Serialize};

/// Payload of `customer.credited`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Credited {
    /// Identity of the credit.
    pub credit: PaymentId,
    /// Minor units; below zero when taken back.
    pub amount_minor: i64,
    /// Why.
    pub reason: String,
}

/// Payload of `customer.paid_out`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PaidOut {
    /// Identity of the payment.
    pub payment: PaymentId,
    /// How the money went out.
    pub method: String,
    /// What the credit becomes less, minor units, above zero.
    pub amount_minor: i64,
    /// What rounding to coins added to that, minor units: of 10.03, 10.05 went out.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub rounding_minor: i64,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

#[allow(clippy::trivially_copy_pass_by_ref)] // as serde asks for it
fn is_zero(figure: &i64) -> bool {
    *figure == 0
}

/// A movement of the credit that no order made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Credit {
    /// Minor units; below zero when taken back or paid out.
    pub amount_minor: i64,
    /// What rounding to coins added to what went out, minor units.
    pub rounding_minor: i64,
    /// How it was paid out; none when it was given or taken by hand.
    pub method: Option<String>,
    /// Why.
    pub reason: Option<String>,
    /// When.
    pub moment: Moment,
}

/// Credit given by hand, or taken back: at most what there is.
pub fn credit(
    now: &Customer,
    credit: PaymentId,
    amount_minor: i64,
    balance_minor: i64,
    reason: &str,
) -> Result<Credited, Refusal> {
    present(now)?;
    if amount_minor == 0 || amount_minor.unsigned_abs() > AMOUNT_MINOR.unsigned_abs() {
        return Err(Refusal::at("amount_minor", "out_of_range"));
    }
    if amount_minor < 0 {
        check_spend(balance_minor, amount_minor.saturating_neg())?;
    }
    Ok(Credited {
        credit,
        amount_minor,
        reason: text::required("reason", reason, NAME_CHARS)?,
    })
}

/// Credit paid out in money: at most what there is.
pub fn pay_out(now: &Customer, said: PaidOut, balance_minor: i64) -> Result<PaidOut, Refusal> {
    present(now)?;
    if said.amount_minor <= 0 || said.amount_minor > AMOUNT_MINOR {
        return Err(Refusal::at("amount_minor", "amount_not_positive"));
    }
    check_spend(balance_minor, said.amount_minor)?;
    Ok(PaidOut {
        method: text::required("method", &said.method, CODE_CHARS)?,
        reason: text::optional("reason", said.reason.as_deref(), NAME_CHARS)?,
        ..said
    })
}

fn present(now: &Customer) -> Result<(), Refusal> {
    if now.is_visible() {
        Ok(())
    } else {
        Err(Refusal::new("customer_unknown"))
    }
}

impl Customer {
    pub(super) fn credited(&mut self, entry: &Entry) {
        let Ok(said) = serde_json::from_str::<Credited>(&entry.payload) else {
            return;
        };
        self.credits.entry(said.credit).or_insert(Credit {
            amount_minor: said.amount_minor,
            rounding_minor: 0,
            method: None,
            reason: Some(said.reason),
            moment: Moment::of(entry),
        });
    }

    pub(super) fn paid_out(&mut self, entry: &Entry) {
        let Ok(said) = serde_json::from_str::<PaidOut>(&entry.payload) else {
            return;
        };
        self.credits.entry(said.payment).or_insert(Credit {
            amount_minor: said.amount_minor.saturating_neg(),
            rounding_minor: said.rounding_minor.saturating_neg(),
            method: Some(said.method),
            reason: said.reason,
            moment: Moment::of(entry),
        });
    }
}
