//! A purchase as folded from its entries. What has come is added up from facts, so that two devices
//! that receive apart both count.

use super::facts::{
    Cancelled, Charge, Closed, Dated, Issued, Landed, Ordered, PurchaseDocument, PurchaseLine,
    Received, ReceivedLine, Returned,
};
use crate::currency::Currency;
use crate::day::Day;
use crate::entry::Entry;
use crate::ids::{PurchaseId, ReceiptId, ReturnId, SupplierId};
use crate::money::UnitPrice;
use crate::order::Moment;
use crate::pricing::line_total_minor;
use crate::quantity::Quantity;
use serde::de::DeserializeOwned;
use std::collections::{BTreeMap, BTreeSet};

/// How far a purchase is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum PurchaseStage {
    /// Nothing has been said of it yet.
    #[default]
    Unknown,
    /// Being written.
    Draft,
    /// Ordered; nothing has come.
    Ordered,
    /// Something has come and something is open.
    PartlyReceived,
    /// All has come.
    Received,
    /// What was open does not come any more.
    Closed,
    /// Called off.
    Cancelled,
    /// Goods that go back without a purchase.
    Return,
}

/// A delivery as far as it is about one purchase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receipt {
    /// What was said.
    pub said: Received,
    /// When.
    pub moment: Moment,
}

/// Goods that went back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SentBack {
    /// What was said.
    pub said: Returned,
    /// When.
    pub moment: Moment,
}

/// A purchase as folded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Purchase {
    /// The key.
    pub id: Option<PurchaseId>,
    /// What is asked for; the last word before it was ordered.
    pub document: Option<PurchaseDocument>,
    /// Its number, and when it was ordered.
    pub ordered: Option<(String, Moment)>,
    /// Every number that it was ordered under: two devices apart may both order a draft.
    pub numbers: BTreeSet<String>,
    /// When it was first written.
    pub began: Moment,
    /// Deliveries.
    pub receipts: BTreeMap<ReceiptId, Receipt>,
    /// What went back.
    pub returns: BTreeMap<ReturnId, SentBack>,
    /// Why what is open does not come any more.
    pub closed: Option<String>,
    /// Called off, and why.
    pub cancelled: Option<Option<String>>,
    /// Documents to the supplier, in the order of the fold.
    pub issued: Vec<(Issued, Moment)>,
    /// Number of entries folded.
    pub version: u32,
}

impl Purchase {
    /// Folds one more entry.
    pub fn apply(&mut self, entry: &Entry) {
        self.id = Some(PurchaseId(entry.subject.id));
        self.version += 1;
        let moment = Moment::of(entry);
        if self.version == 1 {
            self.began = moment;
        }
        match entry.kind.as_str() {
            "purchase.drafted" | "purchase.amended" => with(entry, |said| self.write(said)),
            "purchase.ordered" => with(entry, |said| self.order(said, moment)),
            "purchase.dated" => with(entry, |said| self.date(&said)),
            "purchase.received" => with(entry, |said: Received| {
                let receipt = Receipt { moment, said };
                self.receipts.entry(receipt.said.receipt).or_insert(receipt);
            }),
            "purchase.returned" => with(entry, |said: Returned| {
                let back = SentBack { moment, said };
                self.returns.entry(back.said.back).or_insert(back);
            }),
            "purchase.landed" => with(entry, |said| self.land(said)),
            "purchase.closed" => with(entry, |said: Closed| self.closed = Some(said.reason)),
            "purchase.reopened" => self.closed = None,
            "purchase.cancelled" => with(entry, |said: Cancelled| {
                self.cancelled = Some(said.reason);
            }),
            "purchase.issued" => with(entry, |said| self.issued.push((said, moment))),
            _ => {}
        }
    }

    /// A draft is replaced as a whole; what was ordered stays as it was ordered.
    fn write(&mut self, said: PurchaseDocument) {
        if self.ordered.is_none() || self.document.is_none() {
            self.document = Some(said);
        }
    }

    /// Ordered twice, it is what was ordered first.
    fn order(&mut self, said: Ordered, moment: Moment) {
        self.numbers.insert(said.number.clone());
        if self.ordered.is_some() {
            return;
        }
        self.ordered = Some((said.number, moment));
        if let Some(document) = &mut self.document {
            document.expected = document.expected.or(said.expected);
        }
    }

    fn date(&mut self, said: &Dated) {
        let Some(document) = &mut self.document else {
            return;
        };
        document.expected = said.expected;
        for day in &said.lines {
            let mut lines = document.lines.iter_mut();
            if let Some(line) = lines.find(|line| line.line == day.line) {
                line.expected = day.expected;
            }
        }
    }

    fn land(&mut self, said: Landed) {
        if let Some(document) = &mut self.document {
            document.charges = said.charges;
        }
    }

