//! Exchange rates: a short list that is kept by hand, each rate from a day on.

use super::state::Settings;
use crate::currency::Currency;
use crate::day::Day;
use crate::limits::{LIST_ITEMS, NAME_CHARS};
use crate::order::Exchange;
use crate::pricing::ExchangeRate;
use crate::refusal::Refusal;
use crate::text;
use serde::{Deserialize, Serialize};

/// What one unit of another currency is worth from a day on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RateTerms {
    /// ISO 4217 code of the other currency.
    pub currency: String,
    /// Units of the book's currency for one of the other, in billionths.
    pub rate_nano: i64,
    /// The first day on which it holds.
    pub from: Day,
    /// Who said so.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
}

/// Checks a list of rates: known currencies, one rate a day.
pub(super) fn checked(rates: Vec<RateTerms>) -> Result<Vec<RateTerms>, Refusal> {
    if rates.len() > LIST_ITEMS {
        return Err(Refusal::at("exchange_rates", "too_many").with(LIST_ITEMS));
    }
    let mut kept: Vec<RateTerms> = Vec::with_capacity(rates.len());
    for (index, said) in rates.into_iter().enumerate() {
        let at = |name: &str| format!("exchange_rates.{index}.{name}");
        if Currency::parse(&said.currency).is_err() {
            return Err(Refusal::at(at("currency"), "currency_unknown").with(said.currency));
        }
        if said.rate_nano <= 0 {
            return Err(Refusal::at(at("rate"), "amount_not_positive"));
        }
        let same = |other: &RateTerms| (&other.currency, other.from) == (&said.currency, said.from);
        if kept.iter().any(same) {
            return Err(Refusal::at(at("from"), "claimed_twice"));
        }
        let source = text::optional(&at("source"), Some(&said.source), NAME_CHARS)?;
        kept.push(RateTerms {
            source: source.unwrap_or_default(),
            ..said
        });
    }
    Ok(kept)
}

impl Settings {
    /// The rate of a currency on a day: the newest that holds by then.
    pub fn exchange(&self, currency: &str, day: Day) -> Option<Exchange> {
        let rates = self.terms.exchange_rates.iter().flatten();
        let own = rates.filter(|rate| rate.currency == currency && rate.from <= day);
        let rate = own.max_by_key(|rate| rate.from)?;
        let from = Currency::parse(&rate.currency).ok()?;
        let to = Currency::parse(self.currency()).ok()?;
        Some(Exchange {
            rate: ExchangeRate::new(from, to, rate.rate_nano).ok()?,
            day: rate.from,
            source: rate.source.clone(),
        })
    }
}
