//! What is handed over for a sale, part by part. Cash may be more than is due and gives change; no
//! other method may; and all parts together pay the sale to the cent.
//!
//! Coins do not come in every amount: what is paid in cash is rounded to the smallest one, and only
//! that part. The difference belongs to the payment and never to the sale or its tax.

use super::notes::{Notes, NotesGiven};
use crate::limits::{AMOUNT_MINOR, CODE_CHARS, LIST_ITEMS};
use crate::pricing::cash_round;
use crate::refusal::Refusal;
use crate::text;

/// The method that gives change and is rounded.
pub const CASH: &str = "cash";

/// One part of a tender as it is asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Part {
    /// How it is paid.
    pub method: String,
    /// What it pays of the sale, minor units; everything that is still due when `None`.
    pub amount_minor: Option<i64>,
    /// What was handed over, minor units; less than is due pays just as much.
    pub tendered_minor: Option<i64>,
    /// Notes of another currency: then they are what was handed over.
    pub notes: Option<NotesGiven>,
    /// What there is to pay with, when that is known: what is on a gift card, minor units.
    pub limit_minor: Option<i64>,
}

/// One part of a tender as it is taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartTaken {
    /// How it is paid.
    pub method: String,
    /// What it pays of the sale, minor units.
    pub amount_minor: i64,
    /// What rounding to coins adds to that, minor units.
    pub rounding_minor: i64,
    /// What was handed over, when it was more than the part comes to, minor units.
    pub tendered_minor: Option<i64>,
    /// The notes of another currency that it was paid with.
    pub notes: Option<Notes>,
}

impl PartTaken {
    /// What stays with the shop: the amount, rounded to coins, minor units.
    #[must_use]
    pub fn received_minor(&self) -> i64 {
        self.amount_minor.saturating_add(self.rounding_minor)
    }

    /// What goes back over the counter, minor units.
    #[must_use]
    pub fn change_minor(&self) -> i64 {
        let given = self.tendered_minor.unwrap_or(self.received_minor());
        given.saturating_sub(self.received_minor())
    }
}

/// Takes the parts of a tender for a sale of `total_minor`; a sale of nothing takes none of them.
///
/// `coin_minor` is the smallest coin; cash is not rounded when it is below two.
///
/// # Errors
/// A part that pays nothing, a part that pays more than is due, and too little in all: with what is
/// then still due.
pub fn take(total_minor: i64, coin_minor: i64, parts: &[Part]) -> Result<Vec<PartTaken>, Refusal> {
    if parts.len() > LIST_ITEMS {
        return Err(Refusal::at("payments", "too_many").with(LIST_ITEMS));
    }
    let mut due_minor = total_minor;
    let mut taken = Vec::with_capacity(parts.len());
    for (index, part) in parts.iter().enumerate() {
        let at = |field: &str| format!("payments.{index}.{field}");
        let method = text::required(&at("method"), &part.method, CODE_CHARS)?;
        if total_minor == 0 {
            continue;
        }
        let part = Part {
            method,
            ..part.clone()
        };
        let one = take_one(due_minor, coin_minor, &part, &at)?;
        due_minor = due_minor.saturating_sub(one.amount_minor);
        taken.push(one);
    }
    if due_minor != 0 {
        return Err(too_little(parts, due_minor));
    }
    Ok(taken)
}

/// Gives `owed_minor` back in parts: what [`take`] makes of them, with the sign of money that goes
/// out. What a part says, by whichever name, is what it gives back.
///
/// # Errors
/// As for [`take`].
pub fn give_back(
    owed_minor: i64,
    coin_minor: i64,
    parts: &[Part],
) -> Result<Vec<PartTaken>, Refusal> {
    let said = |part: &Part| Part {
        amount_minor: part.amount_minor.or(part.tendered_minor),
        tendered_minor: None,
        notes: None,
        ..part.clone()
    };
    let parts: Vec<Part> = parts.iter().map(said).collect();
    let out = |part: PartTaken| PartTaken {
        amount_minor: part.amount_minor.saturating_neg(),
        rounding_minor: part.rounding_minor.saturating_neg(),
        ..part
    };
    let taken = take(owed_minor, coin_minor, &parts)?;
    Ok(taken.into_iter().map(out).collect())
}

