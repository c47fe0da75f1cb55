//! What an act over the counter adds to the figures of its till. It is stored with the entry: the
//! sums of a till read each entry by itself, and nothing that is said later may change them.

use super::edits::{Edited, LineShare};
use super::facts::{OrderLine, TaxSum};
use super::returns::Returned;
use super::state::{Moment, Order};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What is added: below zero for what came back.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TillShare {
    /// With tax, minor units.
    pub total_minor: i64,
    /// Discounts in it, minor units.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub off_minor: i64,
    /// The tax in it, by code and rate.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub taxes: Vec<TaxSum>,
}

#[allow(clippy::trivially_copy_pass_by_ref)] // as serde asks for it
fn is_zero(figure: &i64) -> bool {
    *figure == 0
}

/// What goods that came back take off the till's figures.
pub fn share_of_return(now: &Order, said: &Returned) -> TillShare {
    if now.document.exchange.is_some() {
        return share_abroad(now, said);
    }
    let parts = said.lines.iter().filter_map(|back| {
        let amounts = (
            back.total_minor.saturating_neg(),
            back.tax_minor.saturating_neg(),
        );
        Some((now.lines.get(&back.line)?, amounts))
    });
    share(parts.collect(), 0)
}

/// A till's figures are those of the book: of an order in another currency what the return gives
/// back there, so that all returns of it give back what it was sold for.
fn share_abroad(now: &Order, said: &Returned) -> TillShare {
    let mut after = now.clone();
    let last = Moment {
        at_ms: i64::MAX,
        ..Moment::default()
    };
    after.returned(said.clone(), last);
    let events = after.money_events();
    let lines = events.last().map_or(&[][..], |event| &event.lines);
    let parts = lines.iter().map(|part| (part.line, part.share.amounts()));
    share(parts.collect(), 0)
}

/// What a change adds to the till's figures: the lines that it brings, and what it moves of those
/// that there were.
pub fn share_of_edit(now: &Order, said: &Edited) -> TillShare {
    let before = |line: &OrderLine| now.lines.get(&line.line);
    let parts = said.lines.iter().map(|line| {
        let was = before(line).map(|own| now.sold_share(own));
        let (total, tax) = was.as_ref().map_or((0, 0), LineShare::amounts);
        let (after, after_tax) = now.sold_share(line).amounts();
        let moved = (after.saturating_sub(total), after_tax.saturating_sub(tax));
        (line, moved)
    });
    let off = said.lines.iter().fold(0_i64, |sum, line| {
        let was = before(line).map_or(0, |own| own.off_minor);
        sum.saturating_add(line.off_minor.saturating_sub(was))
    });
    share(in_book(now, parts.collect()), now.in_book(off))
}

/// A line with what it comes to and the tax in it.
type Part<'a> = (&'a OrderLine, (i64, i64));

/// Parts in the book's currency, as the event of a change has them: goods are converted together,
/// cards by themselves.
fn in_book<'a>(now: &Order, parts: Vec<Part<'a>>) -> Vec<Part<'a>> {
    let (cards, goods): (Vec<_>, Vec<_>) =
        (parts.into_iter()).partition(|(line, _)| line.gift_card.is_some());
    let amounts = |pick: fn(&Part<'a>) -> i64| -> Vec<i64> {
        now.parts_in_book(&goods.iter().map(pick).collect::<Vec<_>>())
    };
    let totals = amounts(|(_, (total, _))| *total);
    let booked = totals.into_iter().zip(amounts(|(_, (_, tax))| *tax));
    let goods = goods
        .iter()
        .zip(booked)
        .map(|((line, _), both)| (*line, both));
    let cards = cards
        .iter()
        .map(|(line, (total, tax))| (*line, (now.in_book(*total), *tax)));
    goods.chain(cards).collect()
}

fn share(parts: Vec<Part<'_>>, off_minor: i64) -> TillShare {
    let totals = parts.iter().map(|(_, (total, _))| *total);
    TillShare {
        total_minor: totals.fold(0, i64::saturating_add),
        off_minor,
        taxes: taxes(parts.into_iter()),
    }
}

/// The tax in lines, by code and rate, of what each line comes to and the tax in it.
pub(super) fn taxes<'a>(parts: impl Iterator<Item = Part<'a>>) -> Vec<TaxSum> {
    let mut taxes: BTreeMap<(&str, i64), (i64, i64)> = BTreeMap::new();
    for (line, (total, tax)) in parts {
        let Some(code) = line.tax.as_deref() else {
            continue;
        };
        let sum = taxes.entry((code, line.tax_rate_ppm)).or_default();
        sum.0 = sum.0.saturating_add(total.saturating_sub(tax));
        sum.1 = sum.1.saturating_add(tax);
    }
    let taxes = taxes.into_iter().filter(|(_, sums)| *sums != (0, 0));
    taxes
        .map(|((code, rate_ppm), (base_minor, tax_minor))| TaxSum {
            code: code.to_owned(),
            rate_ppm,
            base_minor,
            tax_minor,
        })
        .collect()
}
