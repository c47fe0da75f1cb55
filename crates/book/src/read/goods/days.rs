//! The goods of a product day by day: what moved, what the sales of a day cost by everything that
//! is known by now, and what there was at its end. Every report on goods is made of these.

use super::GoodsMove;
use domain::Day;
use domain::valuation::{Basis, Flow, Goods, StatedCosts};

/// What happened to a product's goods on a day on which they moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::read) struct GoodsDay {
    /// The business day by its own clock. A clock that was set back may tell a day twice.
    pub day: Day,
    /// Came in, returns left out, thousandths.
    pub in_milli: i64,
    /// Came back from customers into stock, thousandths.
    pub back_milli: i64,
    /// Went to customers, thousandths.
    pub sold_milli: i64,
    /// Went elsewhere, thousandths.
    pub out_milli: i64,
    /// What was sold cost, less what came back, billionths: by everything that is known by now.
    pub cost_nano: i128,
    /// What there was at the end of it, thousandths, and what that was worth then, billionths.
    pub closing: (i64, i128),
    /// Where the costs of that come from.
    pub basis: Basis,
}

impl GoodsDay {
    pub(super) fn of(day: Day) -> Self {
        Self {
            day,
            in_milli: 0,
            back_milli: 0,
            sold_milli: 0,
            out_milli: 0,
            cost_nano: 0,
            closing: (0, 0),
            basis: Basis::Known,
        }
    }

    /// By how much there was more at its end than before it, thousandths.
    pub fn net_milli(&self) -> i64 {
        let came = self.in_milli.saturating_add(self.back_milli);
        came.saturating_sub(self.sold_milli.saturating_add(self.out_milli))
    }

    /// Sold less what came back, thousandths.
    pub fn net_sold_milli(&self) -> i64 {
        self.sold_milli.saturating_sub(self.back_milli)
    }

    fn count(&mut self, flow: Flow, milli: i64) {
        let sum = match flow {
            Flow::In => &mut self.in_milli,
            Flow::Back => &mut self.back_milli,
            Flow::Sold => &mut self.sold_milli,
            Flow::Out => &mut self.out_milli,
        };
        *sum = sum.saturating_add(milli);
    }
}

/// Walks over the movements of a product; `goods` are cleared first.
pub(super) fn walked(
    goods: &mut Goods,
    moves: &[GoodsMove],
    said: StatedCosts<'_>,
    days: &mut Vec<GoodsDay>,
) {
    goods.clear();
    days.clear();
    let mut there_milli = 0_i64;
    for together in moves.chunk_by(|one, next| one.day == next.day) {
        let mut day = GoodsDay::of(together[0].day);
        for one in together {
            goods.record(&one.moved, said);
            day.count(one.moved.flow, one.moved.quantity_milli);
        }
        there_milli = there_milli.saturating_add(day.net_milli());
        day.closing = (there_milli, goods.value_nano());
        day.basis = goods.basis();
        days.push(day);
    }
    // What a sale cost may be known later than the sale.
    let mut changes = goods.changes().iter();
    let runs = moves.chunk_by(|one, next| one.day == next.day);
    for (day, together) in days.iter_mut().zip(runs) {
        for change in changes.by_ref().take(together.len()) {
            day.cost_nano += match change.moved.flow {
                Flow::Sold => change.value_nano,
                Flow::Back => -change.value_nano,
                Flow::In | Flow::Out => 0,
            };
        }
    }
}
