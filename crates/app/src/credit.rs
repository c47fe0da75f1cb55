//! Whose money a payment or refund is when it is store credit or on a gift card, and how much there
//! is of it. Shared by the verbs about orders, customers and cards.
use book::Tx;
use domain::credit::{GIFT_CARD, Holder, STORE_CREDIT};
use domain::gift_card::{self, GiftCard, id_of_code};
use domain::{CustomerId, GiftCardId, Refusal, State, Subject, SubjectKind};

use crate::error::AppError;

/// Store credit or a card, with what there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Purse {
    /// Whose.
    pub(crate) holder: Holder,
    /// What there is, minor units.
    pub(crate) balance_minor: i64,
}

impl Purse {
    /// One that is filled: it may hold anything.
    pub(crate) const fn of(holder: Holder) -> Self {
        Self {
            holder,
            balance_minor: i64::MAX,
        }
    }
}

/// How something is paid or given back.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Means<'a> {
    /// The method.
    pub(crate) method: &'a str,
    /// The code of the card, when the method is one.
    pub(crate) gift_card: Option<&'a str>,
    /// The customer, whose store credit it may be.
    pub(crate) customer: Option<CustomerId>,
}

/// The purse that a payment comes out of; `None` when it is money.
pub(crate) fn spent(tx: &mut Tx<'_>, means: Means<'_>) -> Result<Option<Purse>, AppError> {
    if means.method == GIFT_CARD {
        let (id, card) = card_of_code(tx, means.gift_card)?;
        gift_card::check_spendable(&card, tx.business_day())?;
        return purse(tx, Holder::GiftCard(id)).map(Some);
    }
    credit(means)?.map(|holder| purse(tx, holder)).transpose()
}

/// Who a refund goes to; `None` when it is money. A blocked card takes it, a replaced one does not.
pub(crate) fn given(tx: &mut Tx<'_>, means: Means<'_>) -> Result<Option<Holder>, AppError> {
    if means.method != GIFT_CARD {
        return credit(means);
    }
    let (id, card) = card_of_code(tx, means.gift_card)?;
    if !card.exists {
        return Err(AppError::at("gift_card", "gift_card_unknown"));
    }
    if card.is_replaced() {
        return Err(AppError::at("gift_card", "gift_card_replaced"));
    }
    Ok(Some(Holder::GiftCard(id)))
}

/// The state of a card.
pub(crate) fn card(tx: &mut Tx<'_>, id: GiftCardId) -> Result<GiftCard, AppError> {
    match tx.state(Subject::new(SubjectKind::GiftCard, id.0))? {
        State::GiftCard(card) => Ok((**card).clone()),
        _ => Err(AppError::not_found("gift_card_unknown")),
    }
}

/// An error of a part, at the place of that part in the input.
pub(crate) fn inside(place: &str, error: AppError) -> AppError {
    let field = error
        .field
        .as_deref()
        .map(|field| format!("{place}.{field}"));
    AppError { field, ..error }
}

fn purse(tx: &Tx<'_>, holder: Holder) -> Result<Purse, AppError> {
    Ok(Purse {
        holder,
        balance_minor: tx.read().credit_of(holder)?,
    })
}

fn credit(means: Means<'_>) -> Result<Option<Holder>, AppError> {
    if means.method != STORE_CREDIT {
        return Ok(None);
    }
    let customer = means
        .customer
        .ok_or_else(|| Refusal::at("method", "customer_needed"))?;
    Ok(Some(Holder::StoreCredit(customer)))
}

fn card_of_code(tx: &mut Tx<'_>, code: Option<&str>) -> Result<(GiftCardId, GiftCard), AppError> {
    let code = gift_card::check_code("gift_card", code.unwrap_or_default())?;
    let id = id_of_code(&code);
    Ok((id, card(tx, id)?))
}
