//! The steps that the verbs about customers share.
use book::{Read, Tx, dto};
use domain::credit::Holder;
use domain::customer::{Address, Customer, CustomerFacts, CustomerPersonal, TaxExemption};
use domain::{CustomerId, State, Subject, SubjectKind, limits, text};
use uuid::Uuid;

use crate::day;
use crate::error::AppError;
use crate::request::{Change, check_version};

pub(super) fn subject(id: Uuid) -> Subject {
    Subject::new(SubjectKind::Customer, id)
}

/// The customer as it is, at the version that the caller saw.
pub(super) fn customer(tx: &mut Tx<'_>, change: &Change) -> Result<Customer, AppError> {
    match tx.state(subject(change.id))? {
        State::Customer(now) if now.is_visible() => {
            check_version(now.version, change.expected_version)?;
            Ok((**now).clone())
        }
        _ => Err(AppError::not_found("customer_unknown")),
    }
}

/// What the shop holds for the customer, minor units.
pub(super) fn credit(tx: &Tx<'_>, id: Uuid) -> Result<i64, AppError> {
    Ok(tx.read().credit_of(Holder::StoreCredit(CustomerId(id)))?)
}

/// The parts of an address that the journal keeps; the country stands beside them.
pub(super) fn address(said: &dto::Address) -> Address {
    let part = |text: &String| Some(text.clone()).filter(|text| !text.trim().is_empty());
    Address {
        street: part(&said.street),
        postal_code: part(&said.postal_code),
        city: part(&said.city),
        region: part(&said.region),
    }
}

/// Why a customer pays no tax; the reason is needed.
pub(super) fn exemption(said: &dto::TaxExemption) -> Result<TaxExemption, AppError> {
    let field = "tax_exemption.reason";
    Ok(TaxExemption {
        reason: text::required(field, &said.reason, limits::NAME_CHARS)?,
        until: day::optional("tax_exemption.until", said.until.as_deref())?,
    })
}

/// Refuses a price list that is not there.
pub(super) fn check_price_list(tx: &Tx<'_>, said: &CustomerFacts) -> Result<(), AppError> {
    let Some(list) = said.price_list.filter(|list| !list.0.is_nil()) else {
        return Ok(());
    };
    let known = tx.read().price_list_terms()?;
    if known.iter().any(|(id, _)| *id == list) {
        return Ok(());
    }
    Err(AppError::at("price_list", "price_list_unknown"))
}

/// Refuses a card that somebody else has.
pub(super) fn check_card(
    tx: &Tx<'_>,
    said: &CustomerPersonal,
    customer: Option<Uuid>,
) -> Result<(), AppError> {
    let code = said.loyalty_card.as_deref();
    let Some(code) = code.filter(|code| !code.is_empty()) else {
        return Ok(());
    };
    if tx.read().card_of_other(code, customer)? {
        return Err(AppError::at("loyalty_card", "claimed_twice"));
    }
    Ok(())
}

/// The customer as screens show it.
pub(super) fn face(read: Read<'_>, id: Uuid) -> Result<dto::Customer, AppError> {
    Ok(read.customer(id)?)
}
