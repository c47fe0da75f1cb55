//! Valuation on random histories against a model that knows no lots, layers or shares: it holds
//! every thousandth of a unit as a thing of its own with a value of its own.

#![allow(clippy::unwrap_used)] // a test may fail

mod model;

use domain::valuation::{Flow, Goods, Method, Moved, StatedCosts};
use model::Model;
use proptest::prelude::*;

fn a_move() -> impl Strategy<Value = (u8, i64, i64, Option<i64>)> {
    let cost = prop_oneof![2 => (0..9_i64).prop_map(Some), 1 => Just(None)];
    (0..8_u8, 0..4_i64, 1..12_i64, cost)
}

fn history() -> impl Strategy<Value = Vec<Moved>> {
    prop::collection::vec(a_move(), 1..40).prop_map(|steps| {
        let moves = steps.into_iter().enumerate();
        let moves = moves.map(|(place, (kind, source, quantity_milli, cost))| {
            let flow = match kind {
                0..3 => Flow::In,
                3..6 => Flow::Sold,
                6 => Flow::Back,
                _ => Flow::Out,
            };
            Moved {
                source,
                part: 0,
                at_ms: place as i64,
                flow,
                quantity_milli,
                unit_cost_micro: cost.filter(|_| flow == Flow::In),
                worth_nano: None,
            }
        });
        moves.collect()
    })
}

fn stated() -> impl Strategy<Value = Vec<(i64, Option<i64>)>> {
    prop::collection::btree_map(0..40_i64, prop::option::of(0..9_i64), 0..3)
        .prop_map(|said| said.into_iter().collect())
}

/// The least that holds after every movement, whatever the model says.
fn check_sums(goods: &Goods) {
    let (mut quantity, mut value) = (0, 0);
    for change in goods.changes() {
        let sign = if change.moved.flow.comes_in() { 1 } else { -1 };
        quantity += sign * change.moved.quantity_milli;
        value += i128::from(sign) * change.value_nano;
    }
    assert_eq!(goods.quantity_milli(), quantity);
    assert_eq!(goods.value_nano(), value);
    let layers: i128 = goods.layers().map(|layer| layer.lot.value_nano()).sum();
    if quantity >= 0 {
        assert_eq!(goods.value_nano(), layers, "the layers are the value");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn every_history_is_worth_what_its_single_units_are(
        moves in history(), stated in stated(), average: bool,
    ) {
        let method = if average { Method::Average } else { Method::Fifo };
        let (mut goods, mut model) = (Goods::new(method), Model::new(average));
        for moved in &moves {
            goods.record(moved, StatedCosts(&stated));
            model.record(moved, &stated);
            check_sums(&goods);
            prop_assert_eq!(goods.quantity_milli(), model.quantity_milli());
            prop_assert_eq!(goods.value_nano(), model.value_nano());
        }
        for (change, value) in goods.changes().iter().zip(model.values()) {
            prop_assert_eq!(change.value_nano, value, "{:?}", change.moved);
        }
    }

    #[test]
    fn a_movement_that_is_entered_late_leaves_what_came_before_it(
        moves in history(), late in 0..40_usize, average: bool,
    ) {
        let method = if average { Method::Average } else { Method::Fifo };
        let late = late.min(moves.len());
        let value = |moves: &[Moved]| {
            let mut goods = Goods::new(method);
            moves.iter().for_each(|moved| goods.record(moved, StatedCosts(&[])));
            goods.value_nano()
        };
        let mut more = moves.clone();
        more.insert(late, Moved { source: 99, flow: Flow::In, ..moves[0] });
        prop_assert_eq!(value(&moves[..late]), value(&more[..late]));
    }
}
