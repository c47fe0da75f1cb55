//! What customers took of a product, week by week, and what is forecast of it.

use super::Read;
use super::goods::GoodsDay;
use crate::dto::{ForecastTried, ForecastWeek, ProductForecast};
use crate::error::Result;
use domain::Day;
use domain::forecast::{Choice, Tried, choose};
use uuid::Uuid;

/// Weeks that a forecast of one product looks ahead.
pub(super) const WEEKS_AHEAD: usize = 13;

/// The demand of a product up to the last whole week before a day.
pub(super) struct Demand {
    /// The Monday of the first week with a sale.
    first: Day,
    /// What went to customers, thousandths; weeks without are there.
    pub weeks_milli: Vec<i64>,
    /// What there is.
    pub on_hand_milli: i64,
}

impl Demand {
    /// Counts what moved up to a day. A week that is not over yet counts for nothing: it would look
    /// like a bad one.
    pub fn of(days: &[GoodsDay], last: Day) -> Self {
        let end = last.plus(1).week_start();
        let sold = |one: &&GoodsDay| one.sold_milli > 0 && one.day < end;
        let first = days
            .iter()
            .find(sold)
            .map_or(end, |one| one.day.week_start());
        let weeks = usize::try_from((end.0 - first.0) / 7).unwrap_or(0);
        let mut demand = Self {
            first,
            weeks_milli: vec![0; weeks],
            on_hand_milli: 0,
        };
        for one in days.iter().filter(|one| one.day <= last) {
            demand.on_hand_milli = demand.on_hand_milli.saturating_add(one.net_milli());
            let week = usize::try_from((one.day.week_start().0 - first.0) / 7).ok();
            if let Some(sum) = week.and_then(|week| demand.weeks_milli.get_mut(week)) {
                *sum = sum.saturating_add(one.sold_milli);
            }
        }
        demand
    }

    /// The Mondays of its weeks.
    pub fn weeks(&self) -> impl Iterator<Item = Day> {
        let first = self.first;
        (0..self.weeks_milli.len() as i32).map(move |week| first.plus(7 * week))
    }

    /// The Mondays of the weeks to come.
    pub fn weeks_ahead(&self) -> impl Iterator<Item = Day> {
        let next = self.first.plus(7 * self.weeks_milli.len() as i32);
        (0..WEEKS_AHEAD as i32).map(move |week| next.plus(7 * week))
    }
}

impl Read<'_> {
    /// What will be sold of a product, by which method, and how far off that was in the past.
    pub fn product_forecast(&self, product: Uuid) -> Result<ProductForecast> {
        let no = self.no_of(product, "product")?;
        let last = self.stock_days()?.map_or(Day(0), |(_, last)| last);
        let demand = Demand::of(&self.goods_days_of(no)?, last);
        let choice = choose(&demand.weeks_milli, WEEKS_AHEAD);
        let ahead = demand.weeks_ahead().zip(&choice.weeks_milli);
        Ok(ProductForecast {
            history_weeks: demand.weeks_milli.len() as i64,
            method: choice.method.word().to_owned(),
            weeks: ahead
                .map(|(week, units_milli)| ForecastWeek {
                    week: week.to_string(),
                    units_milli: *units_milli,
                })
                .collect(),
            cover_days: cover_days(&demand, &choice),
            origins: choice.origins as i64,
            mase_ppm: choice.error().and_then(|tried| tried.mase_ppm),
            naive_ppm: choice.naive().and_then(|tried| tried.mase_ppm),
            tried: best_of_each(&choice),
        })
    }
}

/// After how many days what is there is gone, as far as the forecast looks; `None` when it lasts
/// longer.
fn cover_days(demand: &Demand, choice: &Choice) -> Option<i64> {
    let mut left = demand.on_hand_milli.max(0);
    for (week, sold) in choice.weeks_milli.iter().enumerate() {
        if *sold > 0 && left < *sold {
            return Some(7 * week as i64 + 7 * left / sold);
        }
        left -= sold;
    }
    None
}

/// Of the methods that go by one word the best.
fn best_of_each(choice: &Choice) -> Vec<ForecastTried> {
    let mut best: Vec<Tried> = Vec::new();
    for tried in &choice.tried {
        match best
            .iter_mut()
            .find(|one| one.method.word() == tried.method.word())
        {
            Some(one) if one.error_milli > tried.error_milli => *one = *tried,
            Some(_) => {}
            None => best.push(*tried),
        }
    }
    let of = |tried: Tried| ForecastTried {
        method: tried.method.word().to_owned(),
        mase_ppm: tried.mase_ppm,
        error_milli: tried.error_milli,
    };
    best.into_iter().map(of).collect()
}
