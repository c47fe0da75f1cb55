//! What of a deal needs more than the role of whoever made it: prices that were typed, and what was
//! taken off by hand. Decided by what is stored of the lines, so that it makes no difference by
//! which verb they came.

use super::permission::Permission;
use crate::order::OrderLine;
use crate::rate::PPM;

/// What rounding of a line and of its share of the order's discount may add, minor units.
const ROUNDING_MINOR: i128 = 2;

/// What whoever deals may do.
#[derive(Clone, Copy, Debug)]
pub struct DealLimits {
    /// Prices may be typed.
    pub price_override: bool,
    /// How much of a line may be taken off by hand, parts per million; none when there is no limit.
    pub discount_limit_ppm: Option<i64>,
}

/// What a line needs beyond the limits. `before` is the line as it was agreed already: what it had
/// then was allowed then. `proposed_micro` is what the book asks for the product.
pub fn check_deal(
    limits: &DealLimits,
    line: &OrderLine,
    before: Option<&OrderLine>,
    inclusive: bool,
    proposed_micro: Option<i64>,
) -> Vec<Permission> {
    let mut needed = Vec::new();
    if !limits.price_override && is_price_typed(line, before, proposed_micro) {
        needed.push(Permission::PriceOverride);
    }
    if let Some(limit_ppm) = limits.discount_limit_ppm {
        let over = is_over(share(line, inclusive), i128::from(limit_ppm));
        let was_so = before.is_some_and(|before| !is_more(line, before, inclusive));
        if over && !was_so {
            needed.push(Permission::DiscountOverLimit);
        }
    }
    needed
}

/// Whether a price is another one than the book's. What has no price in the book may cost what it
/// costs, but it may not take anything off the rest.
fn is_price_typed(
    line: &OrderLine,
    before: Option<&OrderLine>,
    proposed_micro: Option<i64>,
) -> bool {
    let same = |before: &OrderLine| {
        before.product == line.product && before.unit_price_micro == line.unit_price_micro
    };
    if before.is_some_and(same) {
        return false;
    }
    match line.product {
        Some(_) if !line.own_price => false,
        Some(_) => proposed_micro != Some(line.unit_price_micro),
        None => line.unit_price_micro < 0,
    }
}

/// What was taken off a line by hand, and what it would have come to, minor units.
fn share(line: &OrderLine, inclusive: bool) -> (i128, i128) {
    let promoted: i128 = line
        .promotions
        .iter()
        .map(|share| i128::from(share.off_minor))
        .sum();
    let off = i128::from(line.off_minor);
    let tax = if inclusive {
        0
    } else {
        i128::from(line.tax_minor)
    };
    let gross = i128::from(line.total_minor) - tax + off;
    (off.abs() - promoted.abs(), gross.abs())
}

fn is_over((by_hand, gross): (i128, i128), limit_ppm: i128) -> bool {
    let beyond = (by_hand - ROUNDING_MINOR) * i128::from(PPM) > limit_ppm * gross;
    by_hand > 0 && (beyond || limit_ppm == 0)
}

/// Whether a line has more taken off, as a share of itself, than it had.
fn is_more(line: &OrderLine, before: &OrderLine, inclusive: bool) -> bool {
    let ((now, gross), (was, whole)) = (share(line, inclusive), share(before, inclusive));
    (now - ROUNDING_MINOR) * whole > was * gross
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::ProductId;
    use crate::order::PromotionShare;
    use proptest::prelude::*;
    use uuid::Uuid;

    const CASHIER: DealLimits = DealLimits {
        price_override: false,
        discount_limit_ppm: Some(100_000),
    };

    fn line(total_minor: i64, off_minor: i64) -> OrderLine {
        OrderLine {
            line: 1,
            product: Some(ProductId(Uuid::from_u128(7))),
            quantity_milli: 1_000,
            unit_price_micro: 10_000_000,
            total_minor,
            off_minor,
            ..OrderLine::default()
        }
    }

    fn needs(line: &OrderLine, before: Option<&OrderLine>) -> Vec<Permission> {
        check_deal(&CASHIER, line, before, true, Some(10_000_000))
    }

    #[test]
    fn the_books_own_price_may_be_typed_and_another_may_not() {
        let mut typed = line(1_000, 0);
        typed.own_price = true;
        assert_eq!(needs(&typed, None), []);
        typed.unit_price_micro = 9_990_000;
        assert_eq!(needs(&typed, None), [Permission::PriceOverride]);
        assert_eq!(needs(&typed, Some(&typed)), []);
    }

    #[test]
    fn a_free_line_costs_what_it_costs_and_takes_nothing_off() {
        let mut free = line(500, 0);
        (free.product, free.unit_price_micro) = (None, 5_000_000);
        assert_eq!(needs(&free, None), []);
        free.unit_price_micro = -5_000_000;
        assert_eq!(needs(&free, None), [Permission::PriceOverride]);
    }

    #[test]
    fn what_promotions_take_off_is_nobodys_discount() {
        let mut sold = line(500, 500);
        assert_eq!(needs(&sold, None), [Permission::DiscountOverLimit]);
        sold.promotions = vec![PromotionShare {
            promotion: crate::PromotionId(Uuid::from_u128(9)),
            off_minor: 450,
        }];
        assert_eq!(needs(&sold, None), []);
    }

    #[test]
    fn what_was_agreed_before_needs_nothing_again_but_more_of_it_does() {
        let agreed = line(500, 500);
        assert_eq!(needs(&agreed, Some(&agreed)), []);
        let more = line(400, 600);
        assert_eq!(needs(&more, Some(&agreed)), [Permission::DiscountOverLimit]);
    }

    #[test]
    fn a_limit_of_nothing_means_nothing() {
        let none = DealLimits {
            discount_limit_ppm: Some(0),
            ..CASHIER
        };
        let cent = check_deal(&none, &line(999, 1), None, true, None);
        assert_eq!(cent, [Permission::DiscountOverLimit]);
        let no_limit = DealLimits {
            price_override: true,
            discount_limit_ppm: None,
        };
        let asked = check_deal(&no_limit, &line(1, 999), None, true, None);
        assert_eq!(asked, []);
    }

    proptest! {
        #[test]
        fn a_discount_within_the_limit_never_asks_and_one_well_beyond_always_does(
            gross in 1_i64..10_000_000, rate in 0_i64..=1_000_000, limit in 1_i64..=1_000_000
        ) {
            let off = (i128::from(gross) * i128::from(rate) + 500_000) / 1_000_000;
            let off = i64::try_from(off).unwrap();
            let limits = DealLimits { price_override: true, discount_limit_ppm: Some(limit) };
            let asked = check_deal(&limits, &line(gross - off, off), None, true, None);
            if rate <= limit {
                prop_assert!(asked.is_empty());
            }
            let beyond = i128::from(off - 2) * 1_000_000 > i128::from(gross) * i128::from(limit);
            prop_assert_eq!(!asked.is_empty(), beyond);
        }
    }
}
