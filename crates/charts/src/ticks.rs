//! Round ticks for an axis of integer values: steps of 1, 2 or 5 times a power of ten, so that
//! every label is exact.

use crate::number::{NumberFormat, Scaled, decimals_needed};
use crate::{Locale, Unit};

/// The ticks of an axis and the values at its two ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Ticks {
    pub(crate) values: Vec<i128>,
    pub(crate) least: i128,
    pub(crate) greatest: i128,
}

impl Ticks {
    /// Covers `least..=greatest` with at most `intervals` steps (at least one). The axis ends at
    /// a tick, unless most of its last step would be empty: then it ends just past the data.
    pub(crate) fn over(least: i128, greatest: i128, intervals: usize, decimals: u8) -> Ticks {
        let empty_top = 10_i128.pow(u32::from(decimals));
        let greatest = if greatest > least {
            greatest
        } else {
            least + empty_top
        };
        let intervals = intervals.max(1) as i128;
        let mut step = 1;
        for factor in [2, 5, 10].into_iter().cycle() {
            if span(least, greatest, step) <= intervals.max(crossings(least, greatest)) {
                break;
            }
            let power = 10_i128.pow(step.ilog10());
            step = power * factor;
        }
        let first = least.div_euclid(step);
        let last = -(-greatest).div_euclid(step);
        let mut values: Vec<i128> = (first..=last).map(|at| at * step).collect();
        let (mut low, mut high) = (first * step, last * step);
        if values.len() > 2 && high - greatest > step / 2 {
            values.pop();
            high = greatest + step / 20;
        }
        if values.len() > 2 && least - low > step / 2 {
            values.remove(0);
            low = least - step / 20;
        }
        Ticks {
            values,
            least: low,
            greatest: high,
        }
    }

    /// The labels, all with the same number of decimals and the same suffix.
    pub(crate) fn labels(&self, unit: &Unit, locale: &Locale) -> Vec<String> {
        let (suffix, exponent) = if unit.compact {
            self.suffix(unit.decimals)
        } else {
            ("", 0)
        };
        let decimals = unit.decimals + exponent;
        let shown = decimals_needed(self.values.iter().copied(), decimals);
        let shown = if exponent > 0 {
            shown
        } else {
            money_or(shown, unit.decimals)
        };
        let label = |&n: &i128| match n {
            0 => NumberFormat::fixed(locale.number, Scaled { n, decimals }, 0),
            _ => locale.number.fixed(Scaled { n, decimals }, shown) + suffix,
        };
        self.values.iter().map(label).collect()
    }

    fn suffix(&self, decimals: u8) -> (&'static str, u8) {
        let unit = 10_i128.pow(u32::from(decimals));
        let size = self.greatest.max(-self.least) / unit;
        let step = self.values[1] - self.values[0];
        match size {
            1_000_000.. if step >= 100_000 * unit => ("M", 6),
            10_000.. if step >= 100 * unit => ("k", 3),
            _ => ("", 0),
        }
    }
}

fn money_or(shown: u8, decimals: u8) -> u8 {
    if decimals == 2 && shown == 1 {
        2
    } else {
        shown
    }
}

/// Steps between the tick at or below `least` and the one at or above `greatest`.
fn span(least: i128, greatest: i128, step: i128) -> i128 {
    -(-greatest).div_euclid(step) - least.div_euclid(step)
}

/// A range that crosses zero needs two steps however large they are.
fn crossings(least: i128, greatest: i128) -> i128 {
    if least < 0 && greatest > 0 { 2 } else { 1 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ticks(least: i128, greatest: i128, intervals: usize) -> Vec<i128> {
        Ticks::over(least, greatest, intervals, 2).values
    }

    #[test]
    fn an_axis_does_not_waste_most_of_a_step() {
        let ticks = Ticks::over(-2_004, 2_310, 4, 0);
        assert_eq!(ticks.values, [-2_000, 0, 2_000]);
        assert_eq!((ticks.least, ticks.greatest), (-2_104, 2_410));
    }

    #[test]
    fn steps_are_one_two_or_five_times_a_power_of_ten() {
        assert_eq!(ticks(0, 2_410, 5), [0, 500, 1000, 1500, 2000, 2500]);
        assert_eq!(ticks(0, 10, 10), [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
        assert_eq!(ticks(-8, 13, 5), [-10, -5, 0, 5, 10, 15]);
        assert_eq!(ticks(0, 99, 2), [0, 50, 100]);
    }

    #[test]
    fn nothing_but_zero_still_gives_an_axis() {
        assert_eq!(ticks(0, 0, 4), [0, 50, 100]);
    }

    #[test]
    fn the_greatest_and_least_integers_are_covered() {
        let (least, greatest) = (i128::from(i64::MIN) * 20, i128::from(i64::MAX) * 20);
        let ticks = Ticks::over(least, greatest, 6, 2);
        assert!(ticks.least <= least && ticks.greatest >= greatest && ticks.values.contains(&0));
    }

    #[test]
    fn labels_are_shortened_only_when_the_unit_says_so() {
        let ticks = Ticks::over(0, 3_000_000, 3, 2);
        let mut unit = Unit {
            name: "GBP".into(),
            decimals: 2,
            compact: false,
        };
        let locale = Locale::english();
        assert_eq!(
            ticks.labels(&unit, &locale),
            ["0", "10,000", "20,000", "30,000"]
        );
        unit.compact = true;
        assert_eq!(ticks.labels(&unit, &locale), ["0", "10k", "20k", "30k"]);
    }
}
