//! A price list as folded from its entries. Terms are merged field by field and prices product by
//! product, so that two devices that change different prices both get what they said.

use crate::day::Day;
use crate::entry::Entry;
use crate::ids::{PriceListId, ProductId};
use crate::said::take;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The days on which something holds, both ends included.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Validity {
    /// The first day; none when it has always held.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<Day>,
    /// The last day; none when it holds until further notice.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<Day>,
}

impl Validity {
    /// Whether it holds on a day.
    pub fn holds(&self, day: Day) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }
}

/// The terms of a price list. In an entry `None` means "not said"; lists and the validity are
/// replaced as a whole.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PriceListTerms {
    /// Its name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// ISO 4217 code of its prices; fixed at creation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub currency: Option<String>,
    /// The days on which it holds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub validity: Option<Validity>,
    /// Customers with one of these tags get its prices.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<String>>,
    /// Everybody gets its prices.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub everyone: Option<bool>,
    /// The channels on which it holds; every channel when empty.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub channels: Option<Vec<String>>,
    /// Out of use.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub archived: Option<bool>,
}

/// The price of one unit from a quantity on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PriceBreak {
    /// The least quantity of a line, thousandths.
    pub from_milli: i64,
    /// The price of one unit, millionths of the major unit.
    pub unit_price_micro: i64,
}

/// What a list says of a product: its prices by quantity, ascending; none takes it off the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProductPrices {
    /// The product.
    pub product: ProductId,
    /// Its prices.
    pub breaks: Vec<PriceBreak>,
}

/// Payload of `price_list.priced`; products that are not named keep their prices.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Priced {
    /// The products and their prices.
    pub prices: Vec<ProductPrices>,
}

/// A price list as folded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PriceList {
    /// The key.
    pub id: Option<PriceListId>,
    /// Its terms; the last writer of a field wins.
    pub terms: PriceListTerms,
    /// Prices by product; the last writer of a product wins.
    pub prices: BTreeMap<ProductId, Vec<PriceBreak>>,
    /// Created.
    pub exists: bool,
    /// Number of entries folded.
    pub version: u32,
}

impl PriceList {
    /// Folds one more entry.
    pub fn apply(&mut self, entry: &Entry) {
        self.id = Some(PriceListId(entry.subject.id));
        self.version += 1;
        match entry.kind.as_str() {
            "price_list.created" => {
                self.exists = true;
                self.merge(entry);
            }
            "price_list.amended" => self.merge(entry),
            "price_list.priced" => self.price(entry),
            _ => {}
        }
    }

    fn merge(&mut self, entry: &Entry) {
        let Ok(said) = serde_json::from_str::<PriceListTerms>(&entry.payload) else {
            return;
        };
        let terms = &mut self.terms;
        take(&mut terms.name, said.name);
        if terms.currency.is_none() {
            terms.currency = said.currency;
        }
        take(&mut terms.validity, said.validity);
        take(&mut terms.tags, said.tags);
        take(&mut terms.everyone, said.everyone);
        take(&mut terms.channels, said.channels);
        take(&mut terms.archived, said.archived);
    }

    fn price(&mut self, entry: &Entry) {
        let Ok(said) = serde_json::from_str::<Priced>(&entry.payload) else {
            return;
        };
        for ProductPrices { product, breaks } in said.prices {
            if breaks.is_empty() {
                self.prices.remove(&product);
            } else {
                self.prices.insert(product, breaks);
            }
        }
    }
}
