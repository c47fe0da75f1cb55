//! Decisions about the book's settings.

use super::state::{SettingsTerms, TaxTerms};
use crate::currency::Currency;
use crate::limits::{CODE_CHARS, LIST_ITEMS, NAME_CHARS};
use crate::person::check_roles;
use crate::refusal::Refusal;
use crate::text;

/// Characters of the text at the end of a receipt.
const RECEIPT_TEXT_CHARS: usize = 1_000;
/// The longest wait before the program locks itself, minutes: a day.
const LONGEST_LOCK_MIN: u32 = 24 * 60;
/// The largest "smallest coin" that anybody needs, minor units.
const LARGEST_COIN_MINOR: i64 = 1_000_000;

/// Checks the settings of a new book: name, currency and country are required.
pub fn create(said: SettingsTerms) -> Result<SettingsTerms, Refusal> {
    text::required("name", said.name.as_deref().unwrap_or_default(), NAME_CHARS)?;
    let currency = said.currency.as_deref().unwrap_or_default();
    if Currency::parse(currency).is_err() {
        return Err(Refusal::at("currency", "currency_unknown").with(currency));
    }
    text::country_code("country", said.country.as_deref().unwrap_or_default())?;
    checked(said)
}

/// Checks a change; the currency of a book never changes.
pub fn amend(said: SettingsTerms) -> Result<SettingsTerms, Refusal> {
    if said.currency.is_some() {
        return Err(Refusal::at("currency", "currency_fixed"));
    }
    if let Some(name) = &said.name {
        text::required("name", name, NAME_CHARS)?;
    }
    checked(said)
}

fn checked(mut said: SettingsTerms) -> Result<SettingsTerms, Refusal> {
    said.name = trimmed("name", said.name, NAME_CHARS)?;
    said.tax_number = trimmed("tax_number", said.tax_number, CODE_CHARS)?;
    said.phone = trimmed("phone", said.phone, CODE_CHARS)?;
    said.email = trimmed("email", said.email, NAME_CHARS)?;
    said.city = trimmed("city", said.city, NAME_CHARS)?;
    said.postal_code = trimmed("postal_code", said.postal_code, CODE_CHARS)?;
    said.contact_name = trimmed("contact_name", said.contact_name, NAME_CHARS)?;
    said.bank_account = trimmed("bank_account", said.bank_account, CODE_CHARS)?;
    if let Some(address) = said.address.take() {
        said.address = Some(text::note("address", Some(&address), 1_000)?.unwrap_or_default());
    }
    if let Some(receipt_text) = said.receipt_text.take() {
        let kept = text::note("receipt_text", Some(&receipt_text), RECEIPT_TEXT_CHARS)?;
        said.receipt_text = Some(kept.unwrap_or_default());
    }
    let coin = said.cash_rounding_minor.unwrap_or(0);
    if !(0..=LARGEST_COIN_MINOR).contains(&coin) {
        return Err(Refusal::at("cash_rounding_minor", "out_of_range"));
    }
    if said.cutoff_hour.is_some_and(|hour| hour > 23) {
        return Err(Refusal::at("cutoff_hour", "out_of_range"));
    }
    if said.lock_after_min.unwrap_or(0) > LONGEST_LOCK_MIN {
        return Err(Refusal::at("lock_after_min", "out_of_range"));
    }
    said.adjustment_reasons = said.adjustment_reasons.map(reasons).transpose()?;
    said.purchasing
        .map(crate::purchase::check_rules)
        .transpose()?;
    said.roles = said.roles.map(check_roles).transpose()?;
    said.carriers = said.carriers.map(super::carriers::checked).transpose()?;
    said.code_patterns = said.code_patterns.map(super::codes::checked).transpose()?;
    said.tile_pages = said.tile_pages.map(super::tiles::checked).transpose()?;
    said.exchange_rates = said.exchange_rates.map(super::rates::checked).transpose()?;
    said.loyalty = said.loyalty.map(crate::loyalty::checked).transpose()?;
    check_taxes(said.taxes.as_deref().unwrap_or_default())?;
    Ok(said)
}

/// Reasons to choose from, each once.
fn reasons(said: Vec<String>) -> Result<Vec<String>, Refusal> {
    if said.len() > LIST_ITEMS {
        return Err(Refusal::at("adjustment_reasons", "too_many").with(LIST_ITEMS));
    }
    let mut kept: Vec<String> = Vec::with_capacity(said.len());
    for (index, reason) in said.iter().enumerate() {
        let field = format!("adjustment_reasons.{index}");
        let reason = text::required(&field, reason, NAME_CHARS)?;
        if kept.contains(&reason) {
            return Err(Refusal::at(field, "claimed_twice"));
        }
        kept.push(reason);
    }
    Ok(kept)
}

fn trimmed(field: &str, said: Option<String>, limit: usize) -> Result<Option<String>, Refusal> {
    let Some(said) = said else { return Ok(None) };
    Ok(Some(
        text::optional(field, Some(&said), limit)?.unwrap_or_default(),
    ))
}

fn check_taxes(taxes: &[TaxTerms]) -> Result<(), Refusal> {
    if taxes.len() > LIST_ITEMS {
        return Err(Refusal::at("taxes", "too_many").with(LIST_ITEMS));
    }
    for (index, tax) in taxes.iter().enumerate() {
        let code = format!("taxes.{index}.code");
        text::required(&code, &tax.code, CODE_CHARS)?;
        text::required(&format!("taxes.{index}.name"), &tax.name, NAME_CHARS)?;
        if !(0..=1_000_000).contains(&tax.rate_ppm) {
            return Err(Refusal::at(
                format!("taxes.{index}.rate_ppm"),
                "out_of_range",
            ));
        }
        if taxes[..index].iter().any(|other| other.code == tax.code) {
            return Err(Refusal::at(code, "claimed_twice"));
        }
    }
    Ok(())
}
