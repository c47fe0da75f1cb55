//! Decisions about price lists: create, amend, set prices.

use super::state::{PriceBreak, PriceList, PriceListTerms, Priced, ProductPrices, Validity};
use crate::currency::Currency;
use crate::limits::{
    CODE_CHARS, LIST_ITEMS, LIST_PRICES, NAME_CHARS, PRICE_BREAKS, QUANTITY_MILLI, UNIT_PRICE_MICRO,
};
use crate::refusal::Refusal;
use crate::text;
use std::collections::BTreeSet;

/// Checks a new price list: the name and the currency are required.
pub fn create(said: PriceListTerms) -> Result<PriceListTerms, Refusal> {
    text::required("name", said.name.as_deref().unwrap_or_default(), NAME_CHARS)?;
    let currency = said.currency.as_deref().unwrap_or_default();
    if Currency::parse(currency).is_err() {
        return Err(Refusal::at("currency", "currency_unknown").with(currency));
    }
    checked(said)
}

/// Checks a change; the currency of a list never changes.
pub fn amend(now: &PriceList, said: PriceListTerms) -> Result<PriceListTerms, Refusal> {
    present(now)?;
    if said.currency.is_some() {
        return Err(Refusal::at("currency", "currency_fixed"));
    }
    if let Some(name) = &said.name {
        text::required("name", name, NAME_CHARS)?;
    }
    checked(said)
}

/// Checks prices for a list: each product once, its steps by quantity ascending.
pub fn price(now: &PriceList, said: Vec<ProductPrices>) -> Result<Priced, Refusal> {
    present(now)?;
    if said.is_empty() {
        return Err(Refusal::at("prices", "required"));
    }
    if said.len() > LIST_PRICES {
        return Err(Refusal::at("prices", "too_many").with(LIST_PRICES));
    }
    let mut named = BTreeSet::new();
    let mut prices = Vec::with_capacity(said.len());
    for (index, mut one) in said.into_iter().enumerate() {
        if !named.insert(one.product) {
            let field = format!("prices.{index}.product");
            return Err(Refusal::at(field, "claimed_twice"));
        }
        check_breaks(index, &one.breaks)?;
        one.breaks.sort_by_key(|step| step.from_milli);
        prices.push(one);
    }
    Ok(Priced { prices })
}

/// Checks the days on which something holds.
pub(crate) fn check_validity(said: &Validity) -> Result<(), Refusal> {
    match (said.from, said.to) {
        (Some(from), Some(to)) if to < from => Err(Refusal::at("to", "day_before_first")),
        _ => Ok(()),
    }
}

/// Checks a set of short texts: each trimmed, none empty, sorted and each once.
pub(crate) fn checked_set(field: &str, said: &[String]) -> Result<Vec<String>, Refusal> {
    if said.len() > LIST_ITEMS {
        return Err(Refusal::at(field, "too_many").with(LIST_ITEMS));
    }
    let kept: Result<BTreeSet<String>, Refusal> = said
        .iter()
        .enumerate()
        .map(|(index, one)| text::required(&format!("{field}.{index}"), one, NAME_CHARS))
        .collect();
    Ok(kept?.into_iter().collect())
}

fn present(now: &PriceList) -> Result<(), Refusal> {
    if now.exists {
        Ok(())
    } else {
        Err(Refusal::new("price_list_unknown"))
    }
}

fn checked(mut said: PriceListTerms) -> Result<PriceListTerms, Refusal> {
    if let Some(name) = said.name.take() {
        said.name = Some(text::required("name", &name, NAME_CHARS)?);
    }
    if let Some(validity) = &said.validity {
        check_validity(validity)?;
    }
    if let Some(tags) = &mut said.tags {
        *tags = checked_set("tags", tags)?;
    }
    if let Some(channels) = &mut said.channels {
        *channels = checked_set("channels", channels)?;
        for (index, channel) in channels.iter().enumerate() {
            text::required(&format!("channels.{index}"), channel, CODE_CHARS)?;
        }
    }
    Ok(said)
}

fn check_breaks(index: usize, breaks: &[PriceBreak]) -> Result<(), Refusal> {
    let at = |place: usize, name: &str| format!("prices.{index}.breaks.{place}.{name}");
    if breaks.len() > PRICE_BREAKS {
        let field = format!("prices.{index}.breaks");
        return Err(Refusal::at(field, "too_many").with(PRICE_BREAKS));
    }
    for (place, step) in breaks.iter().enumerate() {
        if !(0..=QUANTITY_MILLI).contains(&step.from_milli) {
            return Err(Refusal::at(at(place, "from_milli"), "out_of_range"));
        }
        if !(0..=UNIT_PRICE_MICRO).contains(&step.unit_price_micro) {
            return Err(Refusal::at(at(place, "unit_price_micro"), "out_of_range"));
        }
        let same = |other: &PriceBreak| other.from_milli == step.from_milli;
        if breaks[..place].iter().any(same) {
            return Err(Refusal::at(at(place, "from_milli"), "claimed_twice"));
        }
    }
    Ok(())
}
