//! The facts of an order counted plainly from its entries, for the fold to be held against.

use domain::credit::Holder;
use domain::loyalty::PointsSpent;
use domain::order::{
    Allocated, Cancelled, Document, Edited, Fulfilled, OrderLine, Paid, Placed, Refunded, Returned,
    Sold,
};
use domain::{Entry, ProductId};
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;

/// What was said of a line, thousandths.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LineTally {
    pub ordered: i64,
    pub cancelled: i64,
    pub shipped: i64,
    pub restocked: i64,
    pub scrapped: i64,
    pub service: bool,
    /// How many thousandths of goods one of it is.
    pub goods: i64,
}

impl LineTally {
    /// Goods that so much of it is, thousandths: those of a bundle are its components.
    pub fn goods_of(&self, milli: i64) -> i64 {
        self.goods * milli / 1_000
    }

    /// What still has to go out.
    pub fn open(&self) -> i64 {
        self.ordered - self.cancelled - self.shipped
    }
}

/// What was said of an order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub placed: bool,
    pub offered: bool,
    /// What calling off the whole took from each line.
    whole: BTreeMap<u32, i64>,
    pub lines: BTreeMap<u32, LineTally>,
    /// What came back of components by themselves: to stock, and to scrap.
    pub loose: BTreeMap<(u32, ProductId), (i64, i64)>,
    pub captured: i64,
    pub refunded: i64,
    /// Whether goods are set aside only as it is said, and what was said of each line.
    waits: bool,
    allocated: BTreeMap<u32, i64>,
    /// Points that were redeemed when it was written down, and what they took off.
    pub points: Option<PointsSpent>,
    /// What payments and refunds moved of store credit and gift cards, by account.
    pub held: BTreeMap<&'static str, i64>,
}

impl Tally {
    /// Counts one more entry.
    pub fn count(&mut self, entry: &Entry) {
        self.offered = match entry.kind.as_str() {
            "order.quoted" => true,
            "order.tagged" | "order.noted" | "order.attached" | "order.detached" => self.offered,
            _ => false,
        };
        match entry.kind.as_str() {
            "order.drafted" | "order.amended" => self.document(&said::<Document>(entry)),
            "order.placed" => self.place(&said(entry)),
            "order.sold" => {
                let sold: Sold = said(entry);
                self.placed = true;
                self.document(&sold.document);
                let payments = sold.payments.iter();
                self.captured += payments.map(|paid| paid.amount_minor).sum::<i64>();
                let lines = self.lines.values_mut();
                lines.for_each(|line| line.shipped = line.ordered);
            }
            "order.paid" => {
                let paid: Paid = said(entry);
                self.captured += paid.amount_minor;
                self.hold(paid.holder, -paid.book_minor.unwrap_or(paid.amount_minor));
            }
            "order.refunded" => {
                let back: Refunded = said(entry);
                self.refunded += back.amount_minor;
                let worth = back.book_minor.unwrap_or(back.amount_minor);
                self.hold(back.holder, worth);
            }
            "order.fulfilled" => {
                for part in said::<Fulfilled>(entry).lines {
                    self.line(part.line).shipped += part.quantity_milli;
                }
            }
            "order.allocated" => self.allocate(&said(entry)),
            "order.cancelled" => self.cancel(&said(entry)),
            "order.reopened" => {
                for (number, milli) in std::mem::take(&mut self.whole) {
                    self.line(number).cancelled -= milli;
                }
            }
            "order.edited" => {
                for line in said::<Edited>(entry).lines {
                    let own = self.lines.entry(line.line).or_default();
                    own.ordered = line.quantity_milli;
                    own.service = line.service || line.gift_card.is_some();
                    own.goods = goods_of_one(&line);
                }
            }
            "order.returned" => self.take_back(&said(entry)),
            _ => {}
        }
    }

    fn take_back(&mut self, returned: &Returned) {
        for part in &returned.lines {
            if let Some(component) = part.component {
                let sums = self.loose.entry((part.line, component)).or_default();
                sums.0 += part.restocked_milli;
                sums.1 += part.scrapped_milli;
                continue;
            }
            let line = self.line(part.line);
            line.restocked += part.restocked_milli;
            line.scrapped += part.scrapped_milli;
        }
    }

    fn place(&mut self, placed: &Placed) {
        self.placed = true;
        self.waits = placed.waits;
        self.document(&placed.document);
    }

    fn allocate(&mut self, said: &Allocated) {
        let lines = said.lines.iter();
        self.allocated
            .extend(lines.map(|part| (part.line, part.quantity_milli)));
    }

    /// What is allocated of goods in all.
    pub fn allocated(&self) -> i64 {
        let goods = self.lines.iter().filter(|(_, line)| !line.service);
        let held = goods.map(|(number, line)| {
            let said = self.allocated.get(number).copied().unwrap_or(0);
            match self.waits {
                true => line.open().min((said - line.shipped).max(0)),
                false => line.open(),
            }
        });
        if self.placed { held.sum() } else { 0 }
    }

    fn hold(&mut self, holder: Option<Holder>, amount_minor: i64) {
        if let Some(holder) = holder {
            *self.held.entry(holder.account()).or_default() += amount_minor;
        }
    }

    fn document(&mut self, document: &Document) {
        let tally = |line: &OrderLine| LineTally {
            ordered: line.quantity_milli,
            service: line.service || line.gift_card.is_some(),
            goods: goods_of_one(line),
            ..LineTally::default()
        };
        let lines = document.lines.iter().map(|line| (line.line, tally(line)));
        self.lines = lines.collect();
        let mut applied = document.promotions.iter();
        self.points = applied.find_map(|one| one.points);
        self.whole.clear();
    }

    fn cancel(&mut self, cancelled: &Cancelled) {
        if cancelled.lines.is_empty() {
            for (number, line) in &mut self.lines {
                self.whole.insert(*number, line.open());
                line.cancelled += line.open();
            }
        }
        for part in &cancelled.lines {
            self.line(part.line).cancelled += part.quantity_milli;
        }
    }

    fn line(&mut self, line: u32) -> &mut LineTally {
        self.lines
            .get_mut(&line)
            .expect("verbs name lines that there are")
    }
}

fn said<T: DeserializeOwned>(entry: &Entry) -> T {
    serde_json::from_str(&entry.payload).unwrap()
}

/// How many thousandths of goods one of a line is.
fn goods_of_one(line: &OrderLine) -> i64 {
    match line.components.as_slice() {
        [] => 1_000,
        parts => parts.iter().map(|part| part.quantity_milli).sum(),
    }
}
