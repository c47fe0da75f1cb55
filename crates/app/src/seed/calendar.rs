//! When the orders come: growth over the years, a strong autumn, quiet Sundays, busy noons.
use domain::Day;

use super::random::Random;

/// Monday first.
const WEEKDAYS: [u64; 7] = [150, 150, 155, 170, 185, 140, 50];
/// January first.
const MONTHS: [u64; 12] = [78, 80, 92, 90, 98, 94, 88, 86, 108, 118, 142, 138];
/// Hours of the day in which orders come, with how often.
const HOURS: [(i64, u64); 15] = [
    (7, 6),
    (8, 26),
    (9, 58),
    (10, 92),
    (11, 108),
    (12, 132),
    (13, 116),
    (14, 98),
    (15, 94),
    (16, 78),
    (17, 56),
    (18, 30),
    (19, 16),
    (20, 10),
    (21, 4),
];

/// The days with how many orders each has.
pub(super) struct Calendar {
    days: Vec<(Day, u32)>,
    total: u32,
}

impl Calendar {
    /// Spreads so many orders over the days from the first to the last.
    pub(super) fn new(first: Day, last: Day, orders: u32) -> Self {
        let days: Vec<Day> = (first.0..=last.0).map(Day).collect();
        let weights: Vec<u64> = days.iter().map(|day| weight(first, *day)).collect();
        let sum = u128::from(weights.iter().sum::<u64>()).max(1);
        let (mut so_far, mut given) = (0_u128, 0_u32);
        let counted = days.iter().zip(weights).map(|(day, weight)| {
            so_far += u128::from(weight);
            let due = (u128::from(orders) * so_far / sum) as u32;
            let count = due - given;
            given = due;
            (*day, count)
        });
        Self {
            days: counted.collect(),
            total: orders,
        }
    }

    /// How many orders there are.
    pub(super) fn total(&self) -> u32 {
        self.total
    }

    /// The days, with the wall clocks of their orders, rising.
    pub(super) fn days<'a>(
        &'a self,
        random: &'a mut Random,
    ) -> impl Iterator<Item = (Day, Vec<i64>)> + 'a {
        self.days.iter().map(|(day, count)| {
            let mut times: Vec<i64> = (0..*count).map(|_| time(*day, random)).collect();
            times.sort_unstable();
            (*day, times)
        })
    }
}

fn weight(first: Day, day: Day) -> u64 {
    let (_, month, _) = day.ymd();
    let growth = 1_000 + (day.0 - first.0).unsigned_abs() as u64 * 2 / 5;
    WEEKDAYS[day.weekday() as usize] * MONTHS[month as usize - 1] * growth
}

fn time(day: Day, random: &mut Random) -> i64 {
    let hour = *random.weighted(&HOURS);
    let second = random.between(0, 3_599);
    i64::from(day.0) * 86_400_000 + hour * 3_600_000 + second * 1_000
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_order_has_a_day_and_they_rise() {
        let calendar = Calendar::new(Day(20_000), Day(20_400), 5_000);
        let mut random = Random::new(1);
        let times: Vec<i64> = calendar
            .days(&mut random)
            .flat_map(|(_, times)| times)
            .collect();
        assert_eq!(times.len(), 5_000);
        assert!(times.is_sorted());
    }
}
