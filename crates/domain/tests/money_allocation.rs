//! Sharing: nothing gets lost, nobody is more than a unit off, signs mirror.

use domain::allocate::{allocate, apportion};
use proptest::prelude::*;

#[test]
fn the_published_shares_come_out() {
    let cases: &[(i64, &[i64], &[i64])] = &[
        (1000, &[1, 1, 1], &[334, 333, 333]),
        (299, &[4300, 1400, 2300], &[161, 52, 86]),
        (
            93,
            &[10, 20, 10, 30, 50, 20, 10, 40],
            &[5, 10, 5, 15, 24, 10, 5, 19],
        ),
        (101, &[3, 7], &[30, 71]),
        (5, &[7, 3], &[4, 1]),
        (-5, &[7, 3], &[-4, -1]),
        (10_000, &[50_000, 100_000], &[3_333, 6_667]),
    ];
    for (total, weights, parts) in cases {
        assert_eq!(
            allocate(*total, weights),
            *parts,
            "{total} over {weights:?}"
        );
    }
}

#[test]
fn no_part_of_a_surcharge_falls_on_the_last_line() {
    let parts = allocate(150, &[1; 100]);
    assert_eq!(parts.iter().sum::<i64>(), 150);
    assert!(parts.iter().all(|part| (1..=2).contains(part)));
}

#[test]
fn a_weight_of_zero_takes_nothing_unless_all_are_zero() {
    assert_eq!(allocate(100, &[0, 3, 0, 3]), [0, 50, 0, 50]);
    assert_eq!(allocate(5, &[0, 0]), [3, 2]);
    assert!(allocate(5, &[]).is_empty());
}

#[test]
fn only_the_size_of_a_weight_counts() {
    assert_eq!(allocate(101, &[-3, -7]), [30, 71]);
    assert_eq!(allocate(101, &[3, -7]), [30, 71]);
}

#[test]
fn the_ends_of_the_range_share_without_a_panic() {
    assert_eq!(
        allocate(i64::MIN, &[i64::MIN, i64::MAX])
            .iter()
            .sum::<i64>(),
        i64::MIN
    );
    assert_eq!(
        allocate(i64::MAX, &[i64::MIN; 3]).iter().sum::<i64>(),
        i64::MAX
    );
    assert_eq!(apportion(0, &[i64::MAX], i128::MAX, 1), None);
    assert_eq!(apportion(0, &[1], 1, 0), None);
    assert_eq!(apportion(i64::MAX, &[i64::MIN, 1], 1, 1), None);
}

#[test]
fn amounts_that_cancel_out_keep_their_own_parts() {
    assert_eq!(
        apportion(0, &[10_001, -10_000], 19, 100).unwrap(),
        [1_900, -1_900]
    );
    assert_eq!(
        apportion(0, &[1_000, 0, -1_000], 1, 5).unwrap(),
        [200, 0, -200]
    );
}

#[test]
fn a_coarse_total_is_spread_in_rounds_over_lines_that_have_something() {
    assert_eq!(apportion(10, &[4, 0, 4], 1, 1).unwrap(), [5, 0, 5]);
    assert_eq!(apportion(13, &[4, 0, 4], 1, 1).unwrap(), [7, 0, 6]);
}

fn exact_difference(part: i64, total: i64, weight: i64, whole: i128) -> i128 {
    (i128::from(part) * whole - i128::from(total) * i128::from(weight)).abs()
}

proptest! {
    #[test]
    fn parts_sum_to_the_total_and_stay_within_a_unit(
        total in any::<i64>(),
        weights in prop::collection::vec(0_i64..1_000_000_000, 1..40),
    ) {
        let parts = allocate(total, &weights);
        let sum: i128 = parts.iter().copied().map(i128::from).sum();
        prop_assert_eq!(sum, i128::from(total));
        let whole: i128 = weights.iter().copied().map(i128::from).sum();
        for (part, weight) in parts.iter().zip(&weights) {
            prop_assert!(whole == 0 || exact_difference(*part, total, *weight, whole) < whole);
        }
    }

    #[test]
    fn a_heavier_line_never_gets_less(
        total in 0_i64..1_000_000,
        weights in prop::collection::vec(0_i64..50, 1..40),
    ) {
        let parts = allocate(total, &weights);
        for (part, weight) in parts.iter().zip(&weights) {
            for (other_part, other_weight) in parts.iter().zip(&weights) {
                prop_assert!(weight >= other_weight || part <= other_part);
            }
        }
    }

    #[test]
    fn the_negated_total_gives_the_negated_parts(
        total in -1_000_000_i64..1_000_000,
        weights in prop::collection::vec(any::<i64>(), 0..40),
    ) {
        let mirrored: Vec<i64> = allocate(-total, &weights).iter().map(|part| -part).collect();
        prop_assert_eq!(mirrored, allocate(total, &weights));
    }

    #[test]
    fn apportioned_parts_of_a_rounded_sum_stay_within_a_unit_of_their_own_exact_part(
        amounts in prop::collection::vec(-1_000_000_i64..1_000_000, 1..40),
        num in -1_000_i128..1_000,
        den in 1_i128..1_000,
    ) {
        let sum: i128 = amounts.iter().copied().map(i128::from).sum();
        let total = domain::rounding::div_round_half_away(sum * num, den) as i64;
        let parts = apportion(total, &amounts, num, den).unwrap();
        prop_assert_eq!(parts.iter().sum::<i64>(), total);
        for (part, amount) in parts.iter().zip(&amounts) {
            prop_assert!((i128::from(*part) * den - i128::from(*amount) * num).abs() < den);
        }
    }
}
