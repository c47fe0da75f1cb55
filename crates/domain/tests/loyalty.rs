//! Points: what is bought earns them, what comes back takes them along to the last one.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "order_walks/shop.rs"]
#[allow(dead_code, reason = "the walks use more of it")]
mod shop;

use domain::ids::{EditId, PaymentId, ReturnId, ShipmentId};
use domain::loyalty::{Booked, POINTS, PointsKind, Programme, Purse, Step, order_points, redeem};
use domain::order::{self, Document, EditInput, LineInput, Order, Returned, ReturnedLine, Sold};
use domain::settings::Settings;
use domain::{CustomerId, Day};
use proptest::prelude::*;
use serde::Serialize;
use shop::{Dice, Goods, entry, promote, settings, wish};
use uuid::Uuid;

/// An order that is being told.
#[derive(Default)]
struct Told {
    order: Order,
    said: u64,
}

impl Told {
    fn say<P: Serialize>(&mut self, kind: &str, said: P) {
        self.said += 1;
        let day = 20_000 + self.said as i32;
        self.order.apply(&entry(self.said, day, kind, &said));
    }

    fn pay(&mut self, dice: &mut Dice, amount_minor: i64) {
        let (id, due) = (PaymentId(dice.id()), self.order.due_minor());
        let amount_minor = amount_minor.min(due);
        if amount_minor > 0 {
            let method = ["bank", "card"][usize::from(dice.once_in(2))];
            let said = order::pay(&self.order, id, method, amount_minor, None).unwrap();
            self.say("order.paid", order::paid_at(&self.order, said, None));
        }
    }

    fn give_back(&mut self, dice: &mut Dice, line: u32) {
        let unit = self.order.returnable_milli(line).min(1_000);
        let said = Returned {
            lots: Vec::new(),
            location: None,
            till: None,
            received: ReturnId(dice.id()),
            number: "CN-A-000001".into(),
            request: None,
            reason: None,
            lines: vec![ReturnedLine {
                line,
                restocked_milli: unit,
                ..ReturnedLine::default()
            }],
        };
        let said = order::receive_return(&self.order, said).unwrap();
        self.say("order.returned", said);
        let owed = -self.order.due_minor();
        if owed > 0 {
            let id = PaymentId(dice.id());
            let said = order::refund(&self.order, id, "card", owed, None).unwrap();
            let said = order::refunded_at(&self.order, said, None);
            self.say("order.refunded", said);
        }
    }
}

/// Takes something else for what came back, hands it over and settles the difference.
fn exchange(told: &mut Told, dice: &mut Dice, settings: &Settings) {
    let kept = told.order.lines.values().map(|line| LineInput {
        line: Some(line.line),
        quantity_milli: told.order.sold_share(line).quantity_milli,
        discount_ppm: line.discount_ppm,
        discount_minor: line.discount_minor,
        ..LineInput::default()
    });
    let other = LineInput {
        product: Some(Goods::id(dice.roll(4))),
        quantity_milli: 1_000 * (1 + dice.roll(3)),
        ..LineInput::default()
    };
    let kept = kept.filter(|line| line.quantity_milli != 0);
    let wanted = EditInput {
        lines: Some(kept.chain([other]).collect()),
        ..EditInput::default()
    };
    let id = EditId(dice.id());
    let Ok(said) = order::edit(&told.order, id, &wanted, settings, &mut Goods) else {
        return;
    };
    told.say("order.edited", said);
    let sent = ShipmentId(dice.id());
    if let Ok(said) = order::fulfil(&told.order, sent, None, None, None) {
        told.say("order.fulfilled", said);
    }
    told.pay(dice, i64::MAX);
}

fn programme(dice: &mut Dice) -> Programme {
    Programme {
        enabled: true,
        points_per_unit_milli: 1 + dice.roll(20_000),
        point_worth_micro: 1 + dice.roll(100_000),
        least_points: 0,
        expires_days: Some(30),
        earns_nothing: Vec::new(),
    }
}

