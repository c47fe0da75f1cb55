//! What goods are worth when they are put together and taken apart: together always the same.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use domain::valuation::{Flow, Goods, JointMove, Method, Moved, StatedCosts, Worth, assembled};
use proptest::prelude::*;
use std::collections::BTreeMap;

const BOX: i64 = 9;
/// One box takes two of the first and three of the second.
const RECIPE: [(i64, i64); 2] = [(1, 2_000), (2, 3_000)];

fn one(at: usize, product: i64, flow: Flow, milli: i64, cost: Option<i64>) -> JointMove {
    JointMove {
        product,
        moved: Moved {
            source: at as i64,
            part: 0,
            at_ms: at as i64,
            flow,
            quantity_milli: milli,
            unit_cost_micro: cost,
            worth_nano: None,
        },
        assembled: false,
    }
}

/// A history in which nothing is used that is not there: goods come at a cost, boxes are put
/// together, taken apart and sold.
fn history(steps: &[(u8, i64, i64)]) -> Vec<JointMove> {
    let mut there: BTreeMap<i64, i64> = BTreeMap::new();
    let mut moves = Vec::new();
    for (at, (what, number, cost)) in steps.iter().enumerate() {
        let (product, milli) = (1 + number % 2, number * 100);
        let boxes = number % 3 + 1;
        let enough = RECIPE
            .iter()
            .all(|(part, each)| there.get(part).copied().unwrap_or(0) >= each * boxes);
        let boxed = there.get(&BOX).copied().unwrap_or(0) >= boxes * 1_000;
        let found: Vec<(i64, Flow, i64)> = match what % 4 {
            0 if enough => assembly(boxes, Flow::Out, Flow::In),
            1 if boxed => assembly(boxes, Flow::In, Flow::Out),
            2 if boxed => vec![(BOX, Flow::Sold, boxes * 1_000)],
            _ => vec![(product, Flow::In, milli)],
        };
        let assembled = found.len() > 1;
        for (product, flow, milli) in found {
            let sign = if flow.comes_in() { 1 } else { -1 };
            *there.entry(product).or_default() += sign * milli;
            let cost = Some(*cost).filter(|_| !assembled && flow == Flow::In);
            let moved = one(at, product, flow, milli, cost);
            moves.push(JointMove { assembled, ..moved });
        }
    }
    moves
}

fn assembly(boxes: i64, parts: Flow, own: Flow) -> Vec<(i64, Flow, i64)> {
    let own = (BOX, own, boxes * 1_000);
    let parts = RECIPE
        .iter()
        .map(|(part, each)| (*part, parts, each * boxes));
    parts.chain([own]).collect()
}

/// What is there is worth, and what was sold cost, billionths.
fn valued(method: Method, moves: &[JointMove], worth: &Worth) -> (i128, i128) {
    let mut goods: BTreeMap<i64, Goods> = BTreeMap::new();
    for one in moves {
        let known = goods.entry(one.product);
        let own = known.or_insert_with(|| Goods::new(method));
        let worth_nano = match one.moved.flow {
            Flow::In => worth.get(&(one.moved.source, one.product)).copied(),
            _ => None,
        };
        let moved = Moved {
            worth_nano,
            ..one.moved
        };
        own.record(&moved, StatedCosts(&[]));
    }
    let sold = goods.values().flat_map(Goods::changes);
    let sold = sold.filter(|change| change.moved.flow == Flow::Sold);
    let sold = sold.map(|change| change.value_nano).sum();
    (goods.values().map(Goods::value_nano).sum(), sold)
}

proptest! {
    #[test]
    fn what_comes_in_is_there_or_sold_whatever_is_put_together_and_taken_apart(
        steps in prop::collection::vec((any::<u8>(), 1_i64..60, 0_i64..9_000_000), 1..80),
    ) {
        let moves = history(&steps);
        let came: i128 = moves
            .iter()
            .filter_map(|one| Some((one.moved.unit_cost_micro?, one.moved.quantity_milli)))
            .map(|(cost, milli)| i128::from(cost) * i128::from(milli))
            .sum();
        for method in [Method::Fifo, Method::Average] {
            let worth = assembled(method, &moves, &|_| Vec::new());
            let (there, sold) = valued(method, &moves, &worth);
            prop_assert_eq!(there + sold, came);
        }
    }
}

#[test]
fn a_box_costs_what_is_in_it_and_its_parts_share_what_it_cost() {
    let moves = vec![
        one(0, 1, Flow::In, 4_000, Some(2_000_000)),
        one(1, 2, Flow::In, 6_000, Some(1_000_000)),
        joint(2, 1, Flow::Out, 4_000),
        joint(2, 2, Flow::Out, 6_000),
        joint(2, BOX, Flow::In, 2_000),
        joint(3, BOX, Flow::Out, 1_000),
        joint(3, 1, Flow::In, 2_000),
        joint(3, 2, Flow::In, 3_000),
    ];
    let worth = assembled(Method::Fifo, &moves, &|_| Vec::new());
    assert_eq!(worth[&(2, BOX)], 14_000_000_000);
    assert_eq!(
        (worth[&(3, 1)], worth[&(3, 2)]),
        (4_000_000_000, 3_000_000_000)
    );
}

#[test]
fn a_box_that_was_taken_apart_before_it_was_put_together_loses_nothing() {
    let moves = vec![
        one(0, 1, Flow::In, 9_000, Some(2_000_000)),
        one(1, 2, Flow::In, 9_000, Some(1_000_000)),
        joint(2, BOX, Flow::Out, 1_000),
        joint(2, 1, Flow::In, 2_000),
        joint(2, 2, Flow::In, 3_000),
        joint(3, 1, Flow::Out, 4_000),
        joint(3, 2, Flow::Out, 6_000),
        joint(3, BOX, Flow::In, 2_000),
    ];
    for method in [Method::Fifo, Method::Average] {
        let worth = assembled(method, &moves, &|_| Vec::new());
        let (there, _) = valued(method, &moves, &worth);
        assert_eq!(there, 27_000_000_000);
    }
}

fn joint(at: usize, product: i64, flow: Flow, milli: i64) -> JointMove {
    JointMove {
        assembled: true,
        ..one(at, product, flow, milli, None)
    }
}
