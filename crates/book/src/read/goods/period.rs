//! What happened to the goods of each product in a period.

use super::{GoodsMove, Read};
use crate::error::Result;
use domain::Day;
use domain::valuation::{Basis, Flow, Goods, Method, StatedCosts};

/// Days to look at, and how to value.
#[derive(Clone, Copy, Debug)]
pub(in crate::read) struct Period {
    pub from: Day,
    pub to: Day,
    pub method: Method,
}

/// A product's figures of a period. What sales cost is by everything that is known by now.
#[derive(Clone, Debug)]
pub(in crate::read) struct Figures {
    /// The product's row number.
    pub product: i64,
    /// What there was before the first day, and what it was worth.
    pub opening: (i64, i128),
    /// What there was after the last day, and what it was worth.
    pub closing: (i64, i128),
    /// Where the costs of what is there after the last day come from.
    pub basis: Basis,
    /// Came in, returns left out, thousandths.
    pub received_milli: i64,
    /// Went to customers, thousandths.
    pub sold_milli: i64,
    /// Came back from customers into stock, thousandths.
    pub back_milli: i64,
    /// What was sold cost, less what came back, billionths.
    pub cost_nano: i128,
    /// Days from the product's first movement on, and those of them that ended with nothing there.
    pub days: i64,
    pub out_days: i64,
    /// How often it ran out.
    pub out_times: i64,
    /// The last day on which any was sold, within the period or before it.
    pub last_sold: Option<Day>,
    /// Sold by week, from the week of the first day on, thousandths.
    pub weeks_milli: Vec<i64>,
    /// What sales cost by month, billionths, with the units of it.
    pub months: Vec<(Day, i64, i128)>,
}

impl Figures {
    /// A product whose goods never moved.
    pub fn none(product: i64, period: Period) -> Self {
        let weeks = (period.to.week_start().0 - period.from.week_start().0) / 7 + 1;
        Self {
            product,
            opening: (0, 0),
            closing: (0, 0),
            basis: Basis::Unknown,
            received_milli: 0,
            sold_milli: 0,
            back_milli: 0,
            cost_nano: 0,
            days: 0,
            out_days: 0,
            out_times: 0,
            last_sold: None,
            weeks_milli: vec![0; usize::try_from(weeks).unwrap_or(0)],
            months: Vec::new(),
        }
    }

    /// Sold less what came back, thousandths.
    pub fn net_sold_milli(&self) -> i64 {
        self.sold_milli.saturating_sub(self.back_milli)
    }

    fn record(
        &mut self,
        period: Period,
        goods: &mut Goods,
        moves: &[GoodsMove],
        said: StatedCosts<'_>,
    ) {
        let mut clock = Clock::default();
        let mut boundaries = [(period.from, false), (period.to.plus(1), false)];
        for one in moves {
            self.pass(&mut boundaries, one.day, goods);
            clock.pass(period, one.day);
            goods.record(&one.moved, said);
            clock.quantity_milli = match one.moved.flow.comes_in() {
                true => clock
                    .quantity_milli
                    .saturating_add(one.moved.quantity_milli),
                false => clock
                    .quantity_milli
                    .saturating_sub(one.moved.quantity_milli),
            };
            self.count(period, one);
        }
        self.pass(&mut boundaries, period.to.plus(1), goods);
        clock.pass(period, period.to.plus(1));
        (self.days, self.out_days, self.out_times) = (clock.days, clock.out_days, clock.out_times);
        for (one, change) in moves.iter().zip(goods.changes()) {
            self.count_cost(period, one, change.value_nano);
        }
    }

    /// Notes what there is when a day is the first beyond the opening or the closing.
    fn pass(&mut self, boundaries: &mut [(Day, bool); 2], day: Day, goods: &Goods) {
        for (place, (boundary, passed)) in boundaries.iter_mut().enumerate() {
            if !*passed && day >= *boundary {
                *passed = true;
                let there = (goods.quantity_milli(), goods.value_nano());
                if place == 0 {
                    self.opening = there;
                } else {
                    self.closing = there;
                    self.basis = goods.basis();
                }
            }
        }
    }

    fn count(&mut self, period: Period, one: &GoodsMove) {
        if one.day > period.to {
            return;
        }
        let milli = one.moved.quantity_milli;
        if one.moved.flow == Flow::Sold {
            self.last_sold = self.last_sold.max(Some(one.day));
        }
        if one.day < period.from {
            return;
        }
        match one.moved.flow {
            Flow::In => self.received_milli += milli,
            Flow::Back => self.back_milli += milli,
            Flow::Out => {}
            Flow::Sold => {
                self.sold_milli += milli;
                let week = (one.day.week_start().0 - period.from.week_start().0) / 7;
                if let Some(sum) = usize::try_from(week)
                    .ok()
                    .and_then(|week| self.weeks_milli.get_mut(week))
                {
                    *sum += milli;
                }
            }
        }
    }

    fn count_cost(&mut self, period: Period, one: &GoodsMove, value_nano: i128) {
        let sign = match one.moved.flow {
            Flow::Sold => 1,
            Flow::Back => -1,
            Flow::In | Flow::Out => return,
        };
        if one.day < period.from || one.day > period.to {
            return;
        }
        self.cost_nano += sign * value_nano;
        let (month, units) = (
            one.day.month_start(),
            sign as i64 * one.moved.quantity_milli,
        );
        match self.months.iter_mut().find(|(known, ..)| *known == month) {
            Some((_, milli, nano)) => {
                *milli += units;
                *nano += sign * value_nano;
            }
            None => self.months.push((month, units, sign * value_nano)),
        }
    }
}

/// How long there was something, and how long nothing.
#[derive(Default)]
struct Clock {
    quantity_milli: i64,
    /// The day that is not counted yet; `None` before the first movement.
    at: Option<Day>,
    days: i64,
    out_days: i64,
    out_times: i64,
    was_out: bool,
}

impl Clock {
    /// Counts the days before a day by what there was at their end.
    fn pass(&mut self, period: Period, day: Day) {
        let Some(at) = self.at else {
            self.at = Some(day);
            return;
        };
        if day <= at {
            return;
        }
        let (first, last) = (at.max(period.from), day.plus(-1).min(period.to));
        let is_out = self.quantity_milli <= 0;
        if first <= last {
            let days = i64::from(last.0 - first.0) + 1;
            self.days += days;
            if is_out {
                self.out_days += days;
                self.out_times += i64::from(!self.was_out);
            }
        }
        self.was_out = is_out;
        self.at = Some(day);
    }
}

impl Read<'_> {
    /// The figures of every product that ever moved.
    pub(in crate::read) fn goods_figures(&self, period: Period) -> Result<Vec<Figures>> {
        let mut found = Vec::new();
        let mut goods = Goods::new(period.method);
        self.each_goods(&mut |product, moves, said| {
            goods.clear();
            let mut figures = Figures::none(product, period);
            figures.record(period, &mut goods, moves, said);
            found.push(figures);
            Ok(())
        })?;
        Ok(found)
    }
}
