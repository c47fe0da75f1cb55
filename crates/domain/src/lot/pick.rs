//! Which lot goes out first: the one that expires first, then the one that came first.

use crate::day::Day;
use std::cmp::Ordering;

/// What there is of a lot where goods are taken from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LotStock {
    /// Code of the lot.
    pub lot: String,
    /// The last day on which it is good.
    pub expires: Option<Day>,
    /// When it first came in, UTC milliseconds.
    pub came_ms: i64,
    /// How much there is, thousandths.
    pub on_hand_milli: i64,
}

impl LotStock {
    /// Whether its last day is over.
    pub fn is_expired(&self, today: Day) -> bool {
        self.expires.is_some_and(|day| day < today)
    }
}

/// What was picked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Picked {
    /// Lots and how much of each, thousandths.
    pub parts: Vec<(String, i64)>,
    /// How much is of no lot, thousandths.
    pub loose_milli: i64,
    /// How much there is nothing for, thousandths.
    pub short_milli: i64,
}

/// Puts lots in the order in which they go out: those with a last day by it, then those without
/// one, and among equals by when they came.
pub fn put_in_order(lots: &mut [LotStock]) {
    lots.sort_by(in_order);
}

fn in_order(one: &LotStock, other: &LotStock) -> Ordering {
    let key = |lot: &LotStock| (lot.expires.is_none(), lot.expires, lot.came_ms);
    key(one)
        .cmp(&key(other))
        .then_with(|| one.lot.cmp(&other.lot))
}

/// Picks a quantity above zero. Lots whose last day is over are passed by when `today` is said.
/// Goods without a lot came before lots were told apart: they go after what has a last day and
/// before what has none.
pub fn pick(
    mut lots: Vec<LotStock>,
    loose_milli: i64,
    wanted_milli: i64,
    today: Option<Day>,
) -> Picked {
    put_in_order(&mut lots);
    let mut picked = Picked {
        short_milli: wanted_milli.max(0),
        ..Picked::default()
    };
    let good = lots
        .iter()
        .filter(|lot| today.is_none_or(|day| !lot.is_expired(day)));
    let (dated, undated): (Vec<&LotStock>, Vec<&LotStock>) =
        good.partition(|lot| lot.expires.is_some());
    for lot in dated {
        picked.take(lot);
    }
    let loose = picked.short_milli.min(loose_milli.max(0));
    picked.loose_milli = loose;
    picked.short_milli -= loose;
    for lot in undated {
        picked.take(lot);
    }
    picked
}

impl Picked {
    fn take(&mut self, lot: &LotStock) {
        let milli = self.short_milli.min(lot.on_hand_milli.max(0));
        if milli > 0 {
            self.parts.push((lot.lot.clone(), milli));
            self.short_milli -= milli;
        }
    }
}
