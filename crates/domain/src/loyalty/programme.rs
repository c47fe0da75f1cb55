//! The terms of the programme: those of the book, and what of them stands on an order.

use crate::currency::Currency;
use crate::day::Day;
use crate::limits::{CODE_CHARS, LIST_ITEMS};
use crate::pricing::ExchangeRate;
use crate::refusal::Refusal;
use crate::text;
use serde::{Deserialize, Serialize};

/// The most points that a unit of the currency earns, thousandths of a point.
const LARGEST_MILLI: i64 = 1_000_000_000;
/// The most that a point is worth, millionths of a unit of the currency.
const LARGEST_WORTH_MICRO: i64 = 1_000_000_000_000;
/// The longest that points last, days.
const LONGEST_DAYS: u32 = 36_500;
/// More points than anybody has.
pub(super) const MOST_POINTS: i64 = 1_000_000_000;

/// Billionths in one, millionths, and thousandths.
const NANO: i128 = 1_000_000_000;
const MICRO: i128 = 1_000_000;
const MILLI: i128 = 1_000;

/// The programme of a book. A book that never said one has none.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Programme {
    /// Whether points are earned and redeemed.
    pub enabled: bool,
    /// Points for each unit of the currency that is spent, tax included; thousandths of a point.
    pub points_per_unit_milli: i64,
    /// What a point takes off, millionths of a unit of the currency.
    pub point_worth_micro: i64,
    /// Fewer points than this are not redeemed at once.
    pub least_points: i64,
    /// Days after which points expire; never when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expires_days: Option<u32>,
    /// Methods of payment that earn no points.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub earns_nothing: Vec<String>,
}

/// What an order earns by: the programme as it was when the order was agreed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Earning {
    /// Points for each unit of the currency, thousandths of a point.
    pub points_per_unit_milli: i64,
    /// Days after which they expire; never when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires_days: Option<u32>,
    /// Methods of payment that earn no points.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub earns_nothing: Vec<String>,
}

impl Programme {
    /// What an order that is agreed now earns by.
    pub fn earning(&self) -> Option<Earning> {
        self.enabled.then(|| Earning {
            points_per_unit_milli: self.points_per_unit_milli,
            expires_days: self.expires_days,
            earns_nothing: self.earns_nothing.clone(),
        })
    }

    /// What points take off in the book's currency.
    pub fn worth(&self, currency: &str) -> PointWorth {
        PointWorth {
            minor: i128::from(self.point_worth_micro) * minor_units(currency),
            points: MICRO,
        }
    }

    /// What points take off in another currency, at the rate of an order.
    pub fn worth_at(&self, rate: &ExchangeRate) -> PointWorth {
        let PointWorth { minor, points } = self.worth(rate.from().code());
        PointWorth {
            minor: minor * NANO,
            points: points * i128::from(rate.rate_nano()),
        }
    }
}

/// What points are worth: so many minor units for so many points, exactly.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PointWorth {
    minor: i128,
    points: i128,
}

impl PointWorth {
    /// What points take off, minor units: rounded down once, so that no fraction is given twice.
    pub fn of_points(self, points: i64) -> i64 {
        let exact = i128::from(points.max(0)).checked_mul(self.minor);
        let worth = exact.map(|exact| exact / self.points);
        worth
            .and_then(|worth| i64::try_from(worth).ok())
            .unwrap_or(i64::MAX)
    }

    /// The fewest points that take so much off.
    pub fn points_for(self, off_minor: i64) -> i64 {
        let worth = self.minor.max(1);
        let exact = i128::from(off_minor.max(0)).checked_mul(self.points);
        let points = exact.and_then(|exact| exact.checked_add(worth - 1));
        points
            .and_then(|points| i64::try_from(points / worth).ok())
            .unwrap_or(i64::MAX)
    }
}

impl Earning {
    /// The points for an amount in minor units. They are rounded down once, on the whole of an
    /// order; an amount below zero gives back exactly what the same amount earns.
    pub fn points(&self, amount_minor: i64, currency: &str) -> i64 {
        let milli = i128::from(amount_minor) * i128::from(self.points_per_unit_milli);
        let points = milli / (minor_units(currency) * MILLI);
        i64::try_from(points).unwrap_or(0)
    }

    /// The last day of points that are earned on a day.
    pub fn last_day(&self, day: Day) -> Option<Day> {
        last_day(self.expires_days, day)
    }
}

/// The last day of points that come on a day.
pub(super) fn last_day(expires_days: Option<u32>, day: Day) -> Option<Day> {
    let days = i32::try_from(expires_days?).ok()?;
    Some(Day(day.0.saturating_add(days)))
}

fn minor_units(currency: &str) -> i128 {
    let digits = Currency::parse(currency).map_or(2, |currency| currency.minor_digits());
    10_i128.pow(digits)
}

/// Checks the terms of a programme. One that is switched off may say what it likes, within limits.
pub(crate) fn checked(mut said: Programme) -> Result<Programme, Refusal> {
    let least = i64::from(said.enabled);
    for (name, figure, least, most) in [
        (
            "points_per_unit_milli",
            said.points_per_unit_milli,
            least,
            LARGEST_MILLI,
        ),
        (
            "point_worth_micro",
            said.point_worth_micro,
            least,
            LARGEST_WORTH_MICRO,
        ),
        ("least_points", said.least_points, 0, MOST_POINTS),
    ] {
        if !(least..=most).contains(&figure) {
            return Err(Refusal::at(format!("loyalty.{name}"), "out_of_range"));
        }
    }
    if said
        .expires_days
        .is_some_and(|days| !(1..=LONGEST_DAYS).contains(&days))
    {
        return Err(Refusal::at("loyalty.expires_days", "out_of_range"));
    }
    if said.earns_nothing.len() > LIST_ITEMS {
        return Err(Refusal::at("loyalty.earns_nothing", "too_many").with(LIST_ITEMS));
    }
    for (index, method) in said.earns_nothing.iter_mut().enumerate() {
        *method = text::required(
            &format!("loyalty.earns_nothing.{index}"),
            method,
            CODE_CHARS,
        )?;
    }
    said.earns_nothing.sort();
    said.earns_nothing.dedup();
    Ok(said)
}