/// A document of somebody who redeems some points.
fn document(dice: &mut Dice, settings: &Settings, programme: &Programme) -> Document {
    let mut wish = wish(dice, 4);
    wish.customer = Some(CustomerId(Uuid::from_u128(9)));
    wish.exchange = wish.exchange.filter(|_| dice.once_in(2));
    let mut document = order::compose(&wish, settings, &mut Goods, 0).unwrap();
    promote(&mut document, settings, dice);
    document.earning = programme.earning();
    if dice.once_in(2) {
        redeem(&mut document, 1 + dice.roll(2_000), programme, settings).unwrap();
    }
    document
}

fn sold(dice: &mut Dice) -> Told {
    let settings = settings(dice);
    let programme = programme(dice);
    let document = document(dice, &settings, &programme);
    let mut told = Told::default();
    let total: i64 = document.lines.iter().map(|line| line.total_minor).sum();
    let sold = Sold {
        lots: Vec::new(),
        reason: None,
        number: "A-000001".into(),
        payments: Vec::new(),
        document,
    };
    told.say("order.sold", sold);
    // Now and then it is paid in parts, and a part of it never.
    let part = if dice.once_in(2) { total } else { total / 2 };
    told.pay(dice, part);
    if dice.once_in(2) {
        told.pay(dice, total);
    }
    told
}

fn sum(order: &Order, kinds: &[PointsKind]) -> i64 {
    let moves = order_points(order).into_iter();
    moves
        .filter(|one| kinds.contains(&one.kind))
        .map(|one| one.points)
        .sum()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn what_comes_back_unit_by_unit_takes_back_all_it_earned_and_gives_back_all_it_cost(
        seed in any::<u64>()
    ) {
        let mut dice = Dice(seed);
        let mut told = sold(&mut dice);
        let spent = told.order.points_spent().map_or(0, |spent| spent.points);
        prop_assert_eq!(told.order.points_redeemed(), spent);
        let mut held = spent;
        prop_assert!(told.order.points_earned() <= told.order.points_to_earn());
        loop {
            let open: Vec<u32> = told.order.lines.keys().copied()
                .filter(|line| told.order.returnable_milli(*line) > 0).collect();
            if open.is_empty() { break }
            let line = open[dice.roll(open.len() as i64) as usize];
            told.give_back(&mut dice, line);
            let now = (told.order.points_earned(), told.order.points_redeemed());
            prop_assert!(0 <= now.0 && now.0 <= told.order.points_to_earn());
            prop_assert!(0 <= now.1 && now.1 <= held);
            held = now.1;
        }
        prop_assert_eq!(sum(&told.order, &[PointsKind::Earned, PointsKind::TakenBack]), 0);
        prop_assert_eq!(sum(&told.order, &[PointsKind::Redeemed, PointsKind::GivenBack]), 0);
    }

    #[test]
    fn an_exchange_earns_for_what_is_kept_and_nothing_once_all_of_it_is_back(seed in any::<u64>()) {
        let mut dice = Dice(seed);
        let mut told = sold(&mut dice);
        let settings = settings(&mut Dice(seed));
        let spent = told.order.points_spent().map_or(0, |spent| spent.points);
        for _ in 0..=dice.roll(2) {
            let back: Vec<u32> = told.order.lines.keys().copied()
                .filter(|line| told.order.returnable_milli(*line) > 0).collect();
            if let Some(line) = back.first() {
                told.give_back(&mut dice, *line);
            }
            exchange(&mut told, &mut dice, &settings);
            let (earned, held) = (told.order.points_earned(), told.order.points_redeemed());
            prop_assert!(0 <= earned && earned <= told.order.points_to_earn());
            prop_assert!(0 <= held && held <= spent);
        }
        while let Some(line) = told.order.lines.keys().copied()
            .find(|line| told.order.returnable_milli(*line) > 0) {
            told.give_back(&mut dice, line);
        }
        prop_assert_eq!(told.order.points_earned(), 0);
        prop_assert_eq!(told.order.points_redeemed(), 0);
    }

    #[test]
    fn points_take_off_what_they_are_worth_and_never_more_than_there_is(seed in any::<u64>()) {
        let mut dice = Dice(seed);
        let (settings, programme) = (settings(&mut dice), programme(&mut dice));
        let wish = wish(&mut dice, 4);
        let worth = match &wish.exchange {
            None => programme.worth("EUR"),
            Some(exchange) => programme.worth_at(&exchange.rate),
        };
        let mut document = order::compose(&wish, &settings, &mut Goods, 0).unwrap();
        promote(&mut document, &settings, &mut dice);
        let before: i64 = document.lines.iter().map(|line| line.off_minor).sum();
        let asked = 1 + dice.roll(3_000);
        redeem(&mut document, asked, &programme, &settings).unwrap();
        let after: i64 = document.lines.iter().map(|line| line.off_minor).sum();
        let shares = document.lines.iter().flat_map(|line| &line.promotions);
        let off: i64 = shares.filter(|one| one.promotion == POINTS).map(|one| one.off_minor).sum();
        prop_assert_eq!(after - before, off);
        let spent = document.promotions.iter().find_map(|one| one.points);
        let spent = spent.map_or((0, 0), |spent| (spent.points, spent.off_minor));
        prop_assert_eq!(spent.1, off);
        prop_assert!(spent.0 <= asked && off <= worth.of_points(asked));
        prop_assert!(off == 0 || off <= worth.of_points(spent.0));
        prop_assert!(document.lines.iter().all(|line| line.total_minor >= 0));
    }

    #[test]
    fn without_a_last_day_a_balance_is_the_sum_of_the_movements(
        points in prop::collection::vec(-50_i64..100, 0..30)
    ) {
        let moves: Vec<Booked> = points.iter().enumerate()
            .map(|(at, points)| booked(at as u128 % 5, *points, at as i32, None)).collect();
        let balance = Purse::of(&moves, |_, _| {}).balance();
        prop_assert_eq!(balance, points.iter().sum::<i64>());
    }

    #[test]
    fn what_expires_and_what_is_left_is_what_came_less_what_went(
        points in prop::collection::vec((-50_i64..100, 1_i32..9), 0..30)
    ) {
        let moves: Vec<Booked> = points.iter().enumerate()
            .map(|(at, (points, days))| {
                let day = at as i32;
                let lasts = Some(Day(day + days)).filter(|_| *points > 0);
                Booked { kind: PointsKind::ByHand, ..booked(at as u128, *points, day, lasts) }
            }).collect();
        let mut expired = 0;
        let mut on = |step: Step, _: i64| if let Step::Expired(_, points) = step {
            expired += points;
        };
        let mut purse = Purse::of(&moves, &mut on);
        purse.pass(Day(1_000), &mut on);
        let sum: i64 = points.iter().map(|(points, _)| points).sum();
        prop_assert_eq!(purse.balance() + expired, sum);
        prop_assert!(purse.balance() <= 0);
    }
}

