//! The steps that the verbs about promotions share.
use book::{Read, Tx, dto};
use domain::promotion::{Promotion, PromotionEffect, PromotionTerms};
use domain::{ProductId, State, Subject, SubjectKind};
use uuid::Uuid;

use crate::error::AppError;
use crate::request::{Change, check_version};

pub(super) fn subject(id: Uuid) -> Subject {
    Subject::new(SubjectKind::Promotion, id)
}

/// The promotion as it is, at the version that the caller saw.
pub(super) fn promotion(tx: &mut Tx<'_>, change: &Change) -> Result<Promotion, AppError> {
    match tx.state(subject(change.id))? {
        State::Promotion(now) if now.exists => {
            check_version(now.version, change.expected_version)?;
            Ok((**now).clone())
        }
        _ => Err(AppError::not_found("promotion_unknown")),
    }
}

/// Refuses a code that another promotion in use has, and products that are not there.
pub(super) fn check(tx: &Tx<'_>, id: Option<Uuid>, said: &PromotionTerms) -> Result<(), AppError> {
    for (index, product) in said.products.iter().flatten().enumerate() {
        if !tx.read().knows_product(product.0)? {
            return Err(AppError::at(format!("products.{index}"), "product_unknown"));
        }
    }
    let Some(code) = said.coupon.as_deref().filter(|code| !code.is_empty()) else {
        return Ok(());
    };
    let claims = |other: &Promotion| {
        other.id.map(|id| id.0) != id
            && other.terms.coupon.as_deref() == Some(code)
            && !other.terms.archived.unwrap_or(false)
    };
    if tx.read().promotion_states()?.iter().any(claims) {
        return Err(AppError::at("coupon", "claimed_twice"));
    }
    Ok(())
}

pub(super) fn products(ids: &Option<Vec<Uuid>>) -> Option<Vec<ProductId>> {
    let ids = ids.as_ref()?;
    Some(ids.iter().copied().map(ProductId).collect())
}

pub(super) fn effect(said: dto::PromotionEffect) -> PromotionEffect {
    match said {
        dto::PromotionEffect::LinePercent => PromotionEffect::LinePercent,
        dto::PromotionEffect::OrderPercent => PromotionEffect::OrderPercent,
        dto::PromotionEffect::LineFixed => PromotionEffect::LineFixed,
        dto::PromotionEffect::OrderFixed => PromotionEffect::OrderFixed,
        dto::PromotionEffect::BuyGet => PromotionEffect::BuyGet,
        dto::PromotionEffect::FreeShipping => PromotionEffect::FreeShipping,
    }
}

/// The promotion as screens show it.
pub(super) fn face(read: Read<'_>, id: Uuid) -> Result<dto::Promotion, AppError> {
    Ok(read.promotion(id)?)
}
