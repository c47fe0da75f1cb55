//! The notes and coins of currencies: what a drawer is counted in, and the smallest amount that
//! cash can pay. From the issuing central banks, 2026; a currency that is not listed gets the usual
//! steps of one, two and five.

use crate::currency::Currency;

/// Notes and coins in minor units, the largest first.
const DENOMINATIONS: &[(&str, &[i64])] = &[
    (
        "EUR",
        &[
            50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500, 200, 100, 50, 20, 10, 5, 2, 1,
        ],
    ),
    (
        "GBP",
        &[5_000, 2_000, 1_000, 500, 200, 100, 50, 20, 10, 5, 2, 1],
    ),
    (
        "USD",
        &[10_000, 5_000, 2_000, 1_000, 500, 200, 100, 50, 25, 10, 5, 1],
    ),
    (
        "CHF",
        &[
            100_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500, 200, 100, 50, 20, 10, 5,
        ],
    ),
    (
        "SEK",
        &[
            100_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500, 200, 100,
        ],
    ),
    (
        "DKK",
        &[
            50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500, 200, 100, 50,
        ],
    ),
    (
        "NOK",
        &[
            100_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500, 100,
        ],
    ),
    (
        "PLN",
        &[
            50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500, 200, 100, 50, 20, 10, 5, 2, 1,
        ],
    ),
    (
        "CZK",
        &[
            500_000, 200_000, 100_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500, 200, 100,
        ],
    ),
    (
        "JPY",
        &[10_000, 5_000, 2_000, 1_000, 500, 100, 50, 10, 5, 1],
    ),
];

/// The smallest coin in use where that is more than the minor unit.
const SMALLEST: &[(&str, i64)] = &[
    ("AUD", 5),
    ("CAD", 5),
    ("CHF", 5),
    ("CZK", 100),
    ("DKK", 50),
    ("HKD", 10),
    ("HUF", 500),
    ("ILS", 10),
    ("MYR", 5),
    ("NOK", 100),
    ("NZD", 10),
    ("SEK", 100),
    ("SGD", 5),
    ("ZAR", 10),
];

/// The notes and coins that a drawer of this currency holds, in minor units, the largest first.
#[must_use]
pub fn denominations(currency: &str) -> Vec<i64> {
    match DENOMINATIONS.iter().find(|(code, _)| *code == currency) {
        Some((_, found)) => found.to_vec(),
        None => usual(currency),
    }
}

/// The smallest amount that cash can pay, in minor units; 0 when every amount can be paid.
#[must_use]
pub fn smallest_coin(currency: &str) -> i64 {
    let found = SMALLEST.iter().find(|(code, _)| *code == currency);
    found.map_or(0, |(_, coin_minor)| *coin_minor)
}

/// One, two and five of every power of ten, from the smallest coin to two hundred of the major
/// unit, or to a hundred thousand where there is no minor unit.
fn usual(currency: &str) -> Vec<i64> {
    let digits = Currency::parse(currency).map_or(2, Currency::minor_digits);
    let largest = match digits {
        0 => 100_000,
        digits => 200 * 10_i64.pow(digits),
    };
    let smallest = smallest_coin(currency).max(1);
    let powers = (0..=12).map(|power| 10_i64.pow(power));
    let steps = powers.flat_map(|power| [1, 2, 5].map(|step| step * power));
    let mut found: Vec<i64> = steps
        .filter(|step| (smallest..=largest).contains(step) && step % smallest == 0)
        .collect();
    found.reverse();
    found
}
