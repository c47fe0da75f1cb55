//! A count as folded from its entries. What is counted are facts that add per counter and product.

use super::anchor::Anchor;
use crate::day::Day;
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

/// What was found of a lot.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CountedLot {
    /// Code of the lot, or the serial number.
    pub lot: String,
    /// How much, thousandths.
    pub quantity_milli: i64,
    /// The last day that stands on it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires: Option<Day>,
}

/// What was found of a product.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CountedLine {
    /// The product.
    pub product: ProductId,
    /// How much, thousandths.
    pub quantity_milli: i64,
    /// It takes the place of what the counter said of the product before; it adds to it otherwise.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub recount: bool,
    /// What of it belongs to lots, where they were looked at.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lots: Vec<CountedLot>,
}

/// Payload of `count.finished`: what was counted holds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finished {
    /// Products that should be there and were not found.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub missing: Vec<ProductId>,
}

/// What was found of a lot of a product.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LotTally {
    /// How much, thousandths.
    pub quantity_milli: i64,
    /// The last day that stood on it, the earliest.
    pub expires: Option<Day>,
}

impl LotTally {
    fn add(&mut self, quantity_milli: i64, expires: Option<Day>) {
        self.quantity_milli = self.quantity_milli.saturating_add(quantity_milli);
        self.expires = self.expires.into_iter().chain(expires).min();
    }
}

/// What one counter found of a product.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// How much, thousandths.
    pub quantity_milli: i64,
    /// When that was said last.
    pub moment: Moment,
    /// What of it belongs to lots, where somebody looked.
    pub lots: BTreeMap<String, LotTally>,
}

impl Tally {
    /// Whether it says of every lot how much there was: some are named, or nothing was there.
    pub fn is_by_lots(&self) -> bool {
        self.quantity_milli == 0 || !self.lots.is_empty()
    }
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
            if line.recount {
                *tally = Tally::default();
            }
            tally.quantity_milli = tally.quantity_milli.saturating_add(line.quantity_milli);
            tally.moment = moment;
            for part in line.lots {
                let lot = tally.lots.entry(part.lot).or_default();
                lot.add(part.quantity_milli, part.expires);
            }
            tally.lots.retain(|_, lot| lot.quantity_milli != 0);
        }
    }

    /// What was found of a product by all counters, and when that was said last.
    pub fn tally(&self, product: ProductId) -> Option<Tally> {
        let counters = self.found.get(&product)?;
        let mut sum = Tally {
            quantity_milli: 0,
            moment: counters.values().map(|tally| tally.moment).max()?,
            lots: BTreeMap::new(),
        };
        for tally in counters.values() {
            sum.quantity_milli = sum.quantity_milli.saturating_add(tally.quantity_milli);
            for (lot, found) in &tally.lots {
                let lot = sum.lots.entry(lot.clone()).or_default();
                lot.add(found.quantity_milli, found.expires);
            }
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
                lots: tally.lots,
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
            lots: BTreeMap::new(),
        });
        found.chain(unfound).collect()
    }
}
