//! Whether a promotion holds for a sale, and for which of its lines; and what is missing when it
//! does not.

use super::apply::Sale;
use super::state::{PromotionEffect, PromotionTerms};
use crate::order::{Document, OrderLine};
use crate::pricing::{Deduction, Off, Priced};
use crate::rate::{PPM, Rate};
use crate::rounding::div_round_half_away;

/// Thousandths of a unit.
const UNIT_MILLI: i64 = 1_000;

/// Why a promotion does not hold: a code with a sentence, and the figure or day that it needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unmet {
    /// The code of the refusal.
    pub code: &'static str,
    /// A day, an amount in minor units (with its code, where it is not the book's currency) or a
    /// number of units.
    pub detail: Option<String>,
}

fn unmet(code: &'static str, detail: Option<String>) -> Unmet {
    Unmet { code, detail }
}

/// What a promotion takes off a document, or why it does not.
pub(super) fn deduction(
    terms: &PromotionTerms,
    document: &Document,
    bare: &Priced,
    sale: &mut Sale<'_>,
) -> Result<Deduction, Unmet> {
    check_circumstances(terms, document, sale)?;
    let effect = terms.effect.unwrap_or_default();
    let lines = matching(terms, document, bare, sale);
    if effect == PromotionEffect::FreeShipping {
        check_minimum(terms, (document, bare), &lines)?;
        return free_shipping(document, bare);
    }
    if lines.is_empty() {
        return Err(unmet("coupon_no_goods", None));
    }
    check_minimum(terms, (document, bare), &lines)?;
    let rate = Rate::from_ppm(terms.rate_ppm.unwrap_or(0).clamp(0, PPM));
    let amount_minor = document.from_book(terms.amount_minor.unwrap_or(0).max(0));
    let off = match effect {
        PromotionEffect::LinePercent => Off::LinePercent(rate),
        PromotionEffect::OrderPercent => Off::OrderPercent(rate),
        PromotionEffect::OrderFixed => Off::OrderFixed(amount_minor),
        PromotionEffect::LineFixed => Off::LineFixed(per_unit(document, &lines, amount_minor)),
        PromotionEffect::BuyGet | PromotionEffect::FreeShipping => {
            return given_units(terms, document, &lines);
        }
    };
    Ok(Deduction { lines, off })
}

/// What does not depend on the lines: the days, the channel, the customer.
fn check_circumstances(
    terms: &PromotionTerms,
    document: &Document,
    sale: &Sale<'_>,
) -> Result<(), Unmet> {
    let validity = terms.validity.unwrap_or_default();
    if let Some(from) = validity.from.filter(|from| sale.day < *from) {
        return Err(unmet("coupon_not_yet", Some(from.to_string())));
    }
    if let Some(to) = validity.to.filter(|to| *to < sale.day) {
        return Err(unmet("coupon_expired", Some(to.to_string())));
    }
    let channels = terms.channels.as_deref().unwrap_or_default();
    if !channels.is_empty() && !channels.contains(&document.channel) {
        return Err(unmet("coupon_other_channel", None));
    }
    let tags = terms.tags.as_deref().unwrap_or_default();
    if !tags.is_empty() && !tags.iter().any(|tag| sale.tags.contains(tag)) {
        return Err(unmet("coupon_other_customer", Some(tags.join(", "))));
    }
    Ok(())
}

/// The lines that a promotion is about: goods and work that cost something, never the shipping or
/// a gift card.
fn matching(
    terms: &PromotionTerms,
    document: &Document,
    bare: &Priced,
    sale: &mut Sale<'_>,
) -> Vec<usize> {
    let products = terms.products.as_deref().unwrap_or_default();
    let categories = terms.categories.as_deref().unwrap_or_default();
    let mut about = |line: &OrderLine| {
        let Some(product) = line.product else {
            return products.is_empty() && categories.is_empty();
        };
        (products.is_empty() && categories.is_empty())
            || products.contains(&product)
            || (!categories.is_empty()
                && (sale.category)(product).is_some_and(|own| categories.contains(&own)))
    };
    let lines = document.lines.iter().zip(&bare.lines).enumerate();
    let lines = lines
        .filter(|(_, (line, _))| !line.shipping && line.gift_card.is_none())
        .filter(|(_, (line, amounts))| amounts.gross_minor > 0 && about(line));
    lines.map(|(at, _)| at).collect()
}

