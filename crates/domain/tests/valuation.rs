//! Valuation against figures that others published, and the rules case by case.

#![allow(clippy::unwrap_used)] // a test may fail

use domain::valuation::{Basis, Flow, Goods, Method, Moved, StatedCosts, to_minor};

const NOTHING: StatedCosts<'static> = StatedCosts(&[]);

/// A movement in whole units; the cost in whole units of money.
fn moved(at_ms: i64, source: i64, flow: Flow, units: i64, cost: Option<i64>) -> Moved {
    Moved {
        source,
        part: 0,
        at_ms,
        flow,
        quantity_milli: units * 1_000,
        unit_cost_micro: cost.map(|cost| cost * 1_000_000),
        worth_nano: None,
    }
}

fn goods(method: Method, moves: &[(Flow, i64, Option<i64>)]) -> Goods {
    let mut goods = Goods::new(method);
    for (place, (flow, units, cost)) in moves.iter().enumerate() {
        let at = place as i64;
        goods.record(&moved(at, at, *flow, *units, *cost), NOTHING);
    }
    goods
}

fn left(goods: &Goods) -> i64 {
    to_minor(goods.value_nano(), 2)
}

fn sold(goods: &Goods) -> i64 {
    let sold = goods
        .changes()
        .iter()
        .filter(|one| one.moved.flow == Flow::Sold);
    to_minor(sold.map(|one| one.value_nano).sum(), 2)
}

const IN: Flow = Flow::In;
const SOLD: Flow = Flow::Sold;

/// Odoo's documentation, "Average price on returned goods": tables at 10 and 16.
#[test]
fn the_average_moves_with_what_comes_in_and_not_with_what_leaves() {
    let mut steps = vec![(IN, 8, Some(10))];
    let value = |steps: &[(Flow, i64, Option<i64>)]| left(&goods(Method::Average, steps));
    assert_eq!(value(&steps), 8_000);
    steps.push((IN, 4, Some(16)));
    assert_eq!(value(&steps), 14_400);
    steps.push((SOLD, 10, None));
    assert_eq!(value(&steps), 2_400);
    // Back to the supplier, at the average and not at the price paid.
    steps.push((Flow::Out, 1, None));
    assert_eq!(value(&steps), 1_200);
}

/// The example of `cogs` in FinCal (R): 2 at 2, 3 at 3 and 5 at 5, of which 7 are sold.
#[test]
fn seven_of_ten_cost_23_first_in_first_out_and_26_60_on_average() {
    let steps = [
        (IN, 2, Some(2)),
        (IN, 3, Some(3)),
        (IN, 5, Some(5)),
        (SOLD, 7, None),
    ];
    let fifo = goods(Method::Fifo, &steps);
    assert_eq!((sold(&fifo), left(&fifo)), (2_300, 1_500));
    let average = goods(Method::Average, &steps);
    assert_eq!((sold(&average), left(&average)), (26_60, 11_40));
}

/// Exercises on periodic inventory at solutioninn.com (11819525): the first two of its tables.
#[test]
fn what_is_left_first_in_first_out_is_what_came_last() {
    let steps = [
        (IN, 50, Some(124)),
        (IN, 50, Some(134)),
        (IN, 30, Some(142)),
        (IN, 70, Some(146)),
        (SOLD, 120, None),
    ];
    let found = goods(Method::Fifo, &steps);
    assert_eq!((left(&found), sold(&found)), (1_164_000, 1_574_000));
    let steps = [
        (IN, 17, Some(39)),
        (IN, 5, Some(41)),
        (IN, 10, Some(43)),
        (IN, 6, Some(43)),
        (SOLD, 27, None),
    ];
    assert_eq!(left(&goods(Method::Fifo, &steps)), 47_300);
}

/// The synopsis of Business::Inventory::Valuation (Perl): 100 at 1500 and 150 at 1600.
#[test]
fn two_purchases_have_the_average_of_their_weights() {
    let found = goods(
        Method::Average,
        &[(IN, 100, Some(1_500)), (IN, 150, Some(1_600))],
    );
    assert_eq!(left(&found) / 250, 156_000);
}

