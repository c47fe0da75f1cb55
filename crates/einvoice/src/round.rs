//! Exact division: half away from zero, and sharing a whole without losing a unit.

/// Divides and rounds to the nearest integer, halves away from zero. `den` is positive.
pub(crate) const fn div_round(num: i128, den: i128) -> i128 {
    let (quotient, rest) = (num / den, (num % den).abs());
    // Compares with den - rest: doubling the rest could overflow.
    if rest < den - rest {
        quotient
    } else {
        quotient + num.signum()
    }
}

/// Shares `total`, the rounded sum of the exact parts `amount * num / den`, over the amounts by
/// largest remainder.
///
/// Every part is rounded to its nearest unit; what the sum then lacks is settled unit by unit where
/// it is nearest to the exact part, so that amounts of both signs keep their own. Among equals,
/// earlier ones gain and later ones lose, and the shares of negated amounts are the negated shares.
/// `None` beyond the range; `den` is positive.
pub(crate) fn share(total: i64, amounts: &[i64], num: i128, den: i128) -> Option<Vec<i64>> {
    let mut parts = Vec::with_capacity(amounts.len());
    let mut lacks = Vec::with_capacity(amounts.len());
    for amount in amounts {
        let exact = i128::from(*amount).checked_mul(num)?;
        let units = div_round(exact, den);
        parts.push(i64::try_from(units).ok()?);
        lacks.push(exact - units * den);
    }
    let given: i128 = parts.iter().copied().map(i128::from).sum();
    let missing = i128::from(total) - given;
    let step = missing.signum();
    let takers = usize::try_from(missing.abs()).ok()?;
    for index in order(step, amounts, &lacks).get(..takers)? {
        parts[*index] = parts[*index].checked_add(step as i64)?;
    }
    Some(parts)
}

/// Who takes a unit first: those that lack most in its direction. Nothing stays nothing.
fn order(step: i128, amounts: &[i64], lacks: &[i128]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..amounts.len()).filter(|i| amounts[*i] != 0).collect();
    order.sort_by_key(|index| {
        let loses = i128::from(amounts[*index].signum()) == -step;
        let place = if loses { amounts.len() - index } else { *index };
        (std::cmp::Reverse(lacks[*index] * step), loses, place)
    });
    order
}

#[cfg(test)]
mod tests {
    use super::{div_round, share};

    #[test]
    fn halves_go_away_from_zero() {
        let cases = [
            (5, 10, 1),
            (-5, 10, -1),
            (4, 10, 0),
            (-14, 10, -1),
            (15, 10, 2),
            (0, 3, 0),
        ];
        for (num, den, expected) in cases {
            assert_eq!(div_round(num, den), expected, "{num} / {den}");
        }
    }

    #[test]
    fn a_whole_is_shared_by_largest_remainder_with_ties_by_order() {
        assert_eq!(share(1000, &[1, 1, 1], 1000, 3), Some(vec![334, 333, 333]));
        assert_eq!(
            share(299, &[4300, 1400, 2300], 299, 8000),
            Some(vec![161, 52, 86])
        );
        assert_eq!(share(-5, &[-7, -3], 5, 10), Some(vec![-4, -1]));
    }

    #[test]
    fn amounts_of_both_signs_keep_their_nearest_unit() {
        assert_eq!(share(1, &[19, -6], 1, 10), Some(vec![2, -1]));
        assert_eq!(share(0, &[0, 0], 19, 119), Some(vec![0, 0]));
    }

    #[test]
    fn shares_over_both_signs_add_up_and_mirror() {
        let amounts = [1999, -250, 333, -1];
        let total = div_round(2081 * 19, 119) as i64;
        let shares = share(total, &amounts, 19, 119).unwrap();
        assert_eq!(shares.iter().sum::<i64>(), total);
        let mirrored = amounts.map(|amount| -amount);
        let negated: Vec<i64> = shares.iter().map(|part| -part).collect();
        assert_eq!(share(-total, &mirrored, 19, 119), Some(negated));
    }
}
