//! The steps that the verbs about gift cards share.
use book::dto;
use book::{Read, Said, Tx};
use domain::credit::Holder;
use domain::gift_card::GiftCard;
use domain::{Day, GiftCardId, Refusal, Subject, SubjectKind};
use serde::Serialize;
use uuid::Uuid;

use crate::App;
use crate::error::AppError;
use crate::request::{Change, Written, check_version};

/// One change of one card: the state before, and what is on it, decide what the entry says.
pub(super) fn change<P: Serialize>(
    app: &App,
    change: &Change,
    kind: &str,
    decide: impl FnOnce(&GiftCard, i64, Day) -> Result<P, Refusal>,
) -> Result<Written<dto::GiftCard>, AppError> {
    let today = app.today()?;
    app.write(
        *change,
        |tx| {
            let now = card(tx, change)?;
            let said = decide(&now, balance(tx, change.id)?, today)?;
            tx.append(Said::new(subject(change.id), kind, &said))?;
            Ok(change.id)
        },
        |read, id| face(read, id, today),
    )
}

/// The card as it is, at the version that the caller saw.
pub(super) fn card(tx: &mut Tx<'_>, change: &Change) -> Result<GiftCard, AppError> {
    let now = crate::credit::card(tx, GiftCardId(change.id))?;
    if !now.exists {
        return Err(AppError::not_found("gift_card_unknown"));
    }
    check_version(now.version, change.expected_version)?;
    Ok(now)
}

/// What is on a card, minor units.
pub(super) fn balance(tx: &Tx<'_>, id: Uuid) -> Result<i64, AppError> {
    Ok(tx.read().credit_of(Holder::GiftCard(GiftCardId(id)))?)
}

pub(super) const fn subject(id: Uuid) -> Subject {
    Subject::new(SubjectKind::GiftCard, id)
}

/// The card as screens show it.
pub(super) fn face(read: Read<'_>, id: Uuid, today: Day) -> Result<dto::GiftCard, AppError> {
    Ok(read.gift_card(id, today)?)
}
