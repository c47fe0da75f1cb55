//! Decisions about customers: create, amend, erase.

use super::state::{Address, Customer, CustomerFacts, CustomerPersonal};
use crate::limits::{AMOUNT_MINOR, CODE_CHARS, LIST_ITEMS, NAME_CHARS, NOTE_CHARS};
use crate::refusal::Refusal;
use crate::text;

/// Checks a new customer; the name is required.
pub fn create(
    facts: CustomerFacts,
    personal: CustomerPersonal,
) -> Result<(CustomerFacts, CustomerPersonal), Refusal> {
    let name = personal.name.as_deref().unwrap_or_default();
    text::required("name", name, NAME_CHARS)?;
    checked(facts, personal)
}

/// Checks a change of a customer: only the fields that are said change.
pub fn amend(
    now: &Customer,
    facts: CustomerFacts,
    personal: CustomerPersonal,
) -> Result<(CustomerFacts, CustomerPersonal), Refusal> {
    present(now)?;
    if now.erased && personal != CustomerPersonal::default() {
        return Err(Refusal::new("customer_erased"));
    }
    if let Some(name) = &personal.name {
        text::required("name", name, NAME_CHARS)?;
    }
    checked(facts, personal)
}

/// Checks that a customer can be erased.
pub fn erase(now: &Customer) -> Result<(), Refusal> {
    present(now)?;
    if now.erased {
        Err(Refusal::new("customer_erased"))
    } else {
        Ok(())
    }
}

fn present(now: &Customer) -> Result<(), Refusal> {
    if now.is_visible() {
        Ok(())
    } else {
        Err(Refusal::new("customer_unknown"))
    }
}

fn checked(
    mut facts: CustomerFacts,
    mut personal: CustomerPersonal,
) -> Result<(CustomerFacts, CustomerPersonal), Refusal> {
    facts.code = cleared("code", facts.code, CODE_CHARS)?;
    facts.country = cleared("country", facts.country, NAME_CHARS)?;
    if let Some(tags) = &mut facts.tags {
        *tags = checked_tags(tags)?;
    }
    check_terms(&mut facts)?;
    personal.tax_certificate = cleared("tax_certificate", personal.tax_certificate, NAME_CHARS)?;
    personal.loyalty_card = cleared("loyalty_card", personal.loyalty_card, CODE_CHARS)?;
    personal.name = cleared("name", personal.name, NAME_CHARS)?;
    personal.email = cleared("email", personal.email, NAME_CHARS)?;
    if let Some(email) = personal.email.as_deref().filter(|email| !email.is_empty()) {
        check_email(email)?;
    }
    personal.phone = cleared("phone", personal.phone, CODE_CHARS)?;
    personal.tax_number = cleared("tax_number", personal.tax_number, CODE_CHARS)?;
    if let Some(note) = personal.note.take() {
        personal.note = Some(text::note("note", Some(&note), NOTE_CHARS)?.unwrap_or_default());
    }
    if let Some(address) = personal.address.take() {
        personal.address = Some(checked_address(address)?);
    }
    Ok((facts, personal))
}

/// Days that anybody gives to pay.
const PAYMENT_DAYS: i64 = 3_650;

/// Checks what was agreed with the customer: days to pay, credit, exemption from tax.
fn check_terms(facts: &mut CustomerFacts) -> Result<(), Refusal> {
    if facts.payment_days.is_some_and(|days| days > PAYMENT_DAYS) {
        return Err(Refusal::at("payment_days", "out_of_range"));
    }
    if facts
        .credit_limit_minor
        .is_some_and(|limit| limit > AMOUNT_MINOR)
    {
        return Err(Refusal::at("credit_limit_minor", "out_of_range"));
    }
    if let Some(said) = &mut facts.tax_exemption {
        let reason = text::optional("tax_exemption.reason", Some(&said.reason), NAME_CHARS)?;
        said.reason = reason.unwrap_or_default();
    }
    Ok(())
}

/// Keeps the difference between "not said" and "cleared": a said blank becomes an empty text.
fn cleared(field: &str, said: Option<String>, limit: usize) -> Result<Option<String>, Refusal> {
    let Some(said) = said else { return Ok(None) };
    Ok(Some(
        text::optional(field, Some(&said), limit)?.unwrap_or_default(),
    ))
}

fn checked_tags(tags: &[String]) -> Result<Vec<String>, Refusal> {
    if tags.len() > LIST_ITEMS {
        return Err(Refusal::at("tags", "too_many").with(LIST_ITEMS));
    }
    let mut kept = Vec::with_capacity(tags.len());
    for (index, tag) in tags.iter().enumerate() {
        kept.push(text::required(&format!("tags.{index}"), tag, CODE_CHARS)?);
    }
    kept.sort();
    kept.dedup();
    Ok(kept)
}

fn checked_address(said: Address) -> Result<Address, Refusal> {
    Ok(Address {
        street: text::note("address.street", said.street.as_deref(), NAME_CHARS)?,
        postal_code: text::optional(
            "address.postal_code",
            said.postal_code.as_deref(),
            CODE_CHARS,
        )?,
        city: text::optional("address.city", said.city.as_deref(), NAME_CHARS)?,
        region: text::optional("address.region", said.region.as_deref(), NAME_CHARS)?,
    })
}

/// One `@` with something on both sides and no blank: more than that only a mail can tell.
pub(crate) fn check_email(email: &str) -> Result<(), Refusal> {
    let good = email
        .split_once('@')
        .is_some_and(|(user, host)| !user.is_empty() && !host.is_empty() && !host.contains('@'));
    if good && !email.contains(char::is_whitespace) {
        Ok(())
    } else {
        Err(Refusal::at("email", "email_shape"))
    }
}
