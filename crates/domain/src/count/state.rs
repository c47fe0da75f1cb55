//! A count as folded from its entries. What is counted are facts that add per counter and product.

use super::anchor::Anchor;
use crate::entry::Entry;
use crate::ids::{CountId, ProductId};
use crate::order::Moment;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// How much of a location is counted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CountScope {
    /// Everything.
    #[default]
    Full,
    /// The products of a category.
    Category(String),
    /// These products.
    Products(Vec<ProductId>),
}

/// Payload of `count.opened`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opened {
    /// Key of the location.
    pub location: String,
    /// How much of it.
    #[serde(default)]
    pub scope: CountScope,
    /// Who counts does not see what should be there.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub blind: bool,
    /// What it is about, in the words of the shop.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
}

/// Payload of `count.counted`: what somebody found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counted {
    /// Who counts: a window or a device, so that two add up.
    pub counter: String,
    /// What was found.
    pub lines: Vec<CountedLine>,
}

/// What was found of a product.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CountedLine {
    /// The product.
    pub product: ProductId,
    /// How much, thousandths.
    pub quantity_milli: i64,
    /// It takes the place of what the counter said of the product before; it adds to it otherwise.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub recount: bool,
}

/// Payload of `count.finished`: what was counted holds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finished {
    /// Products that should be there and were not found.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub missing: Vec<ProductId>,
}

/// What one counter found of a product.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// How much, thousandths.
    pub quantity_milli: i64,
    /// When that was said last.
    pub moment: Moment,
}

/// A count as folded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// The key.
    pub id: Option<CountId>,
    /// What is counted, once known.
    pub opened: Option<Opened>,
    /// When it began.
    pub began: Moment,
    /// What was found, by product and counter.
    pub found: BTreeMap<ProductId, BTreeMap<String, Tally>>,
    /// What was missing, once it is finished, and when that was.
    pub finished: Option<(Finished, Moment)>,
    /// Thrown away.
    pub discarded: bool,
    /// Number of entries folded.
    pub version: u32,
}

impl Count {
    /// Folds one more entry.
    pub fn apply(&mut self, entry: &Entry) {
        self.id = Some(CountId(entry.subject.id));
        self.version += 1;
        let moment = Moment::of(entry);
        match entry.kind.as_str() {
            "count.opened" if self.opened.is_none() => {
                self.opened = serde_json::from_str(&entry.payload).ok();
                self.began = moment;
            }
            "count.counted" => {
                if let Ok(said) = serde_json::from_str(&entry.payload) {
                    self.counted(said, moment);
                }
            }
            "count.finished" if self.finished.is_none() => {
                let said = serde_json::from_str(&entry.payload).ok();
                self.finished = said.map(|said| (said, moment));
            }
            "count.discarded" => self.discarded = true,
            _ => {}
        }
    }

    pub(super) fn counted(&mut self, said: Counted, moment: Moment) {
        for line in said.lines {
            let counters = self.found.entry(line.product).or_default();
            let tally = counters.entry(said.counter.clone()).or_default();
            let before_milli = if line.recount {
                0
            } else {
                tally.quantity_milli
            };
            tally.quantity_milli = before_milli.saturating_add(line.quantity_milli);
            tally.moment = moment;
        }
    }

    /// What was found of a product by all counters, and when that was said last.
    pub fn tally(&self, product: ProductId) -> Option<Tally> {
        let counters = self.found.get(&product)?;
        let mut sum = Tally {
            quantity_milli: 0,
            moment: counters.values().map(|tally| tally.moment).max()?,
        };
        for tally in counters.values() {
            sum.quantity_milli = sum.quantity_milli.saturating_add(tally.quantity_milli);
        }
        Some(sum)
    }

    /// Whether its figures hold.
    pub fn holds(&self) -> bool {
        self.opened.is_some() && self.finished.is_some() && !self.discarded
    }

    /// Whether it is under way.
    pub fn is_open(&self) -> bool {
        self.opened.is_some() && self.finished.is_none() && !self.discarded
    }

    /// What it says of the stock, product by product: nothing while it is under way.
    pub fn anchors(&self) -> Vec<Anchor> {
        let Some((finished, moment)) = self.finished.as_ref().filter(|_| self.holds()) else {
            return Vec::new();
        };
        let found = self.found.keys().filter_map(|product| {
            let tally = self.tally(*product)?;
            Some(Anchor {
                product: *product,
                moment: tally.moment,
                counted_milli: tally.quantity_milli,
            })
        });
        let missing: std::collections::BTreeSet<ProductId> =
            finished.missing.iter().copied().collect();
        let unfound = missing.into_iter();
        let unfound = unfound.filter(|product| !self.found.contains_key(product));
        let unfound = unfound.map(|product| Anchor {
            product,
            moment: *moment,
            counted_milli: 0,
        });
        found.chain(unfound).collect()
    }
}
