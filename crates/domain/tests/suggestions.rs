//! What is suggested to be ordered: the arithmetic by table, and what it never does.
#![allow(clippy::unwrap_used)] // a test may fail

use domain::purchase::{Goods, PurchasingRules, spikes, suggest};
use proptest::prelude::*;

const RULES: PurchasingRules = PurchasingRules {
    window_days: 10,
    review_days: 5,
    safety_days: 2,
};

/// Ten days with ten sold on each, and three days until goods come.
fn goods(days: &[i64]) -> Goods<'_> {
    Goods {
        days,
        lead_time_days: 3,
        ..Goods::default()
    }
}

#[test]
fn the_arithmetic_leads_from_the_demand_to_whole_packs() {
    let days = [10_000; 10];
    let found = suggest(&goods(&days), &RULES);
    assert_eq!(found.demand.spikes.demand_milli(), 100_000);
    let sums = (found.lead_milli, found.safety_milli, found.review_milli);
    assert_eq!(sums, (30_000, 20_000, 50_000));
    let levels = (found.point_milli, found.target_milli);
    assert_eq!(levels, (50_000, 100_000));
    assert_eq!(found.suggested_milli, 100_000);
    let packed = Goods {
        on_hand_milli: 30_000,
        allocated_milli: 10_000,
        incoming_milli: 15_000,
        pack_milli: Some(12_000),
        ..goods(&days)
    };
    let found = suggest(&packed, &RULES);
    assert_eq!(
        (found.position_milli, found.lacking_milli),
        (35_000, 65_000)
    );
    assert_eq!(found.suggested_milli, 72_000, "six packs of twelve");
    let least = Goods {
        minimum_milli: Some(100_000),
        ..packed
    };
    assert_eq!(suggest(&least, &RULES).suggested_milli, 108_000);
}

#[test]
fn demand_of_a_newer_product_is_counted_over_the_days_it_was_on_sale_and_a_week_at_least() {
    let days = [10_000; 2];
    for (on_sale_days, window, lead_milli) in [
        (None, 10, 6_000),
        (Some(40), 10, 6_000),
        (Some(8), 8, 7_500),
        (Some(2), 7, 8_572),
        (Some(0), 7, 8_572),
    ] {
        let new = Goods {
            on_sale_days,
            ..goods(&days)
        };
        let found = suggest(&new, &RULES);
        let counted = (found.demand.window_days, found.lead_milli);
        assert_eq!(counted, (window, lead_milli), "{on_sale_days:?}");
    }
    let short = PurchasingRules {
        window_days: 3,
        ..RULES
    };
    let new = Goods {
        on_sale_days: Some(1),
        ..goods(&days)
    };
    assert_eq!(suggest(&new, &short).demand.window_days, 3);
}

#[test]
fn what_is_kept_back_counts_where_it_is_more_than_the_days_of_demand() {
    let days = [10_000; 10];
    for (kept_back_milli, safety, point) in [(0, 20_000, 50_000), (35_000, 35_000, 65_000)] {
        let kept = Goods {
            kept_back_milli,
            ..goods(&days)
        };
        let found = suggest(&kept, &RULES);
        assert_eq!((found.safety_milli, found.point_milli), (safety, point));
    }
}

#[test]
fn above_its_point_nothing_is_suggested_and_at_it_something_is() {
    let days = [10_000; 10];
    for (on_hand_milli, expected) in [(50_001, 0), (50_000, 50_000), (0, 100_000)] {
        let stocked = Goods {
            on_hand_milli,
            ..goods(&days)
        };
        assert_eq!(suggest(&stocked, &RULES).suggested_milli, expected);
    }
}

#[test]
fn levels_that_were_said_count_instead_of_those_that_follow() {
    let said = Goods {
        reorder_point_milli: Some(4_000),
        reorder_to_milli: Some(20_000),
        on_hand_milli: 4_000,
        ..goods(&[])
    };
    assert_eq!(suggest(&said, &RULES).suggested_milli, 16_000);
    let over = Goods {
        on_hand_milli: 5_000,
        ..said
    };
    assert_eq!(suggest(&over, &RULES).suggested_milli, 0);
}

#[test]
fn what_was_oversold_is_ordered_even_if_nothing_else_is_expected() {
    let oversold = Goods {
        allocated_milli: 2_500,
        ..goods(&[])
    };
    assert_eq!(suggest(&oversold, &RULES).suggested_milli, 3_000);
}

