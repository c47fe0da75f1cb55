//! Decisions about suppliers: create and amend.

use super::state::{Supplier, SupplierPersonal, SupplierTerms};
use crate::limits::{AMOUNT_MINOR, CODE_CHARS, NAME_CHARS, NOTE_CHARS};
use crate::refusal::Refusal;
use crate::text;

/// Days that anybody waits for goods, or for money.
const DAYS: i64 = 3_650;
/// Characters of a postal address.
const ADDRESS_CHARS: usize = 1_000;

/// What is said of a supplier.
type Terms = (SupplierTerms, SupplierPersonal);

/// Checks a new supplier; the name is required.
pub fn create(terms: SupplierTerms, personal: SupplierPersonal) -> Result<Terms, Refusal> {
    let name = terms.name.as_deref().unwrap_or_default();
    text::required("name", name, NAME_CHARS)?;
    checked(terms, personal)
}

/// Checks a change: only the fields that are said change.
pub fn amend(
    now: &Supplier,
    terms: SupplierTerms,
    personal: SupplierPersonal,
) -> Result<Terms, Refusal> {
    if !now.exists {
        return Err(Refusal::new("supplier_unknown"));
    }
    if let Some(name) = &terms.name {
        text::required("name", name, NAME_CHARS)?;
    }
    checked(terms, personal)
}

fn checked(mut terms: SupplierTerms, mut personal: SupplierPersonal) -> Result<Terms, Refusal> {
    terms.name = cleared("name", terms.name, NAME_CHARS)?;
    terms.code = cleared("code", terms.code, CODE_CHARS)?;
    terms.account = cleared("account", terms.account, CODE_CHARS)?;
    figure("payment_days", terms.payment_days, DAYS)?;
    figure("lead_time_days", terms.lead_time_days, DAYS)?;
    figure("minimum_minor", terms.minimum_minor, AMOUNT_MINOR)?;
    personal.contact = cleared("contact", personal.contact, NAME_CHARS)?;
    personal.phone = cleared("phone", personal.phone, CODE_CHARS)?;
    personal.email = cleared("email", personal.email, NAME_CHARS)?;
    if let Some(email) = personal.email.as_deref().filter(|email| !email.is_empty()) {
        crate::customer::check_email(email)?;
    }
    personal.address = several("address", personal.address, ADDRESS_CHARS)?;
    personal.note = several("note", personal.note, NOTE_CHARS)?;
    Ok((terms, personal))
}

/// Keeps the difference between "not said" and "cleared": a said blank becomes an empty text.
fn cleared(field: &str, said: Option<String>, limit: usize) -> Result<Option<String>, Refusal> {
    let Some(said) = said else { return Ok(None) };
    Ok(Some(
        text::optional(field, Some(&said), limit)?.unwrap_or_default(),
    ))
}

fn several(field: &str, said: Option<String>, limit: usize) -> Result<Option<String>, Refusal> {
    let Some(said) = said else { return Ok(None) };
    Ok(Some(
        text::note(field, Some(&said), limit)?.unwrap_or_default(),
    ))
}

fn figure(field: &str, said: Option<i64>, most: i64) -> Result<(), Refusal> {
    match said {
        Some(figure) if !(-1..=most).contains(&figure) => Err(Refusal::at(field, "out_of_range")),
        _ => Ok(()),
    }
}
