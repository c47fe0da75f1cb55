//! Days on which far more was sold than usual: one large order is no demand that comes again.
//!
//! The rule: of the days on which something was sold, a day above the median and three times the
//! median absolute deviation counts as that limit; the limit is never below twice the median, and
//! fewer than five such days say nothing about what is usual.

/// How many days of sales say what is usual.
const LEAST_DAYS: usize = 5;
/// How many deviations a day may be above the median.
const DEVIATIONS: i64 = 3;

/// What was found among some days.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Spikes {
    /// Days on which something was sold.
    pub days_sold: i64,
    /// What was sold on them, thousandths.
    pub sold_milli: i64,
    /// The median of these days, thousandths.
    pub median_milli: i64,
    /// The median of their distances from it, thousandths.
    pub deviation_milli: i64,
    /// What a day counts at most, thousandths; none when too few days were sold on.
    pub limit_milli: Option<i64>,
    /// What days above the limit had more than it, thousandths.
    pub removed_milli: i64,
}

impl Spikes {
    /// What counts as demand, thousandths.
    pub const fn demand_milli(&self) -> i64 {
        self.sold_milli.saturating_sub(self.removed_milli)
    }
}

/// Looks for spikes among what was sold day by day, thousandths; days on which more came back than
/// was sold count as none.
pub fn spikes(days: &[i64]) -> Spikes {
    let mut sold: Vec<i64> = days.iter().copied().filter(|milli| *milli > 0).collect();
    sold.sort_unstable();
    let mut found = Spikes {
        days_sold: sold.len() as i64,
        sold_milli: sold
            .iter()
            .fold(0, |sum: i64, day| sum.saturating_add(*day)),
        median_milli: median(&sold),
        ..Spikes::default()
    };
    if sold.len() < LEAST_DAYS {
        return found;
    }
    let mut distances: Vec<i64> = sold
        .iter()
        .map(|day| day.abs_diff(found.median_milli) as i64)
        .collect();
    distances.sort_unstable();
    found.deviation_milli = median(&distances);
    let above = found.deviation_milli.saturating_mul(DEVIATIONS);
    let limit = found
        .median_milli
        .saturating_add(above.max(found.median_milli));
    found.limit_milli = Some(limit);
    let over = sold.iter().map(|day| day.saturating_sub(limit).max(0));
    found.removed_milli = over.fold(0, i64::saturating_add);
    found
}

/// The middle of sorted figures; of an even number the lower of the two.
fn median(sorted: &[i64]) -> i64 {
    match sorted.len() {
        0 => 0,
        count => sorted[(count - 1) / 2],
    }
}
