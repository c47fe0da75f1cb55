//! Bundles that come back in pieces: whatever comes back first, whole or by itself, everything
//! together is what was paid, and each component is its share of it.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "order_walks/shop.rs"]
#[allow(dead_code, reason = "the walks use more of it")]
mod shop;

use domain::ProductId;
use domain::allocate::allocate;
use domain::ids::ReturnId;
use domain::order::{
    Document, FulfilmentStatus, LineComponent, Order, OrderLine, RequestedLine, Returned,
    ReturnedLine, Sold, receive_return, request_return,
};
use domain::posting::order_moves;
use proptest::prelude::*;
use shop::{Dice, entry};
use std::collections::BTreeMap;
use uuid::Uuid;

/// What comes back: of the line, or of a component; thousandths.
type Part = (Option<ProductId>, i64);

fn id(at: usize) -> ProductId {
    ProductId(Uuid::from_u128(at as u128 + 1))
}

fn component(at: usize, each_milli: i64, price_micro: Option<i64>) -> LineComponent {
    LineComponent {
        product: id(at),
        sku: format!("C-{at}"),
        title: String::new(),
        quantity_milli: each_milli,
        price_micro,
    }
}

/// So many bundles, sold and handed over.
fn sold(bundles: i64, components: Vec<LineComponent>, total_minor: i64, with_tax: bool) -> Order {
    let line = OrderLine {
        line: 1,
        product: Some(id(99)),
        components,
        quantity_milli: bundles * 1_000,
        total_minor,
        tax_minor: total_minor * 19 / 119,
        tax: Some("standard".into()),
        ..OrderLine::default()
    };
    let said = Sold {
        number: "A-000001".into(),
        payments: Vec::new(),
        reason: None,
        document: Document {
            channel: "counter".into(),
            currency: "EUR".into(),
            prices_include_tax: with_tax,
            lines: vec![line],
            ..Document::default()
        },
        lots: Vec::new(),
    };
    let mut order = Order::default();
    order.apply(&entry(1, 20_000, "order.sold", &said));
    order
}

fn returned(order: &Order, parts: &[Part]) -> Returned {
    let number = order.returns.len() as u128 + 1;
    let line = |(component, milli): &Part| ReturnedLine {
        line: 1,
        component: *component,
        restocked_milli: *milli,
        ..ReturnedLine::default()
    };
    Returned {
        received: ReturnId(Uuid::from_u128(number)),
        number: format!("CN-{number}"),
        request: None,
        reason: None,
        location: None,
        lines: parts.iter().map(line).collect(),
        lots: Vec::new(),
        till: None,
    }
}

/// Takes parts back; what each is credited, with the tax in it.
fn take_back(order: &mut Order, parts: &[Part]) -> Vec<(i64, i64)> {
    let said = receive_return(order, returned(order, parts)).unwrap();
    let seq = order.returns.len() as u64 + 2;
    order.apply(&entry(seq, 20_001, "order.returned", &said));
    let lines = said.lines.iter();
    lines.map(|it| (it.total_minor, it.tax_minor)).collect()
}

fn refused(order: &Order, parts: &[Part]) -> (&'static str, String) {
    let refusal = receive_return(order, returned(order, parts)).unwrap_err();
    (refusal.code, refusal.field.unwrap_or_default())
}

/// A teapot at 30.00 and two cups at 5.00 each, together for 32.00.
fn tea_set(bundles: i64) -> Order {
    let parts = vec![
        component(0, 1_000, Some(30_000_000)),
        component(1, 2_000, Some(5_000_000)),
    ];
    sold(bundles, parts, 3_200 * bundles, true)
}

