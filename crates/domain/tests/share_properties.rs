//! What never happens to goods that are shared: that devices which know of each other what they
//! know together let more go than there is.
#![allow(clippy::unwrap_used)] // a test may fail

use domain::share::{self, Rights, Share, ShareTerms};
use domain::{Day, DeviceId, Entry, Hlc, ProductId, Refusal, RequestId, State, fold};
use proptest::prelude::*;
use std::collections::BTreeMap;
use uuid::Uuid;

const PRODUCT: ProductId = ProductId(Uuid::from_u128(77));
const DEVICES: usize = 4;

fn device(at: usize) -> DeviceId {
    DeviceId(Uuid::from_u128(1 + at as u128))
}

/// What one device said: of shares, or what came (above zero) or went of the goods.
#[derive(Clone)]
enum Said {
    Share(Box<Entry>),
    Stock(i64),
}

/// Devices, each with what it knows of every journal.
struct World {
    journals: Vec<Vec<Said>>,
    known: [[usize; DEVICES]; DEVICES],
    clock: i64,
}

impl World {
    fn new() -> Self {
        let mut world = Self {
            journals: vec![Vec::new(); DEVICES],
            known: [[0; DEVICES]; DEVICES],
            clock: 0,
        };
        let said = share::open(&Share::default(), device(0), (PRODUCT, "main")).unwrap();
        world.say(0, "share.opened", &said);
        for at in 0..DEVICES {
            world.known[at][0] = 1;
        }
        world
    }

    fn keep(&mut self, at: usize, said: Said) {
        self.journals[at].push(said);
        self.known[at][at] = self.journals[at].len();
    }

    fn say(&mut self, at: usize, kind: &str, said: &ShareTerms) {
        self.clock += 1;
        let entry = Entry {
            device: device(at),
            seq: self.journals[at].len() as u64 + 1,
            // Clocks are wrong in both directions.
            hlc: Hlc(self.clock * if at.is_multiple_of(2) { 1 } else { 1_000 }),
            at_ms: self.clock,
            offset_min: 0,
            business_day: Day(0),
            actor: "clerk".into(),
            subject: share::subject(PRODUCT, "main"),
            kind: kind.into(),
            version: 1,
            payload: serde_json::to_string(said).unwrap(),
            request_id: RequestId(Uuid::from_u128(self.clock as u128)),
            personal: None,
            personal_digest: None,
            prev_hash: [0; 32],
            hash: [0; 32],
        };
        self.keep(at, Said::Share(Box::new(entry)));
    }

    /// What a device knows: the shares, and what is there.
    fn seen_by(&self, at: usize) -> (Share, i64) {
        let (mut entries, mut there_milli) = (Vec::new(), 0);
        for (journal, known) in self.journals.iter().zip(self.known[at]) {
            for said in &journal[..known] {
                match said {
                    Said::Share(entry) => entries.push((**entry).clone()),
                    Said::Stock(milli) => there_milli += milli,
                }
            }
        }
        let kind = share::subject(PRODUCT, "main").kind;
        let State::Share(now) = fold(kind, &mut entries) else {
            panic!("no shares")
        };
        (*now, there_milli)
    }

    fn rights(now: &Share, available_milli: i64) -> Rights {
        Rights {
            keeper: now.keeper,
            parts: now.parts.clone(),
            available_milli,
        }
    }

    fn sell(&mut self, at: usize, milli: i64) -> bool {
        let (now, there_milli) = self.seen_by(at);
        let rights = Self::rights(&now, there_milli - milli);
        if rights.short_milli(device(at), milli) > 0 {
            return false;
        }
        self.keep(at, Said::Stock(-milli));
        if now.keeper != Some(device(at)) {
            let drawn = ShareTerms {
                product: PRODUCT,
                location: "main".into(),
                device: None,
                quantity_milli: Some(milli),
            };
            self.say(at, "share.drawn", &drawn);
        }
        true
    }

    fn give(&mut self, at: usize, to: usize, milli: i64) -> Result<(), Refusal> {
        let (now, there_milli) = self.seen_by(at);
        let rights = Self::rights(&now, there_milli);
        let said = share::give(&now, &rights, (device(at), device(to)), milli)?;
        self.say(at, "share.given", &said);
        Ok(())
    }

    /// A device hears the beginning of what another knows of one journal.
    fn hear(&mut self, at: usize, from: usize, journal: usize, part: usize) {
        let theirs = self.known[from][journal];
        let own = self.known[at][journal];
        self.known[at][journal] = own.max(theirs.min(own + part));
    }

