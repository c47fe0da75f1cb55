//! What happened to the goods of each product in a period.

use super::Read;
use super::days::GoodsDay;
use crate::error::Result;
use domain::Day;
use domain::valuation::{Basis, Method};

/// Days to look at, and how to value.
#[derive(Clone, Copy, Debug)]
pub(in crate::read) struct Period {
    pub from: Day,
    pub to: Day,
    pub method: Method,
    /// Whether anybody asks what was sold week by week, or what sales cost month by month.
    pub by_week: bool,
    pub by_month: bool,
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
    /// Sold by week, from the week of the first day on, thousandths; none where nobody asks.
    pub weeks_milli: Vec<i64>,
    /// What sales cost by month, billionths, with the units of it.
    pub months: Vec<(Day, i64, i128)>,
}

impl Figures {
    /// A product whose goods never moved.
    pub fn none(product: i64, period: Period) -> Self {
        let weeks = match period.by_week {
            true => (period.to.week_start().0 - period.from.week_start().0) / 7 + 1,
            false => 0,
        };
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

    fn record(&mut self, period: Period, days: &[GoodsDay]) {
        let mut clock = Clock::default();
        for one in days {
            clock.pass(period, one.day);
            clock.quantity_milli = one.closing.0;
            self.count(period, one);
        }
        clock.pass(period, period.to.plus(1));
        (self.days, self.out_days, self.out_times) = (clock.days, clock.out_days, clock.out_times);
        if let Some(last) = standing(days, period.from.plus(-1)) {
            self.opening = last.closing;
        }
        if let Some(last) = standing(days, period.to) {
            self.closing = last.closing;
            self.basis = last.basis;
        }
    }

    fn count(&mut self, period: Period, one: &GoodsDay) {
        if one.day > period.to {
            return;
        }
        if one.sold_milli > 0 {
            self.last_sold = self.last_sold.max(Some(one.day));
        }
        if one.day < period.from {
            return;
        }
        let add = |sum: &mut i64, milli: i64| *sum = sum.saturating_add(milli);
        add(&mut self.received_milli, one.in_milli);
        add(&mut self.back_milli, one.back_milli);
        add(&mut self.sold_milli, one.sold_milli);
        self.cost_nano += one.cost_nano;
        let week = (one.day.week_start().0 - period.from.week_start().0) / 7;
        let week = usize::try_from(week).ok();
        if let Some(sum) = week.and_then(|week| self.weeks_milli.get_mut(week)) {
            add(sum, one.sold_milli);
        }
        if period.by_month && (one.sold_milli, one.back_milli) != (0, 0) {
            self.count_month(one);
        }
    }

    fn count_month(&mut self, one: &GoodsDay) {
        let (month, units) = (one.day.month_start(), one.net_sold_milli());
        match self
            .months
            .iter_mut()
            .rev()
            .find(|(known, ..)| *known == month)
        {
            Some((_, milli, nano)) => {
                *milli = milli.saturating_add(units);
                *nano += one.cost_nano;
            }
            None => self.months.push((month, units, one.cost_nano)),
        }
    }
}

/// The last of the days of goods up to a day: what there was at the end of it. What a clock that
/// was set back told after a later day counts with that.
pub(in crate::read) fn standing(days: &[GoodsDay], to: Day) -> Option<&GoodsDay> {
    let till = days.iter().take_while(|one| one.day <= to);
    till.last()
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
        self.each_goods_days(period.method, &mut |product, days| {
            let mut figures = Figures::none(product, period);
            figures.record(period, days);
            found.push(figures);
            Ok(())
        })?;
        Ok(found)
    }
}