#[test]
fn a_cup_of_a_set_is_its_share_of_the_price_and_goes_back_to_its_own_stock() {
    let mut order = tea_set(1);
    let [(cup, _)] = take_back(&mut order, &[(Some(id(1)), 1_000)])[..] else {
        panic!("one part, one credit")
    };
    // Two cups are 10 of 40 of the prices, and so 8.00 of the 32.00.
    assert_eq!((cup, order.total_minor()), (400, 2_800));
    assert_eq!(order.returned_milli(1), 0);
    let back = order_moves(&order)
        .into_iter()
        .filter(|one| one.from == "customer");
    let back: Vec<_> = back
        .map(|one| (one.product, one.to, one.quantity_milli))
        .collect();
    assert_eq!(back, [(id(1), "main".to_owned(), 1_000)]);
    let line = &order.lines[&1];
    let left = |at| order.returnable_component_milli(line, id(at));
    assert_eq!(
        (order.returnable_milli(1), left(0), left(1)),
        (0, 1_000, 1_000)
    );

    let rest = take_back(&mut order, &[(Some(id(0)), 1_000), (Some(id(1)), 1_000)]);
    let rest: Vec<i64> = rest.iter().map(|(total, _)| *total).collect();
    assert_eq!((rest, order.totals()), (vec![2_400, 400], (0, 0)));
    assert_eq!(order.returned_milli(1), 1_000);
    assert_eq!(order.fulfilment_status(), FulfilmentStatus::Returned);
}

#[test]
fn no_more_comes_back_than_went_out_whichever_way_it_is_counted() {
    let mut order = tea_set(2);
    let over = |field: &str| ("more_than_shipped", field.to_owned());
    let first = "lines.0.quantity_milli";
    assert_eq!(refused(&order, &[(Some(id(1)), 4_001)]), over(first));
    let both = [(None, 1_000), (Some(id(1)), 3_000)];
    assert_eq!(refused(&order, &both), over("lines.1.quantity_milli"));
    take_back(&mut order, &[(Some(id(0)), 1_000)]);
    assert_eq!(refused(&order, &[(None, 2_000)]), over(first));
    let twice = [(Some(id(1)), 1_000), (Some(id(1)), 1_000)];
    assert_eq!(
        refused(&order, &twice),
        ("claimed_twice", "lines.1.line".into())
    );
    let foreign = refused(&order, &[(Some(id(7)), 1_000)]);
    assert_eq!(foreign, ("component_unknown", "lines.0.component".into()));
    assert_eq!(refused(&order, &[(None, 500)]).0, "bundle_whole");
    take_back(&mut order, &[(None, 1_000), (Some(id(1)), 2_000)]);
    assert_eq!(order.totals(), (0, 0));
}

#[test]
fn what_is_announced_is_no_longer_free_to_be_announced() {
    let mut order = tea_set(1);
    let cups = |quantity_milli| {
        [RequestedLine {
            line: 1,
            component: Some(id(1)),
            quantity_milli,
        }]
    };
    let asked = request_return(&order, ReturnId(Uuid::from_u128(5)), &cups(1_000), None).unwrap();
    order.apply(&entry(2, 20_001, "order.return_requested", &asked));
    assert_eq!(order.requested_component_milli(1, id(1)), 1_000);
    let again = |lines: &[RequestedLine]| {
        request_return(&order, ReturnId(Uuid::from_u128(6)), lines, None).map(|_| ())
    };
    assert_eq!(again(&cups(2_000)).unwrap_err().code, "more_than_shipped");
    let whole = [RequestedLine {
        line: 1,
        component: None,
        quantity_milli: 1_000,
    }];
    assert_eq!(again(&whole).unwrap_err().code, "more_than_shipped");
    assert_eq!(again(&cups(1_000)), Ok(()));
}

#[test]
fn lines_that_do_not_know_what_their_parts_cost_come_back_whole() {
    let mut order = sold(1, vec![component(0, 1_000, None)], 500, true);
    let field = "lines.0.component".to_owned();
    assert_eq!(
        refused(&order, &[(Some(id(0)), 1_000)]),
        ("bundle_whole_back", field)
    );
    assert_eq!(order.returnable_component_milli(&order.lines[&1], id(0)), 0);
    assert_eq!(take_back(&mut order, &[(None, 1_000)])[0].0, 500);
}

fn any_sale() -> impl Strategy<Value = Order> {
    let part = (1_i64..6, 0_i64..5_000);
    let parts = prop::collection::vec(part, 1..5);
    (1_i64..6, parts, 0_i64..20_000, any::<bool>()).prop_map(|(bundles, parts, total, tax)| {
        let parts = parts.into_iter().enumerate();
        let parts =
            parts.map(|(at, (each, price))| component(at, each * 500, Some(price * 10_000)));
        sold(bundles, parts.collect(), total, tax)
    })
}

