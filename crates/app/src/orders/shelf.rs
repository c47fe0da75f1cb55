//! What there is while the lines of an order take from it, one after the other: lines of the same
//! goods share it, and a bundle takes its components.
use std::collections::HashMap;

use book::dto::{OrderComponent, OrderLine};
use domain::product::enough_for_milli;
use uuid::Uuid;

/// One whole piece, thousandths.
const WHOLE_MILLI: i64 = 1_000;

/// Which figure of the goods counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Figure {
    /// What is there.
    OnHand,
    /// What is free to sell.
    Free,
}

/// What is left of each product.
pub(super) struct Shelf {
    figure: Figure,
    left: HashMap<Uuid, i64>,
}

impl Shelf {
    /// Nothing is taken yet.
    pub(super) fn new(figure: Figure) -> Self {
        Self {
            figure,
            left: HashMap::new(),
        }
    }

    /// Takes as much for a line as there is of what it wants, and tells how much that was. What is
    /// not kept in stock is always there.
    pub(super) fn take(&mut self, line: &OrderLine, wanted_milli: i64) -> i64 {
        if line.components.is_empty() {
            return self.take_own(line, wanted_milli);
        }
        let mut there_milli = wanted_milli;
        for one in &line.components {
            let left = *self.left_of(one.product, self.of(one));
            there_milli = there_milli.min(enough_for_milli(one.quantity_milli, left));
        }
        for one in &line.components {
            let taken = taken_milli(one, there_milli);
            *self.left_of(one.product, 0) -= taken;
        }
        there_milli
    }

    fn take_own(&mut self, line: &OrderLine, wanted_milli: i64) -> i64 {
        let figure = match self.figure {
            Figure::OnHand => line.on_hand_milli,
            Figure::Free => line.available_milli,
        };
        let Some((product, there)) = line.product.zip(figure) else {
            return wanted_milli;
        };
        let left = self.left_of(product, there);
        let taken_milli = wanted_milli.min(*left);
        *left -= taken_milli;
        taken_milli
    }

    fn of(&self, component: &OrderComponent) -> i64 {
        match self.figure {
            Figure::OnHand => component.on_hand_milli,
            Figure::Free => component.available_milli,
        }
    }

    fn left_of(&mut self, product: Uuid, there_milli: i64) -> &mut i64 {
        self.left.entry(product).or_insert(there_milli.max(0))
    }
}

/// How much of its components lines ask for, while they are looked at one after the other.
#[derive(Default)]
pub(super) struct Wanted(HashMap<Uuid, i64>);

impl Wanted {
    /// Notes that a line asks for so much, and tells what is left of what is free after it and
    /// after what waits of it; nothing is told of what is not kept in stock.
    pub(super) fn left_after(
        &mut self,
        line: &OrderLine,
        asked_milli: i64,
        waiting_milli: i64,
    ) -> Option<i64> {
        if line.components.is_empty() {
            let available = line.available_milli?;
            let wanted = self.note(line.product?, asked_milli);
            return Some(available.saturating_sub(wanted.saturating_add(waiting_milli)));
        }
        let left = line.components.iter().map(|one| {
            let wanted = self.note(one.product, taken_milli(one, asked_milli));
            let wanted = wanted.saturating_add(taken_milli(one, waiting_milli));
            let left = one.available_milli.saturating_sub(wanted);
            enough_for_milli(one.quantity_milli, left)
        });
        left.min()
    }

    fn note(&mut self, product: Uuid, asked_milli: i64) -> i64 {
        let sum = self.0.entry(product).or_default();
        *sum = sum.saturating_add(asked_milli);
        *sum
    }
}

/// How much of a component whole bundles take, thousandths.
fn taken_milli(one: &OrderComponent, bundle_milli: i64) -> i64 {
    one.quantity_milli.saturating_mul(bundle_milli) / WHOLE_MILLI
}