fn too_little(parts: &[Part], due_minor: i64) -> Refusal {
    let field = match parts.len().checked_sub(1) {
        Some(last) if parts[last].amount_minor.is_some() => {
            format!("payments.{last}.amount_minor")
        }
        Some(last) => format!("payments.{last}.tendered_minor"),
        None => "payments".to_owned(),
    };
    Refusal::at(field, "tendered_too_little").with(due_minor)
}

fn take_one(
    due_minor: i64,
    coin_minor: i64,
    part: &Part,
    at: &dyn Fn(&str) -> String,
) -> Result<PartTaken, Refusal> {
    if part.method != CASH {
        return exact(due_minor, part, at);
    }
    let wanted = amount(due_minor, part.amount_minor, &at("amount_minor"))?;
    let rounding_minor = rounding(wanted, coin_minor);
    let payable = wanted.saturating_add(rounding_minor);
    let notes = noted(part, (payable, coin_minor), at)?;
    let worth = notes.as_ref().map(|notes| notes.worth_minor);
    let given = worth.or(part.tendered_minor).unwrap_or(payable);
    let whole = PartTaken {
        method: part.method.clone(),
        amount_minor: wanted,
        rounding_minor,
        tendered_minor: (given > payable).then_some(given),
        notes,
    };
    if given >= payable {
        return Ok(whole);
    }
    // Less than the coins that are due: it pays as much as it is, and the rest stays due.
    if part.amount_minor.is_some() || given >= wanted {
        let missing = payable.saturating_sub(given);
        return Err(Refusal::at(at("tendered_minor"), "tendered_too_little").with(missing));
    }
    Ok(PartTaken {
        amount_minor: amount(due_minor, Some(given), &at("tendered_minor"))?,
        rounding_minor: 0,
        tendered_minor: None,
        ..whole
    })
}

/// The notes of another currency that a part is paid with; none where the coins come to nothing and
/// nobody said how many.
fn noted(
    part: &Part,
    (payable_minor, coin_minor): (i64, i64),
    at: &dyn Fn(&str) -> String,
) -> Result<Option<Notes>, Refusal> {
    let asked = part.notes.as_ref();
    let Some(asked) = asked.filter(|asked| payable_minor > 0 || asked.given_minor.is_some()) else {
        return Ok(None);
    };
    match asked.taken(payable_minor, coin_minor) {
        Some(notes) => Ok(Some(notes)),
        None => Err(Refusal::at(at("tendered_minor"), "amount_not_positive")),
    }
}

/// A part that gives no change.
fn exact(due_minor: i64, part: &Part, at: &dyn Fn(&str) -> String) -> Result<PartTaken, Refusal> {
    let (said, field) = match part.amount_minor {
        Some(said) => (Some(said), "amount_minor"),
        None => (part.tendered_minor, "tendered_minor"),
    };
    let said = match part.limit_minor.filter(|limit| *limit < due_minor) {
        Some(limit) if limit <= 0 || said.is_some_and(|said| said > limit) => {
            return Err(Refusal::at(at(field), "credit_short").with(limit.max(0)));
        }
        Some(limit) => said.or(Some(limit)),
        None => said,
    };
    Ok(PartTaken {
        method: part.method.clone(),
        amount_minor: amount(due_minor, said, &at(field))?,
        rounding_minor: 0,
        tendered_minor: None,
        notes: None,
    })
}

/// What a part pays: something, and at most what is due. On a credit both are below zero.
fn amount(due_minor: i64, said: Option<i64>, field: &str) -> Result<i64, Refusal> {
    let Some(said) = said.filter(|said| *said != due_minor) else {
        if due_minor == 0 {
            return Err(Refusal::at(field, "nothing_due"));
        }
        return Ok(due_minor);
    };
    if said <= 0 || said > AMOUNT_MINOR {
        return Err(Refusal::at(field, "amount_not_positive"));
    }
    if said > due_minor {
        return Err(Refusal::at(field, "more_than_due").with(due_minor));
    }
    Ok(said)
}

fn rounding(amount_minor: i64, coin_minor: i64) -> i64 {
    if coin_minor < 2 {
        return 0;
    }
    cash_round(amount_minor, coin_minor).map_or(0, |rounded| rounded.rounding_minor)
}
