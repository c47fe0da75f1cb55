//! The methods.

use super::level::Level;

/// One whole week between demands, as a level.
const WEEK_MILLI: i64 = 1_000;

/// A way to forecast weekly demand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// Like the last week.
    Naive,
    /// The mean of the last weeks.
    Average {
        /// How many.
        weeks: usize,
    },
    /// Simple exponential smoothing, begun at the first week.
    Smoothing {
        /// The weight of the newest week, parts per million.
        alpha_ppm: i64,
    },
    /// Croston's method for demand that is nothing in most weeks: what is sold when anything is,
    /// and how many weeks lie between, both smoothed. (J. D. Croston, 1972.)
    Croston {
        /// The weight of the newest sale and interval, parts per million.
        alpha_ppm: i64,
        /// With the correction of Syntetos and Boylan (2005): `1 - alpha / 2` of it.
        corrected: bool,
    },
    /// Like the same week a season ago.
    Seasonal {
        /// Weeks of a season.
        weeks: usize,
    },
}

impl Method {
    /// What is tried, the simplest first: of two that are as good the simpler one is used.
    pub const ALL: [Self; 12] = [
        Self::Naive,
        Self::Average { weeks: 4 },
        Self::Average { weeks: 8 },
        Self::Average { weeks: 13 },
        Self::Average { weeks: 26 },
        Self::Smoothing { alpha_ppm: 100_000 },
        Self::Smoothing { alpha_ppm: 200_000 },
        Self::Smoothing { alpha_ppm: 400_000 },
        Self::Croston {
            alpha_ppm: 100_000,
            corrected: false,
        },
        Self::Croston {
            alpha_ppm: 100_000,
            corrected: true,
        },
        Self::Croston {
            alpha_ppm: 200_000,
            corrected: true,
        },
        Self::Seasonal { weeks: 52 },
    ];

    /// Weeks of history without which it says nothing.
    pub const fn needs_weeks(self) -> usize {
        match self {
            Self::Average { weeks } | Self::Seasonal { weeks } => weeks,
            _ => 1,
        }
    }

    /// The word for it on the wire.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Naive => "naive",
            Self::Average { .. } => "average",
            Self::Smoothing { .. } => "smoothing",
            Self::Croston {
                corrected: false, ..
            } => "croston",
            Self::Croston { .. } => "croston_sba",
            Self::Seasonal { .. } => "seasonal",
        }
    }

    /// The demand of a week that lies `ahead` weeks after the last of the history, from 1.
    pub fn forecast(self, history_milli: &[i64], ahead: usize) -> Level {
        let mut memory = Memory::default();
        for week_milli in history_milli {
            self.remember(&mut memory, *week_milli);
        }
        self.from(&memory, history_milli, ahead)
    }

    /// Takes the next week in, so that a walk along the history need not begin anew every week.
    pub(super) fn remember(self, memory: &mut Memory, week_milli: i64) {
        match self {
            Self::Smoothing { alpha_ppm } => {
                memory.size = Some(next(memory.size, Level::of_milli(week_milli), alpha_ppm));
            }
            Self::Croston { alpha_ppm, .. } => {
                memory.since += 1;
                if week_milli > 0 {
                    let since = Level::of_milli(memory.since * WEEK_MILLI);
                    memory.size = Some(next(memory.size, Level::of_milli(week_milli), alpha_ppm));
                    memory.between = Some(next(memory.between, since, alpha_ppm));
                    memory.since = 0;
                }
            }
            Self::Naive | Self::Average { .. } | Self::Seasonal { .. } => {}
        }
    }

    /// The forecast from a history whose weeks were all remembered.
    pub(super) fn from(self, memory: &Memory, history_milli: &[i64], ahead: usize) -> Level {
        let weeks = history_milli.len();
        match self {
            Self::Naive => Level::of_milli(history_milli.last().copied().unwrap_or(0)),
            Self::Average { weeks: last } => {
                Level::mean(&history_milli[weeks.saturating_sub(last)..])
            }
            Self::Smoothing { .. } => memory.size.unwrap_or_default(),
            Self::Croston {
                alpha_ppm,
                corrected,
            } => {
                let kept_ppm = if corrected {
                    1_000_000 - alpha_ppm / 2
                } else {
                    1_000_000
                };
                let found = memory.size.zip(memory.between);
                let found = found.map(|(size, between)| size.per(between));
                found.unwrap_or_default().times_ppm(kept_ppm)
            }
            Self::Seasonal { weeks: season } => {
                let back = season - (ahead.saturating_sub(1)) % season;
                let week = weeks
                    .checked_sub(back)
                    .and_then(|week| history_milli.get(week));
                Level::of_milli(week.copied().unwrap_or(0))
            }
        }
    }

    /// Whether it forecasts every week to come alike.
    pub(super) const fn is_flat(self) -> bool {
        !matches!(self, Self::Seasonal { .. })
    }
}

