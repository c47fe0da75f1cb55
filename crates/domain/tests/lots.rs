//! What is picked: first expired, first out, whatever lies there.
#![allow(clippy::unwrap_used)] // a test may fail

use domain::Day;
use domain::lot::{LotPart, LotStock, Tracking, check_named, pick};
use domain::{ProductId, lot};
use proptest::prelude::*;
use uuid::Uuid;

const TODAY: Day = Day(100);

fn lots() -> impl Strategy<Value = Vec<LotStock>> {
    let one = (prop::option::of(90_i32..120), 0_i64..5, -2_i64..6);
    prop::collection::vec(one, 0..8).prop_map(|drawn| {
        let lots = drawn.into_iter().enumerate();
        lots.map(|(index, (expires, came_ms, units))| LotStock {
            lot: format!("L{index}"),
            expires: expires.map(Day),
            came_ms,
            on_hand_milli: units * 1_000,
        })
        .collect()
    })
}

proptest! {
    /// Whatever lot is taken, none that is good and expires earlier has anything left.
    #[test]
    fn no_later_lot_goes_while_an_earlier_one_that_is_good_has_stock(
        lots in lots(),
        loose in -3_000_i64..5_000,
        wanted in 0_i64..20_000,
    ) {
        let picked = pick(lots.clone(), loose, wanted, Some(TODAY));
        let taken = |lot: &LotStock| {
            let mut parts = picked.parts.iter();
            parts.find(|(name, _)| *name == lot.lot).map_or(0, |(_, milli)| *milli)
        };
        for lot in &lots {
            prop_assert!(taken(lot) <= lot.on_hand_milli.max(0));
            if lot.is_expired(TODAY) {
                prop_assert_eq!(taken(lot), 0);
            }
            let later = |other: &&LotStock| match (lot.expires, other.expires) {
                (Some(own), Some(others)) => others > own,
                (Some(_), None) => true,
                _ => false,
            };
            let is_left = !lot.is_expired(TODAY) && lot.on_hand_milli > taken(lot);
            if is_left {
                prop_assert!(lots.iter().filter(later).all(|other| taken(other) == 0));
            }
        }
        let sum: i64 = picked.parts.iter().map(|(_, milli)| *milli).sum();
        prop_assert_eq!(sum + picked.loose_milli + picked.short_milli, wanted);
        prop_assert!(picked.loose_milli <= loose.max(0));
        if picked.short_milli > 0 {
            let good = lots.iter().filter(|lot| !lot.is_expired(TODAY));
            prop_assert!(good.clone().all(|lot| taken(lot) == lot.on_hand_milli.max(0)));
        }
    }

    /// A label never makes the program stumble, and what people see means what scanners send.
    #[test]
    fn any_text_is_read_or_refused(code in "\\PC{0,40}|[0-9()\u{1d}A-Z]{0,60}") {
        let _ = lot::gs1::read(&code, 2026);
    }

    #[test]
    fn a_label_is_the_same_in_brackets_and_as_it_is_sent(
        code in "[A-Z0-9]{1,20}", serial in "[A-Z0-9/-]{1,20}", days in 0_i32..20_000,
    ) {
        let day = Day(10_957 + days);
        let (year, month, of_month) = day.ymd();
        let expires = format!("{:02}{month:02}{of_month:02}", year % 100);
        let shown = format!("(01)09506000134352(17){expires}(10){code}(21){serial}");
        let sent = format!("]d20109506000134352\
            17{expires}10{code}\u{1d}21{serial}");
        prop_assert_eq!(lot::gs1::read(&shown, 2026), lot::gs1::read(&sent, 2026));
    }
}

#[test]
fn goods_without_a_lot_go_after_what_has_a_last_day_and_before_what_has_none() {
    let lot = |lot: &str, expires: Option<i32>, came_ms| LotStock {
        lot: lot.to_owned(),
        expires: expires.map(Day),
        came_ms,
        on_hand_milli: 1_000,
    };
    let lots = vec![
        lot("late", None, 9),
        lot("early", None, 3),
        lot("dated", Some(100), 9),
    ];
    let picked = pick(lots, 1_500, 4_000, Some(TODAY));
    let names: Vec<&str> = picked.parts.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["dated", "early", "late"]);
    assert_eq!((picked.loose_milli, picked.parts[2].1), (1_500, 500));
}

#[test]
fn what_is_named_is_held_against_the_goods() {
    let part = |lot: &str, milli| LotPart::of(ProductId(Uuid::nil()), lot, milli);
    let refused = |tracking, parts: &[LotPart], milli| {
        let refused = check_named(tracking, "lots", parts, milli).unwrap_err();
        (refused.code, refused.field.unwrap())
    };
    let (lot, serial) = (Tracking::Lot, Tracking::Serial);
    assert_eq!(check_named(lot, "lots", &[part("A", 2_000)], 3_000), Ok(()));
    assert_eq!(
        check_named(serial, "lots", &[part("A", 1_000)], 1_000),
        Ok(())
    );
    assert_eq!(check_named(Tracking::None, "lots", &[], 1_000), Ok(()));
    let at = |code, field: &str| (code, field.to_owned());
    let two = [part("A", 1_000), part("A", 1_000)];
    assert_eq!(refused(lot, &two, 2_000), at("claimed_twice", "lots.1.lot"));
    assert_eq!(
        refused(lot, &[part("A", 4_000)], 3_000),
        at("lots_differ", "lots")
    );
    assert_eq!(
        refused(serial, &[part("A", 1_000)], 2_000),
        at("lots_differ", "lots")
    );
    let whole = "lots.0.quantity_milli";
    assert_eq!(
        refused(serial, &[part("A", 500)], 500),
        at("serial_is_one_piece", whole)
    );
    assert_eq!(
        refused(lot, &[part("A", 0)], 500),
        at("quantity_zero", whole)
    );
    assert_eq!(
        refused(Tracking::None, &two, 2_000),
        at("product_not_tracked", "lots")
    );
}