    /// How far it is.
    pub fn stage(&self) -> PurchaseStage {
        let Some(document) = &self.document else {
            return match self.returns.is_empty() {
                true => PurchaseStage::Unknown,
                false => PurchaseStage::Return,
            };
        };
        if self.cancelled.is_some() {
            return PurchaseStage::Cancelled;
        }
        if self.ordered.is_none() && self.receipts.is_empty() {
            return PurchaseStage::Draft;
        }
        if document
            .lines
            .iter()
            .all(|line| self.lacks_milli(line) == 0)
        {
            return PurchaseStage::Received;
        }
        if self.closed.is_some() {
            return PurchaseStage::Closed;
        }
        match self.receipts.is_empty() {
            true => PurchaseStage::Ordered,
            false => PurchaseStage::PartlyReceived,
        }
    }

    /// Whether goods are on their way.
    pub fn is_under_way(&self) -> bool {
        matches!(
            self.stage(),
            PurchaseStage::Ordered | PurchaseStage::PartlyReceived
        )
    }

    /// Whom it is about.
    pub fn supplier(&self) -> Option<SupplierId> {
        let back = self.returns.values().next().map(|back| back.said.supplier);
        self.document.as_ref().map(|said| said.supplier).or(back)
    }

    /// Its number, or that of a return by itself.
    pub fn number(&self) -> Option<&str> {
        let ordered = self.ordered.as_ref().map(|(number, _)| number.as_str());
        let alone = self.returns.values().next().map(|back| &*back.said.number);
        ordered.or(alone.filter(|_| self.document.is_none()))
    }

    /// Lines in their order.
    pub fn lines(&self) -> &[PurchaseLine] {
        let document = self.document.as_ref();
        document.map_or(&[], |document| &document.lines)
    }

    /// Charges in their order.
    pub fn charges(&self) -> &[Charge] {
        let document = self.document.as_ref();
        document.map_or(&[], |document| &document.charges)
    }

    /// All goods that came, receipt by receipt.
    pub fn came(&self) -> impl Iterator<Item = (&Receipt, &ReceivedLine)> {
        let receipts = self.receipts.values();
        receipts.flat_map(|receipt| receipt.said.lines.iter().map(move |line| (receipt, line)))
    }

    /// What of a line has come, thousandths.
    pub fn received_milli(&self, line: u32) -> i64 {
        let of_line = self.came().filter(|(_, came)| came.line == Some(line));
        of_line.fold(0, |sum, (_, came)| sum.saturating_add(came.quantity_milli))
    }

    /// What of a line has gone back, thousandths.
    pub fn returned_milli(&self, line: u32) -> i64 {
        let goods = self.returns.values().flat_map(|back| &back.said.lines);
        let of_line = goods.filter(|goods| goods.line == Some(line));
        of_line.fold(0, |sum, goods| sum.saturating_add(goods.quantity_milli))
    }

    /// What of a line has not come, thousandths; over-deliveries lack nothing.
    pub fn lacks_milli(&self, line: &PurchaseLine) -> i64 {
        let came_milli = self.received_milli(line.line);
        line.quantity_milli.saturating_sub(came_milli).max(0)
    }

    /// What of a line is still to come, thousandths: nothing once it is closed or called off.
    pub fn open_milli(&self, line: &PurchaseLine) -> i64 {
        match self.is_under_way() {
            true => self.lacks_milli(line),
            false => 0,
        }
    }

    /// When a line is to come.
    pub fn expected(&self, line: &PurchaseLine) -> Option<Day> {
        let document = self.document.as_ref();
        line.expected.or(document.and_then(|said| said.expected))
    }

    /// What its lines and charges come to, minor units.
    pub fn total_minor(&self) -> i64 {
        let Some(document) = &self.document else {
            let goods = self.returns.values().flat_map(|back| {
                let digits = digits(&back.said.currency);
                back.said.lines.iter().map(move |goods| {
                    cost_minor(goods.unit_cost_micro, goods.quantity_milli, digits)
                })
            });
            return goods.fold(0, i64::saturating_sub);
        };
        let digits = digits(&document.currency);
        let lines = document.lines.iter();
        let goods = lines.map(|line| cost_minor(line.unit_cost_micro, line.quantity_milli, digits));
        let charges = document.charges.iter().map(|charge| charge.amount_minor);
        goods.chain(charges).fold(0, i64::saturating_add)
    }
}

/// What some goods cost, minor units.
pub fn cost_minor(unit_cost_micro: i64, quantity_milli: i64, digits: u32) -> i64 {
    let cost = UnitPrice::from_micro(unit_cost_micro);
    let total = line_total_minor(cost, Quantity::from_milli(quantity_milli), digits);
    total.unwrap_or(i64::MAX)
}

/// Digits of a currency's minor unit; two for one that is not known here.
pub fn digits(currency: &str) -> u32 {
    Currency::parse(currency).map_or(2, Currency::minor_digits)
}

/// A payload that cannot be read changes nothing: it is kept in the journal for a later version.
fn with<T: DeserializeOwned>(entry: &Entry, apply: impl FnOnce(T)) {
    if let Ok(said) = serde_json::from_str(&entry.payload) {
        apply(said);
    }
}