/// What a method keeps of the weeks that it has seen.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Memory {
    /// What is sold in a week, or when anything is.
    size: Option<Level>,
    /// How many weeks lie between.
    between: Option<Level>,
    /// Weeks since the last sale.
    since: i64,
}

fn next(now: Option<Level>, newer: Level, alpha_ppm: i64) -> Level {
    now.map_or(newer, |level| level.smoothed(newer, alpha_ppm))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn units(units: &[i64]) -> Vec<i64> {
        units.iter().map(|units| units * 1_000).collect()
    }

    fn next_milli(method: Method, history: &[i64]) -> i64 {
        method.forecast(&units(history), 1).milli()
    }

    /// "Time Series Forecasting Exercise" of wongsteve.com: alpha 0.3, and 65.42 for period 11.
    #[test]
    fn smoothing_forecasts_the_eleventh_period_of_an_exercise() {
        let sales = [99, 88, 50, 58, 62, 60, 55, 62, 71, 65];
        let alpha = Method::Smoothing { alpha_ppm: 300_000 };
        // Its figures are rounded to tenths on the way.
        assert!((next_milli(alpha, &sales) - 65_420).abs() <= 50);
        let steps = [
            (1, 99_000),
            (2, 95_700),
            (3, 81_990),
            (4, 74_793),
            (9, 65_600),
        ];
        for (periods, milli) in steps {
            let found = next_milli(alpha, &sales[..periods]);
            assert!((found - milli).abs() <= 50, "{periods}: {found}");
        }
    }

    /// The tests of Durbyn (Julia), whose method follows the forecast package of R: 1.59158576...
    /// at alpha 0.1; and one sale in the eleventh period is 0.0909 a period.
    #[test]
    fn croston_agrees_with_another_implementation() {
        let sales = [0, 0, 5, 0, 0, 3, 0, 0, 0, 7, 0, 0, 4, 0, 0];
        let plain = Method::Croston {
            alpha_ppm: 100_000,
            corrected: false,
        };
        assert_eq!(next_milli(plain, &sales), 1_592);
        let once = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1];
        assert_eq!(next_milli(plain, &once), 91);
        // Syntetos and Boylan: 1 - 0.1 / 2 of it.
        let corrected = Method::Croston {
            alpha_ppm: 100_000,
            corrected: true,
        };
        assert_eq!(next_milli(corrected, &sales), 1_512);
        assert_eq!(next_milli(plain, &[0, 0, 0]), 0);
    }

    #[test]
    fn an_average_is_that_of_the_last_weeks_and_a_season_repeats() {
        let sales = [1, 2, 3, 4, 5, 6];
        assert_eq!(next_milli(Method::Average { weeks: 4 }, &sales), 4_500);
        assert_eq!(next_milli(Method::Naive, &sales), 6_000);
        let season = Method::Seasonal { weeks: 3 };
        let ahead: Vec<i64> = (1..=4)
            .map(|week| season.forecast(&units(&sales), week).milli())
            .collect();
        assert_eq!(ahead, [4_000, 5_000, 6_000, 4_000]);
    }

    #[test]
    fn nothing_is_forecast_from_nothing() {
        for method in Method::ALL {
            assert_eq!(method.forecast(&[], 1), Level::default());
        }
    }
}
