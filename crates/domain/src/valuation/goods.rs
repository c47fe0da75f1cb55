//! The goods of one product, movement by movement.

use super::lot::Lot;
use super::stated::StatedCosts;
use super::{Flow, Method};
use std::collections::{BTreeMap, VecDeque};

/// Where a cost comes from; the worst of several counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Basis {
    /// Said with the goods when they came in.
    Known,
    /// Stated for the product, or that of the last goods that were there.
    Stated,
    /// Nobody ever said one.
    Unknown,
}

/// A movement of a product, to be recorded in the order of the ledger.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moved {
    /// The record that moved it.
    pub source: i64,
    /// Which part of the record.
    pub part: u32,
    /// When, UTC milliseconds.
    pub at_ms: i64,
    /// What it is for what we own.
    pub flow: Flow,
    /// How much, thousandths, above zero.
    pub quantity_milli: i64,
    /// What one unit cost, millionths, when that came with the goods.
    pub unit_cost_micro: Option<i64>,
    /// What all of it is worth that was put together or taken apart, billionths: what it was made
    /// of was worth that.
    pub worth_nano: Option<i128>,
}

/// A movement with what it is worth by everything that is known by now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// The movement.
    pub moved: Moved,
    /// What it brought or took, billionths of the major unit.
    pub value_nano: i128,
    /// Of that, what left before it came in and still waits for its cost, thousandths.
    pub short_milli: i64,
    /// Where the cost comes from, as far as it is known.
    pub basis: Basis,
    /// What left, has its cost, and has not come back.
    gone: Lot,
}

/// Goods that came in together, as far as they are still there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Layer {
    /// When they came in; the newest of them where an average is taken. UTC milliseconds.
    pub at_ms: i64,
    /// How many, and what they are worth.
    pub lot: Lot,
    /// Where the cost comes from.
    pub basis: Basis,
}

/// Goods that left before they came in, at a provisional cost.
#[derive(Clone, Copy, Debug)]
struct Shortage {
    /// The movement that took them.
    change: usize,
    lot: Lot,
    basis: Basis,
}

/// The goods of one product that are there, and all movements that made them so.
#[derive(Clone, Debug, Default)]
pub struct Goods {
    method: Method,
    layers: VecDeque<Layer>,
    short: VecDeque<Shortage>,
    changes: Vec<Change>,
    /// The last goods that were taken, for what leaves before it came in.
    last: Option<(Lot, Basis)>,
    /// Where the sales of a record are, from the first return on.
    sales: Option<BTreeMap<i64, Vec<usize>>>,
}

impl Goods {
    /// No goods yet.
    pub fn new(method: Method) -> Self {
        Self {
            method,
            ..Self::default()
        }
    }

    /// Forgets all, for the next product.
    pub fn clear(&mut self) {
        self.layers.clear();
        self.short.clear();
        self.changes.clear();
        self.last = None;
        self.sales = None;
    }

    /// Records the next movement.
    pub fn record(&mut self, moved: &Moved, stated: StatedCosts<'_>) {
        let change = self.changes.len();
        self.changes.push(Change {
            moved: *moved,
            value_nano: 0,
            short_milli: 0,
            basis: Basis::Known,
            gone: Lot::default(),
        });
        match moved.flow {
            Flow::In => self.come_in(change, moved.quantity_milli, stated),
            Flow::Back => self.come_back(change, stated),
            Flow::Sold | Flow::Out => self.leave(change, stated),
        }
        if let (Flow::Sold, Some(sales)) = (moved.flow, &mut self.sales) {
            sales.entry(moved.source).or_default().push(change);
        }
    }

    /// What is there, thousandths; below zero when more left than came in.
    pub fn quantity_milli(&self) -> i64 {
        let there = self.layers.iter().map(|layer| layer.lot.quantity_milli());
        let short = self.short.iter().map(|short| -short.lot.quantity_milli());
        there.chain(short).fold(0, i64::saturating_add)
    }

    /// What it is worth, billionths of the major unit: the sum of the layers, less what shortages
    /// provisionally cost.
    pub fn value_nano(&self) -> i128 {
        let there = self.layers.iter().map(|layer| layer.lot.value_nano());
        let short = self.short.iter().map(|short| -short.lot.value_nano());
        there.chain(short).sum()
    }

    /// The layers, the oldest first.
    pub fn layers(&self) -> impl Iterator<Item = &Layer> {
        self.layers.iter()
    }

    /// All movements with their values, in their order.
    pub fn changes(&self) -> &[Change] {
        &self.changes
    }

    /// The worst origin of a cost among the goods that are there.
    pub fn basis(&self) -> Basis {
        let layers = self.layers.iter().map(|layer| layer.basis);
        let short = self.short.iter().map(|short| short.basis);
        layers.chain(short).max().unwrap_or(Basis::Known)
    }

    fn come_in(&mut self, change: usize, quantity_milli: i64, stated: StatedCosts<'_>) {
        let moved = self.changes[change].moved;
        let (lot, basis) = match (moved.worth_nano, moved.unit_cost_micro) {
            (Some(nano), _) => (Lot::new(quantity_milli, nano), Basis::Known),
            (None, Some(cost)) => (Lot::at(quantity_milli, cost), Basis::Known),
            (None, None) => self.assumed(quantity_milli, stated.at(moved.at_ms)),
        };
        self.receive(change, lot, basis);
    }

    /// What so many more of them would be taken to cost, billionths.
    pub fn like_nano(&self, quantity_milli: i64, stated: Option<i64>) -> i128 {
        self.assumed(quantity_milli, stated).0.value_nano()
    }

