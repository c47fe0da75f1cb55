//! What is known of a product.

use super::bundle::Bundle;
use super::images::Images;
use super::packs::Pack;
use super::variants::ProductOption;
use crate::apart::Apart;
use crate::attention::{self, Owners};
use crate::custom::{Filled, take_filled};
use crate::day::Day;
use crate::entry::Entry;
use crate::ids::{ProductId, RunId, SupplierId};
use crate::lot::{LotDated, Tracking};
use crate::said::take;
use crate::supplier::{Supplied, Supply};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The fields of a product. In an entry `None` means "not said"; a said empty text or list, or a
/// negative reorder figure or cost, clears the field.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ProductTerms {
    /// Stock keeping unit; text, case-sensitive.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sku: Option<String>,
    /// Name shown and printed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Category.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub category: Option<String>,
    /// Price of one unit, millionths of the major unit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit_price_micro: Option<i64>,
    /// Cost of one unit, millionths of the major unit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cost_micro: Option<i64>,
    /// Code of the tax that applies.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tax: Option<String>,
    /// A service: it has no stock.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub service: Option<bool>,
    /// Barcodes, replaced as a set.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub barcodes: Option<Vec<String>>,
    /// Unit of measure.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// Free note about the product (not about a person).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Order again when available falls below, thousandths.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reorder_point_milli: Option<i64>,
    /// Order up to, thousandths.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reorder_to_milli: Option<i64>,
    /// Kept back wherever it is sold, thousandths: what is there for a customer in need.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub safety_milli: Option<i64>,
    /// Kept back at some places instead, by their keys, thousandths; below zero a place is like the
    /// others again.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub safety_at: BTreeMap<String, i64>,
    /// The packs that it is handled in, replaced as a set.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub packs: Option<Vec<Pack>>,
    /// Weight of one unit, grams.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub weight_g: Option<i64>,
    /// What tells its goods apart.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tracking: Option<Tracking>,
    /// Out of use.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub archived: Option<bool>,
    /// What its variants differ in; such a product is not sold itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub options: Option<Vec<ProductOption>>,
    /// The product that it is a variant of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub variant_of: Option<ProductId>,
    /// Which variant it is: a value of each of that product's options, in their order.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub variant: Option<Vec<String>>,
    /// What it is made of; a bundle without components is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bundle: Option<Bundle>,
    /// What is filled in of the book's own fields.
    #[serde(skip_serializing_if = "Filled::is_empty")]
    pub custom: Filled,
    /// The import that made it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub run: Option<RunId>,
}

/// A product as folded from its entries.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Product {
    /// The key.
    pub id: Option<ProductId>,
    /// Its fields; the last writer of a field wins.
    pub terms: ProductTerms,
    /// What it is called and costs at each supplier; the last writer of a supplier wins.
    pub supplies: BTreeMap<SupplierId, Supply>,
    /// Its pictures.
    pub images: Images,
    /// Created.
    pub exists: bool,
    /// Taken back with the import that made it.
    pub withdrawn: bool,
    /// Number of entries folded.
    pub version: u32,
    /// Who looks after what needs a person.
    pub owners: Owners,
    /// What devices set without knowing of each other.
    pub apart: Apart,
    /// The costs that were stated, by the moment they were; `None` where one was taken back.
    pub costs: BTreeMap<i64, Option<i64>>,
    /// Last days of lots that were said beside what their goods say; the last word counts.
    pub lot_days: BTreeMap<String, Option<Day>>,
}

impl Product {
    /// Folds one more entry.
    pub fn apply(&mut self, entry: &Entry) {
        self.id = Some(ProductId(entry.subject.id));
        self.version += 1;
        self.apart.take(entry);
        match entry.kind.as_str() {
            "product.created" => {
                self.exists = true;
                self.merge(entry);
            }
            "product.amended" => self.merge(entry),
            "product.supplied" => {
                if let Ok(said) = serde_json::from_str::<Supplied>(&entry.payload) {
                    self.supplied(said);
                }
            }
            "product.pictured" => {
                if let Ok(said) = serde_json::from_str(&entry.payload) {
                    self.images.add(said);
                }
            }
            "product.arranged" => {
                if let Ok(said) = serde_json::from_str(&entry.payload) {
                    self.images.arrange(said);
                }
            }
            "product.lot_dated" => {
                if let Ok(said) = serde_json::from_str::<LotDated>(&entry.payload) {
                    self.lot_days.insert(said.lot, said.expires);
                }
            }
            "product.assigned" => attention::take(&mut self.owners, entry),
            "product.withdrawn" => self.withdrawn = true,
            _ => {}
        }
    }

    /// Whether screens and searches show it.
    pub fn is_visible(&self) -> bool {
        self.exists && !self.withdrawn
    }

    /// A service has no stock.
    pub fn is_service(&self) -> bool {
        self.terms.service.unwrap_or(false)
    }

    /// Whether it comes in variants: they are sold, and it is not.
    pub fn is_varied(&self) -> bool {
        !self.terms.options.as_deref().unwrap_or_default().is_empty()
    }

    /// What tells its goods apart; a service has none.
    pub fn tracking(&self) -> Tracking {
        let said = self.terms.tracking.filter(|_| !self.is_service());
        said.unwrap_or_default()
    }

    fn merge(&mut self, entry: &Entry) {
        let Ok(said) = serde_json::from_str::<ProductTerms>(&entry.payload) else {
            return;
        };
        let terms = &mut self.terms;
        take(&mut terms.sku, said.sku);
        take(&mut terms.title, said.title);
        take(&mut terms.unit_price_micro, said.unit_price_micro);
        take(&mut terms.service, said.service);
        take(&mut terms.archived, said.archived);
        take(&mut terms.run, said.run);
        take_text(&mut terms.category, said.category);
        take_text(&mut terms.tax, said.tax);
        take_text(&mut terms.unit, said.unit);
        take_text(&mut terms.note, said.note);
        take(&mut terms.barcodes, said.barcodes);
        take(&mut terms.options, said.options);
        take(&mut terms.variant_of, said.variant_of);
        take(&mut terms.variant, said.variant);
        take(&mut terms.tracking, said.tracking);
        take(&mut terms.bundle, said.bundle);
        take_filled(&mut terms.custom, said.custom);
        if said.cost_micro.is_some() {
            take_figure(&mut terms.cost_micro, said.cost_micro);
            self.costs.insert(entry.at_ms, terms.cost_micro);
        }
        take_figure(&mut terms.reorder_point_milli, said.reorder_point_milli);
        take_figure(&mut terms.reorder_to_milli, said.reorder_to_milli);
        take_figure(&mut terms.safety_milli, said.safety_milli);
        take_figure(&mut terms.weight_g, said.weight_g);
        take(&mut terms.packs, said.packs);
        for (place, milli) in said.safety_at {
            match milli {
                ..0 => drop(terms.safety_at.remove(&place)),
                _ => drop(terms.safety_at.insert(place, milli)),
            }
        }
    }
}

fn take_text(field: &mut Option<String>, said: Option<String>) {
    match said {
        Some(text) if text.is_empty() => *field = None,
        Some(text) => *field = Some(text),
        None => {}
    }
}

fn take_figure(field: &mut Option<i64>, said: Option<i64>) {
    match said {
        Some(figure) if figure < 0 => *field = None,
        Some(figure) => *field = Some(figure),
        None => {}
    }
}