/// What can come back next: some of the line, or of one of its components.
fn next(order: &Order, dice: &mut Dice) -> Option<Part> {
    let line = &order.lines[&1];
    let loose = line.components.iter();
    let loose = loose.map(|one| {
        (
            Some(one.product),
            order.returnable_component_milli(line, one.product),
        )
    });
    let mut left: Vec<Part> = loose.chain([(None, order.returnable_milli(1))]).collect();
    left.retain(|(_, most)| *most > 0);
    if left.is_empty() {
        return None;
    }
    let (component, most) = left[dice.roll(left.len() as i64) as usize];
    let step = if component.is_none() { 1_000 } else { 500 };
    Some((component, step * (1 + dice.roll(most / step))))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_024))]

    #[test]
    fn all_the_pieces_of_bundles_are_exactly_what_was_paid(
        sale in any_sale(),
        seed in any::<u64>(),
    ) {
        let (mut order, mut dice) = (sale, Dice(seed));
        let (line, paid) = (order.lines[&1].clone(), order.totals());
        let mut credited = (0, 0);
        while let Some(part) = next(&order, &mut dice) {
            let credits = take_back(&mut order, &[part]);
            prop_assert!(credits.iter().all(|(total, tax)| *total >= 0 && *tax >= 0));
            credited.0 += credits[0].0;
            credited.1 += credits[0].1;
            let left = order.totals();
            prop_assert_eq!((left.0 + credited.0, left.1 + credited.1), paid);
        }
        prop_assert_eq!((credited, order.totals()), (paid, (0, 0)));
        prop_assert_eq!(order.returned_milli(1), line.quantity_milli);
        prop_assert!(order.kept_goods(&line).iter().all(|(_, milli)| *milli == 0));
        let events = order.money_events();
        let parts = events.iter().flat_map(|event| &event.lines);
        prop_assert_eq!(parts.map(|part| part.share.quantity_milli).sum::<i64>(), 0);
        let mut there: BTreeMap<ProductId, i64> = BTreeMap::new();
        for one in order_moves(&order) {
            let sign = if one.to == "main" { 1 } else { -1 };
            *there.entry(one.product).or_default() += sign * one.quantity_milli;
        }
        prop_assert!(there.values().all(|milli| *milli == 0), "{:?}", there);
    }

    #[test]
    fn all_of_one_component_is_its_share_by_largest_remainder(
        sale in any_sale(),
        steps in prop::collection::vec(1_i64..4, 1..20),
    ) {
        let line = sale.lines[&1].clone();
        let price = |one: &LineComponent| one.price_micro.unwrap() * one.quantity_milli / 1_000;
        let weights: Vec<i64> = line.components.iter().map(price).collect();
        let parts = |amount: i64| allocate(amount, &weights);
        let base = match sale.document.prices_include_tax {
            true => parts(line.total_minor),
            false => {
                let net = parts(line.total_minor - line.tax_minor).into_iter();
                net.zip(parts(line.tax_minor)).map(|(net, tax)| net + tax).collect()
            }
        };
        for (at, one) in line.components.iter().enumerate() {
            let (mut order, mut credited) = (sale.clone(), 0);
            let mut steps = steps.iter().cycle();
            loop {
                let left = order.returnable_component_milli(&line, one.product);
                if left == 0 { break }
                let milli = left.min(500 * steps.next().unwrap());
                credited += take_back(&mut order, &[(Some(one.product), milli)])[0].0;
            }
            prop_assert_eq!(credited, base[at]);
        }
    }

    #[test]
    fn the_pieces_of_a_whole_bundle_are_worth_what_the_whole_is(sale in any_sale()) {
        let line = sale.lines[&1].clone();
        let (mut whole, mut pieces) = (sale.clone(), sale);
        let credit = take_back(&mut whole, &[(None, 1_000)]);
        let parts = line.components.iter().map(|one| (Some(one.product), one.quantity_milli));
        let credits = take_back(&mut pieces, &parts.collect::<Vec<_>>());
        prop_assert_eq!(credits.iter().map(|(total, _)| total).sum::<i64>(), credit[0].0);
        prop_assert_eq!(pieces.totals(), whole.totals());
        prop_assert_eq!(pieces.returned_milli(1), 1_000);
    }
}