fn booked(cause: u128, points: i64, day: i32, expires: Option<Day>) -> Booked {
    let kind = match points < 0 {
        true => PointsKind::TakenBack,
        false => PointsKind::Earned,
    };
    Booked {
        cause: Uuid::from_u128(cause),
        kind,
        points,
        day: Day(day),
        expires,
    }
}

#[test]
fn points_that_end_first_go_first_and_what_has_ended_is_not_owed_with_its_goods() {
    let redeemed = |points, day| Booked {
        kind: PointsKind::Redeemed,
        ..booked(9, points, day, None)
    };
    let moves = [
        booked(1, 100, 0, Some(Day(30))),
        booked(2, 50, 1, Some(Day(10))),
        redeemed(-60, 2),
        // On day 40 the hundred's rest has ended; its goods come back.
        booked(1, -100, 40, None),
    ];
    let mut steps = Vec::new();
    let purse = Purse::of(&moves, |step, balance| steps.push((step, balance)));
    assert_eq!(
        steps,
        [
            (Step::Moved(0), 100),
            (Step::Moved(1), 150),
            (Step::Moved(2), 90),
            (Step::Expired(Day(30), 90), 0),
            // Ten of them had been spent: those are owed.
            (Step::Moved(3), -10),
        ]
    );
    assert_eq!(purse.balance(), -10);
}
