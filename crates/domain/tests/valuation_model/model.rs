//! The plain model: a queue of single thousandths, each with its value.

use domain::valuation::{Flow, Moved};
use std::collections::VecDeque;

/// One thousandth of a unit, and the goods it came with: how many, worth how much.
#[derive(Clone, Copy)]
struct Unit {
    value: i128,
    came_with: (i64, i128),
}

/// What a movement brought or took.
struct Deed {
    source: i64,
    sold: bool,
    value: i128,
    /// Values of what left, has its cost, and has not come back.
    gone: VecDeque<i128>,
}

pub struct Model {
    average: bool,
    there: VecDeque<Unit>,
    /// Who is short, and at which provisional value.
    short: VecDeque<(usize, i128)>,
    deeds: Vec<Deed>,
    last: Option<(i64, i128)>,
}

/// The values of the single units of a lot.
fn spread((units, value): (i64, i128)) -> impl Iterator<Item = i128> {
    let of = move |units_of: i64| value * i128::from(units_of) / i128::from(units);
    (0..units).map(move |unit| of(unit + 1) - of(unit))
}

fn like((units, value): (i64, i128), others: i64) -> (i64, i128) {
    (others, value * i128::from(others) / i128::from(units))
}

impl Model {
    pub fn new(average: bool) -> Self {
        Self {
            average,
            there: VecDeque::new(),
            short: VecDeque::new(),
            deeds: Vec::new(),
            last: None,
        }
    }

    pub fn quantity_milli(&self) -> i64 {
        self.there.len() as i64 - self.short.len() as i64
    }

    pub fn value_nano(&self) -> i128 {
        let there: i128 = self.there.iter().map(|unit| unit.value).sum();
        there - self.short.iter().map(|(_, value)| value).sum::<i128>()
    }

    pub fn values(&self) -> impl Iterator<Item = i128> {
        self.deeds.iter().map(|deed| deed.value)
    }

    pub fn record(&mut self, moved: &Moved, stated: &[(i64, Option<i64>)]) {
        let deed = self.deeds.len();
        self.deeds.push(Deed {
            source: moved.source,
            sold: moved.flow == Flow::Sold,
            value: 0,
            gone: VecDeque::new(),
        });
        let said = stated
            .iter()
            .rev()
            .find(|(from_ms, _)| *from_ms <= moved.at_ms);
        let cost = said.or(stated.first()).and_then(|(_, cost)| *cost);
        let units = moved.quantity_milli;
        match moved.flow {
            Flow::In => {
                let lot = match moved.unit_cost_micro {
                    Some(cost) => (units, i128::from(units) * i128::from(cost)),
                    None => self.assumed(units, cost),
                };
                self.receive(deed, lot);
            }
            Flow::Back => self.come_back(deed, units, cost),
            Flow::Sold | Flow::Out => self.leave(deed, units, cost),
        }
    }

    fn assumed(&self, units: i64, stated: Option<i64>) -> (i64, i128) {
        let newest = self.there.back().map(|unit| unit.came_with).or(self.last);
        match (stated, newest) {
            (Some(cost), _) => (units, i128::from(units) * i128::from(cost)),
            (None, Some(newest)) => like(newest, units),
            (None, None) => (units, 0),
        }
    }

    fn receive(&mut self, deed: usize, lot: (i64, i128)) {
        self.deeds[deed].value += lot.1;
        let mut arriving: VecDeque<Unit> = VecDeque::new();
        for value in spread(lot) {
            let Some((sale, provisional)) = self.short.pop_front() else {
                arriving.push_back(Unit {
                    value,
                    came_with: lot,
                });
                continue;
            };
            self.deeds[sale].value += value - provisional;
            self.deeds[sale].put(value);
            self.last = Some(lot);
        }
        let pooled = self.average && !self.there.is_empty() && !arriving.is_empty();
        self.there.append(&mut arriving);
        if pooled {
            let worth = self.there.iter().map(|unit| unit.value).sum();
            let pool = (self.there.len() as i64, worth);
            let units = spread(pool).map(|value| Unit {
                value,
                came_with: pool,
            });
            self.there = units.collect();
        }
    }

    fn leave(&mut self, deed: usize, units: i64, stated: Option<i64>) {
        let mut left = units;
        while left > 0 {
            let Some(unit) = self.there.pop_front() else {
                break;
            };
            left -= 1;
            self.deeds[deed].value += unit.value;
            self.deeds[deed].put(unit.value);
            let next = self.there.front().map(|next| next.came_with);
            if next.is_none() {
                self.last = Some(unit.came_with);
            }
        }
        if left > 0 {
            let lot = match self.last {
                Some(last) => like(last, left),
                None => self.assumed(left, stated),
            };
            for value in spread(lot) {
                self.deeds[deed].value += value;
                self.short.push_back((deed, value));
            }
        }
    }

    fn come_back(&mut self, deed: usize, units: i64, stated: Option<i64>) {
        let mut left = units;
        let source = self.deeds[deed].source;
        let sales: Vec<usize> = (0..deed)
            .filter(|sale| self.deeds[*sale].sold && self.deeds[*sale].source == source)
            .collect();
        for sale in &sales {
            while left > 0 {
                let Some(place) = self.short.iter().position(|short| short.0 == *sale) else {
                    break;
                };
                let (_, provisional) = self.short.remove(place).unwrap();
                self.deeds[*sale].value -= provisional;
                left -= 1;
            }
        }
        for sale in &sales {
            let back = left.min(self.deeds[*sale].gone.len() as i64);
            if back > 0 {
                left -= back;
                let worth = self.deeds[*sale].gone.drain(..back as usize).sum();
                self.receive(deed, (back, worth));
            }
        }
        if left > 0 {
            let lot = self.assumed(left, stated);
            self.receive(deed, lot);
        }
    }
}

impl Deed {
    /// What has left is worth its average.
    fn put(&mut self, value: i128) {
        self.gone.push_back(value);
        let worth = self.gone.iter().sum();
        self.gone = spread((self.gone.len() as i64, worth)).collect();
    }
}
