//! Sharing a whole over lines without losing a unit: largest remainder, ties by line order.
//!
//! Every part is first rounded to its nearest unit; what the sum then has too much or too little
//! is settled, unit by unit, where it is nearest to the exact part. Over parts of one sign that is
//! the largest-remainder method; over both signs it keeps every part next to its own exact one.
//! The parts always sum to the whole, and sharing the negated whole gives the negated parts.

use crate::rounding::div_round_half_away;

/// Shares `total` in proportion to `weights`; the parts sum to `total` exactly.
///
/// Each part is within one unit of its exact share. Only the size of a weight counts, not its
/// sign; if all are zero, all count alike. No weights give no parts.
///
/// ```
/// assert_eq!(domain::allocate::allocate(1000, &[1, 1, 1]), [334, 333, 333]);
/// ```
#[must_use]
pub fn allocate(total: i64, weights: &[i64]) -> Vec<i64> {
    let sizes = weights
        .iter()
        .map(|weight| i128::from(weight.unsigned_abs()));
    let whole: i128 = sizes.clone().sum();
    // |total| and each size are at most 2^63, so the products stay below 2^127.
    let exact: Vec<Exact> = match whole {
        0 => weights
            .iter()
            .map(|_| Exact::of(total.into(), weights.len() as i128))
            .collect(),
        _ => sizes
            .map(|size| Exact::of(i128::from(total) * size, whole))
            .collect(),
    };
    settle(total, &exact).unwrap_or_default()
}

/// Shares `total` over amounts whose exact parts are `amount * num / den`, where `total` is the
/// rounded sum of those parts.
///
/// Unlike [`allocate`] it is at home with amounts of both signs (a document that sells and takes
/// back), because no part depends on a sum in which they cancel out.
/// `None` if an intermediate value leaves its range or `den` is not positive.
#[must_use]
pub fn apportion(total: i64, amounts: &[i64], num: i128, den: i128) -> Option<Vec<i64>> {
    if den <= 0 {
        return None;
    }
    let exact = |amount: &i64| Some(Exact::of(i128::from(*amount).checked_mul(num)?, den));
    let exact: Vec<Exact> = amounts.iter().map(exact).collect::<Option<_>>()?;
    settle(total, &exact)
}

/// An exact part: its nearest whole number of units, and what it lacks of its exact value (in
/// fractions of a common denominator; negative if it was rounded up).
#[derive(Clone, Copy)]
struct Exact {
    units: i128,
    lacks: i128,
}

impl Exact {
    fn of(num: i128, den: i128) -> Self {
        let units = div_round_half_away(num, den);
        // Wraps where units * den leaves 128 bits; the small difference is right all the same.
        Self {
            units,
            lacks: num.wrapping_sub(units.wrapping_mul(den)),
        }
    }

    const fn is_zero(self) -> bool {
        self.units == 0 && self.lacks == 0
    }

    const fn signum(self) -> i128 {
        if self.units == 0 {
            self.lacks.signum()
        } else {
            self.units.signum()
        }
    }
}

/// From exact parts to whole ones that sum to `total`.
fn settle(total: i64, exact: &[Exact]) -> Option<Vec<i64>> {
    let mut parts: Vec<i64> = Vec::with_capacity(exact.len());
    for part in exact {
        parts.push(i64::try_from(part.units).ok()?);
    }
    let given: i128 = exact.iter().map(|part| part.units).sum();
    spread(i128::from(total) - given, &mut parts, exact)?;
    Some(parts)
}

/// Hands out `missing` single units (or takes them back, if it is negative).
fn spread(missing: i128, parts: &mut [i64], exact: &[Exact]) -> Option<()> {
    if missing == 0 || parts.is_empty() {
        return Some(());
    }
    let step = missing.signum();
    let order = takers(step, exact);
    let count = order.len() as i128;
    // More than one round only happens where the total was rounded to a coarse increment.
    let (rounds, extra) = (missing / count, (missing % count).unsigned_abs());
    for (rank, index) in order.into_iter().enumerate() {
        let bonus = if (rank as u128) < extra { step } else { 0 };
        let part = i128::from(parts[index]) + rounds + bonus;
        parts[index] = i64::try_from(part).ok()?;
    }
    Some(())
}

/// Indices of the parts that a unit may go to, first come first: those that lack most in its
/// direction; among equals, earlier lines gain and later lines lose. A part of nothing stays
/// nothing as long as there is another.
fn takers(step: i128, exact: &[Exact]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..exact.len()).filter(|i| !exact[*i].is_zero()).collect();
    if order.is_empty() {
        order = (0..exact.len()).collect();
    }
    order.sort_by_key(|index| {
        let loses = exact[*index].signum() == -step;
        let line = if loses { exact.len() - index } else { *index };
        (std::cmp::Reverse(exact[*index].lacks * step), loses, line)
    });
    order
}
