//! A promotion as folded from its entries.

use crate::entry::Entry;
use crate::ids::{ProductId, PromotionId};
use crate::price_list::Validity;
use crate::pricing::DiscountClass;
use crate::said::take;
use serde::{Deserialize, Serialize};

/// What a promotion gives.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PromotionEffect {
    /// Per cent off each line that it is about.
    #[default]
    LinePercent,
    /// Per cent off all lines that it is about, rounded once.
    OrderPercent,
    /// An amount off every unit that it is about.
    LineFixed,
    /// An amount off all lines that it is about together.
    OrderFixed,
    /// Of so many units that are bought, the cheapest are free or cheaper.
    BuyGet,
    /// No charge for shipping.
    FreeShipping,
}

impl PromotionEffect {
    /// Whether it is an amount of money, which is said in the book's currency.
    pub const fn is_amount(self) -> bool {
        matches!(self, Self::LineFixed | Self::OrderFixed)
    }

    /// Its place in the order of discounts.
    pub const fn class(self) -> DiscountClass {
        match self {
            Self::LinePercent | Self::FreeShipping => DiscountClass::LinePercent,
            Self::OrderPercent => DiscountClass::OrderPercent,
            Self::LineFixed | Self::BuyGet => DiscountClass::LineFixed,
            Self::OrderFixed => DiscountClass::OrderFixed,
        }
    }
}

/// The terms of a promotion. In an entry `None` means "not said"; a said empty text or list and a
/// figure below zero clear a field.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PromotionTerms {
    /// Its name, as receipts and invoices say it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// What it gives.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub effect: Option<PromotionEffect>,
    /// Per cent off, parts per million; of the units that are given, when some are bought.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rate_ppm: Option<i64>,
    /// The amount off, minor units of the book's currency.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amount_minor: Option<i64>,
    /// How many units are paid for before some are given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub buy_units: Option<i64>,
    /// How many units are given then.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub get_units: Option<i64>,
    /// The products that it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub products: Option<Vec<ProductId>>,
    /// The categories that it is about; every product when neither is said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub categories: Option<Vec<String>>,
    /// The tags of a customer that gets it; everybody when empty.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<String>>,
    /// The channels on which it holds; every channel when empty.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub channels: Option<Vec<String>>,
    /// What the lines that it is about must come to, minor units of the book's currency.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub minimum_minor: Option<i64>,
    /// The days on which it holds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub validity: Option<Validity>,
    /// The code that it is asked for with; applied by itself when there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub coupon: Option<String>,
    /// How many orders may use the code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub use_limit: Option<i64>,
    /// Whether it goes with other promotions.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stacks: Option<bool>,
    /// Out of use.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub archived: Option<bool>,
}

impl PromotionTerms {
    /// Takes in what was said, field by field.
    pub(super) fn merge(&mut self, said: Self) {
        take(&mut self.name, said.name);
        take(&mut self.effect, said.effect);
        take(&mut self.products, said.products);
        take(&mut self.categories, said.categories);
        take(&mut self.tags, said.tags);
        take(&mut self.channels, said.channels);
        take(&mut self.validity, said.validity);
        take(&mut self.stacks, said.stacks);
        take(&mut self.archived, said.archived);
        for (field, said) in [
            (&mut self.rate_ppm, said.rate_ppm),
            (&mut self.amount_minor, said.amount_minor),
            (&mut self.buy_units, said.buy_units),
            (&mut self.get_units, said.get_units),
            (&mut self.minimum_minor, said.minimum_minor),
            (&mut self.use_limit, said.use_limit),
        ] {
            if let Some(figure) = said {
                *field = (figure >= 0).then_some(figure);
            }
        }
        if let Some(code) = said.coupon {
            self.coupon = (!code.is_empty()).then_some(code);
        }
    }
}

/// A promotion as folded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Promotion {
    /// The key.
    pub id: Option<PromotionId>,
    /// Its terms; the last writer of a field wins.
    pub terms: PromotionTerms,
    /// Created.
    pub exists: bool,
    /// Number of entries folded.
    pub version: u32,
}

impl Promotion {
    /// Folds one more entry.
    pub fn apply(&mut self, entry: &Entry) {
        self.id = Some(PromotionId(entry.subject.id));
        self.version += 1;
        let created = entry.kind == "promotion.created";
        if !created && entry.kind != "promotion.amended" {
            return;
        }
        self.exists |= created;
        if let Ok(said) = serde_json::from_str(&entry.payload) {
            self.terms.merge(said);
        }
    }
}
