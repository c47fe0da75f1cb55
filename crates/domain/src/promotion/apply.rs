//! Which promotions an order gets, and what they take off its lines.

use super::conditions::{self, Unmet};
use super::decide::folded_code;
use super::state::Promotion;
use crate::day::Day;
use crate::ids::{ProductId, PromotionId};
use crate::limits::ORDER_COUPONS;
use crate::order::{Document, PromotionApplied, PromotionShare, fill, price_with};
use crate::pricing::{Deduction, Priced};
use crate::refusal::Refusal;
use crate::settings::Settings;

/// A sale as far as promotions care.
pub struct Sale<'a> {
    /// The business day.
    pub day: Day,
    /// The customer's tags.
    pub tags: &'a [String],
    /// The coupon codes that were given.
    pub coupons: &'a [String],
    /// The category of a product.
    pub category: &'a mut dyn FnMut(ProductId) -> Option<String>,
    /// How many other orders use a promotion's code.
    pub uses: &'a mut dyn FnMut(PromotionId) -> i64,
}

/// A promotion that holds for an order, and what it would take off.
struct Held<'a> {
    promotion: &'a Promotion,
    id: PromotionId,
    deduction: Deduction,
}

/// Applies promotions to a priced document, and writes into it what each took off each line.
///
/// # Errors
/// A coupon that is unknown, expired, used up or not earned is refused at its place, `coupons.N`.
pub fn apply(
    document: &mut Document,
    promotions: &[Promotion],
    settings: &Settings,
    sale: &mut Sale<'_>,
) -> Result<(), Refusal> {
    let coupons = checked_coupons(sale.coupons)?;
    document.promotions.clear();
    let bare = price_with(document, settings, &[])?;
    let held = held(document, promotions, &bare, &coupons, sale)?;
    let (chosen, priced) = best(document, settings, &held, bare)?;
    fill(document, &priced);
    write(document, &chosen, &priced);
    for (index, code) in coupons.iter().enumerate() {
        let used = |one: &PromotionApplied| one.coupon.as_ref() == Some(code);
        if !document.promotions.iter().any(used) {
            return Err(Refusal::at(at(index), "coupon_no_better"));
        }
    }
    Ok(())
}

fn at(index: usize) -> String {
    format!("coupons.{index}")
}

fn checked_coupons(said: &[String]) -> Result<Vec<String>, Refusal> {
    if said.len() > ORDER_COUPONS {
        return Err(Refusal::at("coupons", "too_many").with(ORDER_COUPONS));
    }
    let codes: Vec<String> = said.iter().map(|code| folded_code(code)).collect();
    for (index, code) in codes.iter().enumerate() {
        if codes[..index].contains(code) {
            return Err(Refusal::at(at(index), "claimed_twice"));
        }
    }
    Ok(codes)
}

/// The promotions that hold, oldest first. One with a code holds when the code was given, and one
/// whose code was given and does not hold is a refusal.
fn held<'a>(
    document: &Document,
    promotions: &'a [Promotion],
    bare: &Priced,
    coupons: &[String],
    sale: &mut Sale<'_>,
) -> Result<Vec<Held<'a>>, Refusal> {
    let in_use = |one: &&Promotion| one.exists && !one.terms.archived.unwrap_or(false);
    let mut known: Vec<(PromotionId, &Promotion)> = promotions
        .iter()
        .filter(in_use)
        .filter_map(|one| Some((one.id?, one)))
        .collect();
    known.sort_by_key(|(id, _)| *id);
    let mut held = Vec::new();
    let mut refused: Vec<Option<Unmet>> = vec![None; coupons.len()];
    let mut met = vec![false; coupons.len()];
    for (id, promotion) in known {
        let asked = match &promotion.terms.coupon {
            None => None,
            Some(code) => match coupons.iter().position(|one| one == code) {
                None => continue,
                found => found,
            },
        };
        match holds(id, promotion, document, bare, sale) {
            Ok(deduction) => {
                held.push(Held {
                    promotion,
                    id,
                    deduction,
                });
                asked.into_iter().for_each(|index| met[index] = true);
            }
            Err(unmet) => asked
                .into_iter()
                .for_each(|index| refused[index] = Some(unmet.clone())),
        }
    }
    match met.iter().position(|met| !met) {
        None => Ok(held),
        Some(index) => Err(refusal(index, refused[index].take())),
    }
}

fn refusal(index: usize, why: Option<Unmet>) -> Refusal {
    match why {
        None => Refusal::at(at(index), "coupon_unknown"),
        Some(Unmet { code, detail }) => Refusal {
            detail,
            ..Refusal::at(at(index), code)
        },
    }
}

fn holds(
    id: PromotionId,
    promotion: &Promotion,
    document: &Document,
    bare: &Priced,
    sale: &mut Sale<'_>,
) -> Result<Deduction, Unmet> {
    let terms = &promotion.terms;
    let deduction = conditions::deduction(terms, document, bare, sale)?;
    match terms.use_limit {
        Some(limit) if (sale.uses)(id) >= limit => Err(Unmet {
            code: "coupon_used_up",
            detail: Some(limit.to_string()),
        }),
        _ => Ok(deduction),
    }
}

/// The way that takes off the most: all that go together, or one of those that go alone.
fn best<'h, 'a>(
    document: &Document,
    settings: &Settings,
    held: &'h [Held<'a>],
    bare: Priced,
) -> Result<(Vec<&'h Held<'a>>, Priced), Refusal> {
    let together = |one: &&Held<'_>| one.promotion.terms.stacks.unwrap_or(false);
    let mut ways: Vec<Vec<&Held<'_>>> = vec![held.iter().filter(together).collect()];
    ways.extend(
        held.iter()
            .filter(|one| !together(one))
            .map(|one| vec![one]),
    );
    let mut best = (Vec::new(), bare);
    for way in ways.into_iter().filter(|way| !way.is_empty()) {
        let deductions: Vec<Deduction> = way.iter().map(|one| one.deduction.clone()).collect();
        let priced = price_with(document, settings, &deductions)?;
        if off_minor(&priced) > off_minor(&best.1) {
            best = (way, priced);
        }
    }
    Ok(best)
}

fn off_minor(priced: &Priced) -> i64 {
    let parts = priced.deducted.iter().flatten();
    parts.fold(0, |sum, part| sum.saturating_add(*part))
}

/// Writes down what was taken off, with the names of today: nothing that is said of a promotion
/// later changes the order.
fn write(document: &mut Document, chosen: &[&Held<'_>], priced: &Priced) {
    for line in &mut document.lines {
        line.promotions.clear();
    }
    let foreign = document.exchange.is_some();
    for (held, parts) in chosen.iter().zip(&priced.deducted) {
        let lines = held.deduction.lines.iter().zip(parts);
        let mut took = false;
        for (line, off_minor) in lines.filter(|(_, off_minor)| **off_minor != 0) {
            took = true;
            document.lines[*line].promotions.push(PromotionShare {
                promotion: held.id,
                off_minor: *off_minor,
            });
        }
        if took {
            let terms = &held.promotion.terms;
            let effect = terms.effect.unwrap_or_default();
            document.promotions.push(PromotionApplied {
                promotion: held.id,
                name: terms.name.clone().unwrap_or_default(),
                class: effect.class(),
                coupon: terms.coupon.clone(),
                book_amount_minor: terms.amount_minor.filter(|_| foreign && effect.is_amount()),
                points: None,
            });
        }
    }
}