#[test]
fn what_comes_back_comes_back_at_what_it_left_at() {
    for (method, back) in [(Method::Fifo, 1_000), (Method::Average, 1_500)] {
        let mut found = Goods::new(method);
        found.record(&moved(1, 1, IN, 2, Some(10)), NOTHING);
        found.record(&moved(2, 2, IN, 2, Some(20)), NOTHING);
        found.record(&moved(3, 7, SOLD, 2, None), NOTHING);
        found.record(&moved(4, 4, IN, 5, Some(99)), NOTHING);
        let before = left(&found);
        found.record(&moved(5, 7, Flow::Back, 1, None), NOTHING);
        assert_eq!(left(&found) - before, back);
    }
}

#[test]
fn goods_sold_before_they_came_cost_what_they_cost_when_they_come() {
    let mut found = Goods::new(Method::Fifo);
    found.record(&moved(1, 1, IN, 1, Some(10)), NOTHING);
    found.record(&moved(2, 2, SOLD, 3, None), NOTHING);
    // Two are short, at the cost of the last that was there.
    assert_eq!((found.quantity_milli(), left(&found)), (-2_000, -2_000));
    assert_eq!(
        (sold(&found), found.changes()[1].short_milli),
        (3_000, 2_000)
    );
    found.record(&moved(3, 3, IN, 1, Some(13)), NOTHING);
    assert_eq!((sold(&found), left(&found)), (3_300, -1_000));
    found.record(&moved(4, 4, IN, 4, Some(15)), NOTHING);
    assert_eq!((sold(&found), left(&found)), (3_800, 4_500));
    assert_eq!(found.changes()[1].short_milli, 0);
}

#[test]
fn what_comes_back_of_goods_that_were_never_there_undoes_the_shortage() {
    let stated = [(0, Some(4_000_000))];
    let mut found = Goods::new(Method::Average);
    found.record(&moved(1, 1, SOLD, 2, None), StatedCosts(&stated));
    assert_eq!(left(&found), -800);
    found.record(&moved(2, 1, Flow::Back, 2, None), StatedCosts(&stated));
    assert_eq!(
        (found.quantity_milli(), left(&found), sold(&found)),
        (0, 0, 0)
    );
}

#[test]
fn goods_without_a_cost_come_in_at_the_stated_one_and_say_so() {
    let stated = [(5, Some(4_000_000)), (20, Some(6_000_000))];
    let mut found = Goods::new(Method::Fifo);
    // Before anybody stated a cost, the first statement counts.
    found.record(&moved(1, 1, IN, 1, None), StatedCosts(&stated));
    found.record(&moved(30, 2, IN, 1, None), StatedCosts(&stated));
    assert_eq!((left(&found), found.basis()), (1_000, Basis::Stated));
    let mut found = Goods::new(Method::Fifo);
    found.record(&moved(1, 1, IN, 1, None), NOTHING);
    assert_eq!((left(&found), found.basis()), (0, Basis::Unknown));
    found.record(&moved(2, 2, SOLD, 1, None), NOTHING);
    found.record(&moved(3, 3, IN, 1, Some(3)), NOTHING);
    assert_eq!((left(&found), found.basis()), (300, Basis::Known));
}

#[test]
fn a_movement_that_is_entered_late_values_what_follows_anew() {
    let moves = [moved(10, 1, IN, 1, Some(10)), moved(30, 3, SOLD, 1, None)];
    let value = |moves: &[Moved]| {
        let mut found = Goods::new(Method::Fifo);
        moves.iter().for_each(|one| found.record(one, NOTHING));
        sold(&found)
    };
    assert_eq!(value(&moves), 1_000);
    let late = [moved(5, 2, IN, 1, Some(7)), moves[0], moves[1]];
    assert_eq!(value(&late), 700);
}