    /// Goods without a cost of their own.
    fn assumed(&self, quantity_milli: i64, stated: Option<i64>) -> (Lot, Basis) {
        match (stated, &self.last, self.layers.back()) {
            (Some(cost), ..) => (Lot::at(quantity_milli, cost), Basis::Stated),
            (None, _, Some(layer)) => {
                let value_nano = layer.lot.like(quantity_milli);
                (
                    Lot::new(quantity_milli, value_nano),
                    layer.basis.max(Basis::Stated),
                )
            }
            (None, Some((last, basis)), None) => {
                let value_nano = last.like(quantity_milli);
                (
                    Lot::new(quantity_milli, value_nano),
                    (*basis).max(Basis::Stated),
                )
            }
            (None, None, None) => (Lot::new(quantity_milli, 0), Basis::Unknown),
        }
    }

    /// Goods with their cost: first to those who are short of them, the oldest shortage first.
    fn receive(&mut self, change: usize, mut lot: Lot, basis: Basis) {
        self.changes[change].value_nano += lot.value_nano();
        self.worsen(change, basis);
        while let Some(short) = self.short.front_mut().filter(|_| lot.quantity_milli() > 0) {
            let settled_milli = short.lot.quantity_milli().min(lot.quantity_milli());
            let (provisional, value) = (short.lot.take(settled_milli), lot.take(settled_milli));
            let sale = short.change;
            if short.lot.quantity_milli() == 0 {
                self.short.pop_front();
            }
            let sold = &mut self.changes[sale];
            sold.value_nano += value - provisional;
            sold.short_milli -= settled_milli;
            sold.gone.add(settled_milli, value);
            self.worsen(sale, basis);
            // What has no goods left may be asked what the last ones cost.
            self.last = Some((lot, basis));
        }
        if lot.quantity_milli() > 0 {
            self.lay(self.changes[change].moved.at_ms, lot, basis);
        }
    }

    fn lay(&mut self, at_ms: i64, lot: Lot, basis: Basis) {
        match (self.method, self.layers.back_mut()) {
            (Method::Average, Some(pool)) => {
                pool.lot.add(lot.quantity_milli(), lot.value_nano());
                pool.at_ms = at_ms;
                pool.basis = pool.basis.max(basis);
            }
            _ => self.layers.push_back(Layer { at_ms, lot, basis }),
        }
    }

    fn leave(&mut self, change: usize, stated: StatedCosts<'_>) {
        let mut left_milli = self.changes[change].moved.quantity_milli;
        while let Some(layer) = self.layers.front_mut().filter(|_| left_milli > 0) {
            let taken_milli = left_milli.min(layer.lot.quantity_milli());
            let value = layer.lot.take(taken_milli);
            let (lot, basis) = (layer.lot, layer.basis);
            if layer.lot.quantity_milli() == 0 {
                self.last = Some((lot, basis));
                self.layers.pop_front();
            }
            left_milli -= taken_milli;
            let gone = &mut self.changes[change];
            gone.value_nano += value;
            gone.gone.add(taken_milli, value);
            self.worsen(change, basis);
        }
        if left_milli > 0 {
            self.run_short(change, left_milli, stated);
        }
    }

    fn run_short(&mut self, change: usize, short_milli: i64, stated: StatedCosts<'_>) {
        let at_ms = self.changes[change].moved.at_ms;
        let (lot, basis) = match self.last {
            Some((last, basis)) => (Lot::new(short_milli, last.like(short_milli)), basis),
            None => self.assumed(short_milli, stated.at(at_ms)),
        };
        self.short.push_back(Shortage { change, lot, basis });
        let gone = &mut self.changes[change];
        gone.value_nano += lot.value_nano();
        gone.short_milli += short_milli;
    }

    /// What comes back undoes its own shortage, then comes back at what it left at; what nothing
    /// shows to have left comes in like found goods.
    fn come_back(&mut self, change: usize, stated: StatedCosts<'_>) {
        let moved = self.changes[change].moved;
        let mut left_milli = moved.quantity_milli;
        for sale in self.sales_of(moved.source) {
            left_milli -= self.undo_shortage(sale, left_milli);
        }
        for sale in self.sales_of(moved.source) {
            let sold = &mut self.changes[sale];
            let back_milli = left_milli.min(sold.gone.quantity_milli());
            if back_milli > 0 {
                let value = sold.gone.take(back_milli);
                let basis = sold.basis;
                left_milli -= back_milli;
                self.receive(change, Lot::new(back_milli, value), basis);
            }
        }
        if left_milli > 0 {
            self.come_in(change, left_milli, stated);
        }
    }

    fn undo_shortage(&mut self, sale: usize, most_milli: i64) -> i64 {
        let undone_milli = most_milli.min(self.changes[sale].short_milli);
        if undone_milli == 0 {
            return 0;
        }
        if let Some(place) = self.short.iter().position(|short| short.change == sale) {
            let short = &mut self.short[place];
            let provisional = short.lot.take(undone_milli);
            if short.lot.quantity_milli() == 0 {
                self.short.remove(place);
            }
            self.changes[sale].value_nano -= provisional;
            self.changes[sale].short_milli -= undone_milli;
        }
        undone_milli
    }

    fn sales_of(&mut self, source: i64) -> Vec<usize> {
        let changes = &self.changes;
        let sales = self.sales.get_or_insert_with(|| {
            let mut sales: BTreeMap<i64, Vec<usize>> = BTreeMap::new();
            for (place, change) in changes.iter().enumerate() {
                if change.moved.flow == Flow::Sold {
                    sales.entry(change.moved.source).or_default().push(place);
                }
            }
            sales
        });
        sales.get(&source).cloned().unwrap_or_default()
    }

    fn worsen(&mut self, change: usize, basis: Basis) {
        let basis_of = &mut self.changes[change].basis;
        *basis_of = (*basis_of).max(basis);
    }
}