/// What the lines come to as prices are stated, after the discounts that were given by hand. What
/// is missing is told in the document's currency.
fn check_minimum(
    terms: &PromotionTerms,
    (document, bare): (&Document, &Priced),
    lines: &[usize],
) -> Result<(), Unmet> {
    let minimum = document.from_book(terms.minimum_minor.unwrap_or(0));
    let worth = lines.iter().fold(0_i64, |sum, at| {
        let line = &bare.lines[*at];
        sum.saturating_add(line.gross_minor.saturating_sub(line.discount_minor))
    });
    match minimum.saturating_sub(worth) {
        missing if missing > 0 => Err(unmet("coupon_minimum", Some(told(document, missing)))),
        _ => Ok(()),
    }
}

/// An amount of a document, minor units: with the code of its currency, where that is not the
/// book's.
fn told(document: &Document, amount_minor: i64) -> String {
    match &document.exchange {
        None => amount_minor.to_string(),
        Some(exchange) => format!("{amount_minor} {}", exchange.rate.from()),
    }
}

fn free_shipping(document: &Document, bare: &Priced) -> Result<Deduction, Unmet> {
    let lines = document.lines.iter().zip(&bare.lines).enumerate();
    let charged = lines.filter(|(_, (line, amounts))| line.shipping && amounts.gross_minor > 0);
    let lines: Vec<usize> = charged.map(|(at, _)| at).collect();
    if lines.is_empty() {
        return Err(unmet("coupon_no_shipping", None));
    }
    let off = Off::LinePercent(Rate::WHOLE);
    Ok(Deduction { lines, off })
}

fn per_unit(document: &Document, lines: &[usize], amount_minor: i64) -> Vec<i64> {
    let of = |at: &usize| {
        let exact = i128::from(document.lines[*at].quantity_milli) * i128::from(amount_minor);
        let size = div_round_half_away(exact, i128::from(UNIT_MILLI));
        i64::try_from(size).unwrap_or(i64::MAX)
    };
    lines.iter().map(of).collect()
}

/// The cheapest whole units of the lines are given, so many for every so many that are bought.
fn given_units(
    terms: &PromotionTerms,
    document: &Document,
    lines: &[usize],
) -> Result<Deduction, Unmet> {
    let (buy, get) = (
        terms.buy_units.unwrap_or(1).max(1),
        terms.get_units.unwrap_or(1).max(1),
    );
    let units = |at: usize| document.lines[at].quantity_milli / UNIT_MILLI;
    let all = lines
        .iter()
        .fold(0_i64, |sum, at| sum.saturating_add(units(*at)));
    let group = buy.saturating_add(get);
    let mut left = (all / group).saturating_mul(get);
    if left == 0 {
        let missing = group.saturating_sub(all);
        return Err(unmet("coupon_more_units", Some(missing.to_string())));
    }
    let mut cheapest = lines.to_vec();
    cheapest.sort_by_key(|at| (document.lines[*at].unit_price_micro, *at));
    let mut given = vec![0; document.lines.len()];
    for at in cheapest {
        given[at] = units(at).min(left);
        left -= given[at];
    }
    let lines: Vec<usize> = lines.iter().copied().filter(|at| given[*at] > 0).collect();
    let part = |at: &usize| (given[*at] * UNIT_MILLI, document.lines[*at].quantity_milli);
    let parts = lines.iter().map(part).collect();
    let rate = Rate::from_ppm(terms.rate_ppm.unwrap_or(PPM).clamp(0, PPM));
    Ok(Deduction {
        lines,
        off: Off::Units(rate, parts),
    })
}
