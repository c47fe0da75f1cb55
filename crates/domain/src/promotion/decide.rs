//! Decisions about promotions: create and amend.

use super::state::{Promotion, PromotionEffect, PromotionTerms};
use crate::limits::{AMOUNT_MINOR, CODE_CHARS, LIST_ITEMS, NAME_CHARS};
use crate::price_list::{check_validity, checked_set};
use crate::rate::PPM;
use crate::refusal::Refusal;
use crate::text;

/// Units that a promotion counts at most.
const UNITS: i64 = 1_000;

/// Checks a new promotion: its name, what it gives and the figures of that are required.
pub fn create(said: PromotionTerms) -> Result<PromotionTerms, Refusal> {
    if said.effect.is_none() {
        return Err(Refusal::at("effect", "required"));
    }
    let said = checked(said)?;
    check_whole(&PromotionTerms::default(), &said)?;
    Ok(said)
}

/// Checks a change: what comes of it must be a promotion as a new one would be.
pub fn amend(now: &Promotion, said: PromotionTerms) -> Result<PromotionTerms, Refusal> {
    if !now.exists {
        return Err(Refusal::new("promotion_unknown"));
    }
    let said = checked(said)?;
    check_whole(&now.terms, &said)?;
    Ok(said)
}

/// A coupon code as codes are compared: without blanks around it, in capitals.
pub fn folded_code(code: &str) -> String {
    code.trim().to_uppercase()
}

fn checked(mut said: PromotionTerms) -> Result<PromotionTerms, Refusal> {
    if let Some(name) = said.name.take() {
        said.name = Some(text::required("name", &name, NAME_CHARS)?);
    }
    if let Some(code) = said.coupon.take() {
        let code = text::optional("coupon", Some(&code), CODE_CHARS)?.unwrap_or_default();
        said.coupon = Some(folded_code(&code));
    }
    for (field, set) in [
        ("categories", &mut said.categories),
        ("tags", &mut said.tags),
        ("channels", &mut said.channels),
    ] {
        if let Some(set) = set {
            *set = checked_set(field, set)?;
        }
    }
    if let Some(products) = &mut said.products {
        products.sort_unstable();
        products.dedup();
        if products.len() > LIST_ITEMS {
            return Err(Refusal::at("products", "too_many").with(LIST_ITEMS));
        }
    }
    if let Some(validity) = &said.validity {
        check_validity(validity)?;
    }
    Ok(said)
}

/// Checks what a promotion would be after a change.
fn check_whole(now: &PromotionTerms, said: &PromotionTerms) -> Result<(), Refusal> {
    let mut whole = now.clone();
    whole.merge(said.clone());
    text::required(
        "name",
        whole.name.as_deref().unwrap_or_default(),
        NAME_CHARS,
    )?;
    let effect = whole.effect.unwrap_or_default();
    if let PromotionEffect::LinePercent | PromotionEffect::OrderPercent = effect {
        figure("rate_ppm", whole.rate_ppm, 1, PPM)?;
    }
    if let PromotionEffect::LineFixed | PromotionEffect::OrderFixed = effect {
        figure("amount_minor", whole.amount_minor, 1, AMOUNT_MINOR)?;
    }
    if effect == PromotionEffect::BuyGet {
        figure("buy_units", whole.buy_units, 1, UNITS)?;
        figure("get_units", whole.get_units, 1, UNITS)?;
        figure("rate_ppm", whole.rate_ppm.or(Some(PPM)), 1, PPM)?;
    }
    figure(
        "minimum_minor",
        whole.minimum_minor.or(Some(0)),
        0,
        AMOUNT_MINOR,
    )?;
    figure("use_limit", whole.use_limit.or(Some(1)), 1, AMOUNT_MINOR)?;
    if whole.use_limit.is_some() && whole.coupon.is_none() {
        return Err(Refusal::at("coupon", "required"));
    }
    Ok(())
}

fn figure(field: &str, said: Option<i64>, least: i64, most: i64) -> Result<(), Refusal> {
    match said {
        None => Err(Refusal::at(field, "required")),
        Some(figure) if (least..=most).contains(&figure) => Ok(()),
        Some(_) => Err(Refusal::at(field, "out_of_range")),
    }
}
