//! Trying the methods on the past.

use super::level::Level;
use super::method::{Memory, Method};

/// Weeks that a forecast looks ahead when it is tried.
const AHEAD: usize = 4;
/// At most so many weeks of the past are forecast from.
const MOST_ORIGINS: usize = 26;
/// With fewer weeks before the first trial nothing is tried: the mean of what there is must do.
const LEAST_WEEKS: usize = 8;

/// A method and how far off it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tried {
    /// The method.
    pub method: Method,
    /// Its mean absolute error over that of the naive forecast one week ahead in the weeks before
    /// the trial, parts per million (MASE: Hyndman and Koehler, 2006); `None` where those weeks
    /// were all alike.
    pub mase_ppm: Option<i64>,
    /// Its mean absolute error, thousandths of a unit a week.
    pub error_milli: i64,
}

/// A forecast with the method that was chosen for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The method.
    pub method: Method,
    /// The weeks to come, thousandths.
    pub weeks_milli: Vec<i64>,
    /// What was tried, as many as the history was long enough for, in the order of
    /// [`Method::ALL`]; empty when it was too short for any.
    pub tried: Vec<Tried>,
    /// From how many weeks of the past each method forecast.
    pub origins: usize,
}

impl Choice {
    /// How far off the method that was chosen was.
    pub fn error(&self) -> Option<Tried> {
        self.of(self.method)
    }

    /// How far off the naive forecast was.
    pub fn naive(&self) -> Option<Tried> {
        self.of(Method::Naive)
    }

    fn of(&self, method: Method) -> Option<Tried> {
        self.tried
            .iter()
            .find(|tried| tried.method == method)
            .copied()
    }
}

/// Forecasts the weeks to come by the method that did best on the past.
pub fn choose(history_milli: &[i64], ahead: usize) -> Choice {
    let weeks = history_milli.len();
    let origins = origins(weeks);
    let tried: Vec<Tried> = match origins {
        0 => Vec::new(),
        _ => tried(history_milli, weeks - origins - AHEAD + 1),
    };
    let best = tried.iter().min_by_key(|tried| tried.error_milli);
    let method = best.map_or(Method::Average { weeks: 13 }, |tried| tried.method);
    let forecast = |week| method.forecast(history_milli, week).milli();
    Choice {
        method,
        weeks_milli: (1..=ahead).map(forecast).collect(),
        tried,
        origins,
    }
}

/// From so many weeks at the end of the history there is something to compare with.
fn origins(weeks: usize) -> usize {
    let most = (weeks + 1).saturating_sub(LEAST_WEEKS + AHEAD);
    most.min(MOST_ORIGINS).min(weeks / 2)
}

fn tried(history_milli: &[i64], first: usize) -> Vec<Tried> {
    let scale = steps(&history_milli[..first]);
    let methods = Method::ALL.into_iter();
    let methods = methods.filter(|method| method.needs_weeks() <= first);
    methods
        .map(|method| {
            let (error, forecasts) = errors(method, history_milli, first);
            Tried {
                method,
                mase_ppm: scale.and_then(|scale| mase_ppm((error, forecasts), scale)),
                error_milli: mean_milli(error, forecasts),
            }
        })
        .collect()
}

/// The distances of a method's forecasts from what was sold, summed, and how many there are.
fn errors(method: Method, history_milli: &[i64], first: usize) -> (i128, i128) {
    let (mut sum, mut forecasts) = (0, 0);
    let mut memory = Memory::default();
    for origin in 1..=history_milli.len() - AHEAD {
        method.remember(&mut memory, history_milli[origin - 1]);
        if origin < first {
            continue;
        }
        let mut forecast = method.from(&memory, &history_milli[..origin], 1);
        for ahead in 1..=AHEAD {
            if !method.is_flat() {
                forecast = method.from(&memory, &history_milli[..origin], ahead);
            }
            let sold = Level::of_milli(history_milli[origin + ahead - 1]);
            sum += forecast.distance(sold);
            forecasts += 1;
        }
    }
    (sum, forecasts)
}

/// How far each week was from the one before: summed, and how many; `None` when they are alike.
fn steps(history_milli: &[i64]) -> Option<(i128, i128)> {
    let pairs = history_milli.windows(2);
    let steps = pairs.map(|pair| Level::of_milli(pair[0]).distance(Level::of_milli(pair[1])));
    let sum: i128 = steps.sum();
    (sum != 0).then_some((sum, history_milli.len() as i128 - 1))
}

fn mase_ppm((error, forecasts): (i128, i128), (steps, count): (i128, i128)) -> Option<i64> {
    // Errors are up to 10^18 a week: millionths of them leave room for a thousand years of weeks.
    let over = error.checked_mul(count)?.checked_mul(1_000_000)?;
    i64::try_from(over / forecasts.checked_mul(steps)?).ok()
}

fn mean_milli(error: i128, forecasts: i128) -> i64 {
    let mean = error / forecasts.max(1) / 1_000_000;
    i64::try_from(mean).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn weeks(count: usize, of: impl Fn(usize) -> i64) -> Vec<i64> {
        (0..count).map(|week| of(week) * 1_000).collect()
    }

    #[test]
    fn steady_demand_is_forecast_without_an_error() {
        let choice = choose(&weeks(60, |_| 7), 8);
        assert_eq!(choice.weeks_milli, vec![7_000; 8]);
        assert_eq!(
            (choice.method, choice.error().unwrap().error_milli),
            (Method::Naive, 0)
        );
        // Weeks that are all alike have no scale to measure an error by.
        assert_eq!(choice.naive().unwrap().mase_ppm, None);
    }

    #[test]
    fn demand_that_comes_and_goes_is_not_forecast_by_its_last_week() {
        let choice = choose(&weeks(80, |week| [0, 9, 3, 0, 0, 8, 0][week % 7]), 4);
        let (best, naive) = (choice.error().unwrap(), choice.naive().unwrap());
        assert!(best.mase_ppm.unwrap() < naive.mase_ppm.unwrap());
        assert_ne!(choice.method, Method::Naive);
    }

    #[test]
    fn a_year_that_repeats_is_forecast_by_the_year_before() {
        let season = |week: usize| {
            if week % 52 > 44 {
                90
            } else {
                5 + week as i64 % 3
            }
        };
        let choice = choose(&weeks(52 * 3, season), 52);
        assert_eq!(choice.method, Method::Seasonal { weeks: 52 });
        assert_eq!(choice.weeks_milli[45], 90_000);
    }

    #[test]
    fn a_short_history_is_averaged_and_says_that_nothing_was_tried() {
        let choice = choose(&weeks(3, |week| week as i64), 2);
        assert_eq!(
            (choice.weeks_milli, choice.tried.len()),
            (vec![1_000; 2], 0)
        );
        assert_eq!(choose(&[], 1).weeks_milli, [0]);
    }

    #[test]
    fn the_naive_error_is_one_where_the_past_goes_on_as_it_was() {
        // Up and down by the same step: one week ahead the naive forecast is always off by it, two
        // weeks ahead never; of four weeks ahead half are off.
        let choice = choose(&weeks(60, |week| (week % 2) as i64), 1);
        assert_eq!(choice.naive().unwrap().mase_ppm, Some(500_000));
    }
}