    fn there(&self) -> i64 {
        let all = self.journals.iter().flatten();
        all.map(|said| match said {
            Said::Stock(milli) => *milli,
            Said::Share(_) => 0,
        })
        .sum()
    }
}

fn acts() -> impl Strategy<Value = Vec<(u8, usize, usize, usize, i64)>> {
    let act = (0_u8..8, 0..DEVICES, 0..DEVICES, 0..DEVICES, 1_i64..9);
    prop::collection::vec(act, 0..120)
}

proptest! {
    #[test]
    fn no_history_sells_more_than_there_is(acts in acts()) {
        let mut world = World::new();
        for (act, at, other, journal, milli) in acts {
            match act {
                // Goods come anywhere, bought or brought back.
                0 => world.keep(at, Said::Stock(milli)),
                1..=3 => drop(world.sell(at, milli)),
                4 => drop(world.give(at, other, milli)),
                _ => world.hear(at, other, journal, milli as usize),
            }
            prop_assert!(world.there() >= 0, "more was sold than there was");
        }
    }

    #[test]
    fn what_was_given_can_be_sold_without_hearing_of_anything_else(
        given in 1_i64..50, sold in prop::collection::vec(1_i64..9, 0..20)
    ) {
        let mut world = World::new();
        world.keep(0, Said::Stock(50));
        world.give(0, 1, given).unwrap();
        let all = world.journals[0].len();
        world.hear(1, 0, 0, all);
        let mut left = given;
        for milli in sold {
            let (keeper_left, _) = (50 - given, ());
            prop_assert_eq!(world.sell(1, milli), milli <= left, "its share alone counts");
            if milli <= left {
                left -= milli;
            }
            let (now, there) = world.seen_by(0);
            prop_assert_eq!(World::rights(&now, there).left_milli(device(0)), keeper_left);
        }
    }
}

#[test]
fn a_lost_device_leaves_its_share_to_the_keeper_who_answers_for_it() {
    let mut world = World::new();
    world.keep(0, Said::Stock(10));
    world.give(0, 1, 6).unwrap();
    let (now, there) = world.seen_by(0);
    let rights = World::rights(&now, there);
    let both = (device(0), device(1));
    let refused = share::lose(&now, &rights, (device(1), device(0))).unwrap_err();
    assert_eq!(refused.code, "share_not_keeper");
    let said = share::lose(&now, &rights, both).unwrap();
    world.say(0, "share.lost", &said);
    let (now, there) = world.seen_by(0);
    let rights = World::rights(&now, there);
    assert_eq!(
        (rights.left_milli(device(0)), rights.left_milli(device(1))),
        (10, 0)
    );
    let refused = share::lose(&now, &rights, both).unwrap_err();
    assert_eq!(refused.code, "share_nothing_left");
}

#[test]
fn only_who_has_something_gives_it_away() {
    let mut world = World::new();
    world.keep(0, Said::Stock(10));
    let refused = world.give(0, 1, 11).unwrap_err();
    assert_eq!(
        (refused.code, refused.detail.as_deref()),
        ("share_short", Some("1"))
    );
    assert_eq!(world.give(1, 2, 1).unwrap_err().code, "share_short");
    assert_eq!(world.give(0, 0, 1).unwrap_err().code, "share_own");
    assert_eq!(world.give(0, 1, 0).unwrap_err().code, "quantity_zero");
    let mut parts = BTreeMap::new();
    parts.insert(device(1), share::Part::default());
    assert_eq!(
        Rights {
            parts,
            ..Rights::default()
        }
        .left_milli(device(1)),
        0
    );
}

#[test]
fn what_is_asked_for_stays_asked_until_it_is_given() {
    let mut world = World::new();
    world.keep(0, Said::Stock(10));
    let (now, _) = world.seen_by(2);
    let said = share::want(&now, device(2), 5).unwrap();
    world.say(2, "share.asked", &said);
    world.hear(0, 2, 2, 1);
    let asked = |world: &World| world.seen_by(0).0.parts[&device(2)].asked_milli;
    assert_eq!(asked(&world), 5);
    world.give(0, 2, 3).unwrap();
    // It was asked for before it was given, whatever the clocks say.
    assert!(asked(&world) <= 5);
    assert_eq!(
        share::want(&now, device(0), 5).unwrap_err().code,
        "share_own"
    );
}