#[test]
fn one_large_order_is_no_demand() {
    // Distances 0, 0, 0, 1, 1, 490: the middle one is 0, so the limit is twice the median.
    let found = spikes(&[10_000, 11_000, 9_000, 10_000, 10_000, 500_000, -3_000]);
    assert_eq!((found.days_sold, found.median_milli), (6, 10_000));
    assert_eq!(
        (found.deviation_milli, found.limit_milli),
        (0, Some(20_000))
    );
    assert_eq!(found.removed_milli, 480_000);
    assert_eq!(found.demand_milli(), 70_000);
    // Median 30, distances 0, 10, 10, 20, 90: the limit is 30 + 3 * 10.
    let spread = spikes(&[10_000, 20_000, 30_000, 40_000, 120_000]);
    assert_eq!(
        (spread.median_milli, spread.limit_milli),
        (30_000, Some(60_000))
    );
    assert_eq!(spread.removed_milli, 60_000);
    let few = spikes(&[1_000, 1_000, 1_000, 90_000]);
    assert_eq!((few.limit_milli, few.removed_milli), (None, 0));
}

fn any_goods() -> impl Strategy<Value = (Vec<i64>, [i64; 8], PurchasingRules)> {
    let rules = (1_i64..400, 0_i64..60, 0_i64..60);
    let rules = rules.prop_map(|(window_days, review_days, safety_days)| PurchasingRules {
        window_days,
        review_days,
        safety_days,
    });
    let days = prop::collection::vec(-5_000_i64..200_000, 0..60);
    (days, prop::array::uniform8(0_i64..300_000), rules)
}

fn of<'a>(days: &'a [i64], figures: &[i64; 8]) -> Goods<'a> {
    let given = |figure: i64| (figure % 3 == 0).then_some(figure);
    Goods {
        days,
        on_sale_days: given(figures[6]).map(|figure| figure % 400),
        kept_back_milli: figures[5] / 7,
        on_hand_milli: figures[0] - 50_000,
        allocated_milli: figures[1] / 4,
        incoming_milli: figures[2],
        lead_time_days: figures[3] % 90,
        reorder_point_milli: given(figures[4]),
        reorder_to_milli: given(figures[5]),
        pack_milli: given(figures[6] / 10 + 1),
        minimum_milli: given(figures[7]),
    }
}

proptest! {
    #[test]
    fn what_is_suggested_comes_in_whole_packs_and_reaches_minimum_and_target(
        (days, figures, rules) in any_goods()
    ) {
        let goods = of(&days, &figures);
        let found = suggest(&goods, &rules);
        let pack = goods.pack_milli.unwrap_or(1_000);
        prop_assert_eq!(found.suggested_milli % pack, 0);
        if found.suggested_milli > 0 {
            prop_assert!(found.suggested_milli >= goods.minimum_milli.unwrap_or(0));
            prop_assert!(found.position_milli + found.suggested_milli >= found.target_milli);
            // No pack more than it takes.
            let least = found.lacking_milli.max(goods.minimum_milli.unwrap_or(0));
            prop_assert!(found.suggested_milli - pack < least);
        }
    }

    #[test]
    fn nothing_is_suggested_while_what_there_is_covers_the_time_until_the_next_order(
        (days, figures, rules) in any_goods()
    ) {
        let goods = of(&days, &figures);
        let found = suggest(&goods, &rules);
        let covered = found.lead_milli + found.review_milli + found.safety_milli;
        let said = goods.reorder_point_milli.unwrap_or(0);
        if found.position_milli > covered.max(said) {
            prop_assert_eq!(found.suggested_milli, 0);
        }
    }

    #[test]
    fn more_on_its_way_never_raises_what_is_suggested(
        (days, figures, rules) in any_goods(), more in 0_i64..100_000
    ) {
        let goods = of(&days, &figures);
        let later = Goods { incoming_milli: goods.incoming_milli + more, ..goods };
        let (now, then) = (suggest(&goods, &rules), suggest(&later, &rules));
        prop_assert!(then.suggested_milli <= now.suggested_milli);
    }

    #[test]
    fn spikes_take_away_no_more_than_was_above_the_limit(
        days in prop::collection::vec(-5_000_i64..200_000, 0..90)
    ) {
        let found = spikes(&days);
        let limit = found.limit_milli.unwrap_or(i64::MAX);
        let kept: i64 = days.iter().map(|day| (*day).clamp(0, limit)).sum();
        prop_assert_eq!(found.demand_milli(), kept);
        prop_assert!(found.limit_milli.is_none_or(|limit| limit >= 2 * found.median_milli));
    }
}
