//! What goods are worth that were put together or taken apart: bundles what their components were
//! worth, and components together what the bundle was worth. So what all goods are worth together
//! stays the same, to the last billionth.
//!
//! Products that became each other are walked together, in the order of the ledger. Of several
//! components that come out of a bundle each takes the share that it would cost by itself. What
//! left before it came in has its cost only afterwards: the walk is then done again with it.

use super::goods::{Goods, Moved};
use super::{Method, StatedCosts};
use std::collections::BTreeMap;

/// A movement of one of several products.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct JointMove {
    /// The product, by any number that tells it apart.
    pub product: i64,
    /// What moved.
    pub moved: Moved,
    /// It is part of an assembly: the record put bundles together, or took them apart.
    pub assembled: bool,
}

/// What goods are worth that came out of assemblies, by record and product, billionths.
pub type Worth = BTreeMap<(i64, i64), i128>;

/// The costs stated for a product, by the moment from which each holds.
pub type Statements = Vec<(i64, Option<i64>)>;

/// How often the walk is done at most. Goods that were used before they came in, and went into what
/// they came out of, come nearer to their cost with each, until not a billionth is missing.
const WALKS: usize = 64;

/// Walks over the movements of some products in the order of the ledger, those of a record that
/// leave before those that come in.
pub fn assembled(method: Method, moves: &[JointMove], stated: &dyn Fn(i64) -> Statements) -> Worth {
    let mut left = BTreeMap::new();
    let mut worth = Worth::new();
    for _ in 0..WALKS {
        let mut walk = Walk::new(method, stated, left);
        worth = walk.over(moves);
        left = walk.left_in_the_end();
        if left == walk.left {
            break;
        }
    }
    worth
}

/// The goods of each product so far.
struct Walk<'a> {
    method: Method,
    stated: &'a dyn Fn(i64) -> Statements,
    goods: BTreeMap<i64, (Goods, Statements)>,
    /// What left with each assembly, billionths: as an earlier walk found it, else as this one.
    left: BTreeMap<i64, i128>,
    /// Where what left is, by assembly: the product, and the place among its changes.
    gone: Vec<(i64, i64, usize)>,
}

impl<'a> Walk<'a> {
    fn new(
        method: Method,
        stated: &'a dyn Fn(i64) -> Statements,
        left: BTreeMap<i64, i128>,
    ) -> Self {
        Self {
            method,
            stated,
            goods: BTreeMap::new(),
            left,
            gone: Vec::new(),
        }
    }

    fn over(&mut self, moves: &[JointMove]) -> Worth {
        let mut worth = Worth::new();
        for record in moves.chunk_by(|one, other| one.moved.source == other.moved.source) {
            let plain = record.iter().filter(|one| !one.assembled);
            for one in plain {
                self.record(one);
            }
            let put = record.iter().filter(|one| one.assembled);
            let (into, out): (Vec<&JointMove>, Vec<&JointMove>) =
                put.partition(|one| one.moved.flow.comes_in());
            let left = self.take(&out);
            for (one, nano) in self.shared(&into, left) {
                worth.insert((one.moved.source, one.product), nano);
                let moved = Moved {
                    worth_nano: Some(nano),
                    ..one.moved
                };
                self.record(&JointMove { moved, ..*one });
            }
        }
        worth
    }

    /// Records what leaves with an assembly; gives what it is worth, billionths.
    fn take(&mut self, out: &[&JointMove]) -> i128 {
        let mut left = 0;
        for one in out {
            left += self.record(one);
            let place = self.of(one.product).0.changes().len().saturating_sub(1);
            self.gone.push((one.moved.source, one.product, place));
        }
        match out.first() {
            Some(one) => *self.left.entry(one.moved.source).or_insert(left),
            None => 0,
        }
    }

    /// What left with each assembly by everything that is known in the end.
    fn left_in_the_end(&self) -> BTreeMap<i64, i128> {
        let mut left: BTreeMap<i64, i128> = BTreeMap::new();
        for (source, product, place) in &self.gone {
            let change = self.goods.get(product);
            let change = change.and_then(|(goods, _)| goods.changes().get(*place));
            *left.entry(*source).or_default() += change.map_or(0, |change| change.value_nano);
        }
        left
    }

    /// Records a movement; gives what it is worth, billionths.
    fn record(&mut self, one: &JointMove) -> i128 {
        let (goods, stated) = self.of(one.product);
        goods.record(&one.moved, StatedCosts(stated));
        goods.changes().last().map_or(0, |change| change.value_nano)
    }

    fn of(&mut self, product: i64) -> (&mut Goods, &[(i64, Option<i64>)]) {
        let (method, stated) = (self.method, self.stated);
        let known = self.goods.entry(product);
        let (goods, stated) = known.or_insert_with(|| (Goods::new(method), stated(product)));
        (goods, stated)
    }

    /// A value shared over what comes in by what each of it would cost by itself; by quantities
    /// where nobody knows. The last takes the rest.
    fn shared<'m>(
        &mut self,
        into: &[&'m JointMove],
        left_nano: i128,
    ) -> Vec<(&'m JointMove, i128)> {
        let mut weights: Vec<i128> = Vec::with_capacity(into.len());
        for one in into {
            let (goods, stated) = self.of(one.product);
            let cost = StatedCosts(stated).at(one.moved.at_ms);
            weights.push(goods.like_nano(one.moved.quantity_milli, cost).max(0));
        }
        if weights.iter().all(|weight| *weight == 0) {
            let quantities = into.iter().map(|one| i128::from(one.moved.quantity_milli));
            weights = quantities.collect();
        }
        let whole: i128 = weights.iter().sum();
        let (mut before, mut given) = (0, 0);
        let mut shares = Vec::with_capacity(into.len());
        for (one, weight) in into.iter().zip(weights) {
            before += weight;
            let until = part(left_nano, before, whole);
            shares.push((*one, until - given));
            given = until;
        }
        shares
    }
}

/// `value * part / whole`, rounded towards zero, without leaving the range on the way.
fn part(value_nano: i128, part: i128, whole: i128) -> i128 {
    if whole == 0 || part == whole {
        return value_nano;
    }
    let (even, rest) = (value_nano / whole, value_nano % whole);
    let over = rest.checked_mul(part).map_or(0, |over| over / whole);
    even.saturating_mul(part).saturating_add(over)
}
