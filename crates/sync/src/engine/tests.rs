//! The engine, step by step and whatever happens.

use super::*;
use proptest::prelude::*;

fn me() -> Uuid {
    Uuid::from_u128(1)
}

fn holding(seq: u64) -> Vector {
    [(me(), seq)].into_iter().collect()
}

fn greeted(mine: Vector, theirs: Vector, redacted_no: i64) -> Input {
    Input::Greeted(Greeted {
        mine,
        theirs,
        redacted_no,
        ..Greeted::default()
    })
}

fn seen(device: Uuid, same: u64, other: Option<u64>) -> Seen {
    let mut seen = Seen::default();
    seen.note(device, same, other);
    seen
}

fn fetched(mine: &Vector) -> Input {
    Input::Pulled(Fetched {
        mine: mine.clone(),
        ..Fetched::default()
    })
}

fn wait_of(step: &Step, now_ms: i64) -> i64 {
    match step {
        Step::Wait { until_ms } => until_ms - now_ms,
        other => panic!("{other:?} is no wait"),
    }
}

#[test]
fn a_round_greets_fetches_gives_tells_and_waits() {
    let mut engine = Engine::new(me(), 1, TICK_MS);
    let mine = holding(5);
    assert_eq!(engine.next(Input::Tick, 0), Step::Greet);
    let answer = greeted(mine.clone(), holding(2), 7);
    assert_eq!(engine.next(answer, 0), Step::Pull);
    let span = |after| Span {
        device: me(),
        after,
        to: 5,
    };
    assert_eq!(engine.next(fetched(&mine), 0), Step::Push(span(2)));
    assert_eq!(engine.next(Input::Pushed(me(), 4), 0), Step::Push(span(4)));
    assert_eq!(engine.next(Input::Pushed(me(), 5), 0), Step::Redact(7));
    assert_eq!(engine.progress(), Progress { done: 3, total: 3 });
    let step = engine.next(Input::Redacted(9, false), 100);
    assert!((TICK_MS * 9 / 10..=TICK_MS * 11 / 10).contains(&wait_of(&step, 100)));
    assert_eq!(engine.next(Input::Wake, 101), Step::Greet);
}

#[test]
fn a_place_that_was_restored_from_an_older_copy_is_given_the_rest_again() {
    let mut engine = Engine::new(me(), 1, TICK_MS);
    for held in [5, 1] {
        engine.next(Input::Tick, i64::MAX / 2);
        engine.next(greeted(holding(5), holding(held), 0), 0);
        let step = engine.next(fetched(&holding(5)), 0);
        if held == 1 {
            assert_eq!(
                step,
                Step::Push(Span {
                    device: me(),
                    after: 1,
                    to: 5
                })
            );
        } else {
            engine.next(Input::Redacted(0, false), 0);
        }
    }
}

#[test]
fn a_write_during_a_round_begins_another_one_at_once() {
    let mut engine = Engine::new(me(), 1, TICK_MS);
    engine.next(Input::Tick, 0);
    engine.next(greeted(holding(1), holding(1), 0), 0);
    engine.next(Input::Wake, 0);
    engine.next(fetched(&holding(1)), 0);
    assert_eq!(engine.next(Input::Redacted(0, false), 0), Step::Greet);
}

#[test]
fn somebody_else_under_the_own_name_makes_the_device_take_another() {
    let mut engine = Engine::new(me(), 1, TICK_MS);
    engine.next(Input::Tick, 0);
    engine.next(greeted(holding(3), holding(3), 0), 0);
    let own = Fetched {
        seen: seen(me(), 2, Some(3)),
        ..Fetched::default()
    };
    assert_eq!(engine.next(Input::Pulled(own), 0), Step::Renew(3));
    assert_eq!(engine.next(Input::Renewed(me()), 0), Step::Greet);
    engine.next(greeted(holding(3), holding(2), 0), 0);
    engine.next(fetched(&holding(3)), 0);
    let back = Step::LookBack([me()].into());
    assert_eq!(engine.next(Input::Forked(me(), 3), 0), back);
    let found = Fetched {
        seen: seen(me(), 1, Some(2)),
        ..Fetched::default()
    };
    assert_eq!(engine.next(Input::LookedBack(found), 0), Step::Renew(2));
}

#[test]
fn what_cannot_be_told_from_what_came_is_looked_for_once_and_given_from_there() {
    let mut engine = Engine::new(me(), 1, TICK_MS);
    let other = Uuid::from_u128(2);
    let holds = |seq| -> Vector { [(other, seq)].into_iter().collect() };
    engine.next(Input::Tick, 0);
    // Of equal length, and another end: the vectors alone say that there is nothing to do.
    let differs = Input::Greeted(Greeted {
        mine: holds(6),
        theirs: holds(6),
        seen: seen(other, 0, Some(6)),
        ..Greeted::default()
    });
    assert_eq!(engine.next(differs, 0), Step::Pull);
    let back = Step::LookBack([other].into());
    assert_eq!(engine.next(fetched(&holds(6)), 0), back);
    let found = Fetched {
        mine: holds(6),
        seen: seen(other, 3, Some(4)),
        ..Fetched::default()
    };
    let span = Span {
        device: other,
        after: 3,
        to: 6,
    };
    assert_eq!(engine.next(Input::LookedBack(found), 0), Step::Push(span));
    // Nothing that was given is given once more.
    assert_eq!(engine.next(Input::Pushed(other, 6), 0), Step::Redact(0));
}

#[test]
fn the_own_journal_with_another_end_is_not_added_to() {
    let mut engine = Engine::new(me(), 1, TICK_MS);
    engine.next(Input::Tick, 0);
    let differs = Input::Greeted(Greeted {
        mine: holding(6),
        theirs: holding(6),
        seen: seen(me(), 0, Some(6)),
        ..Greeted::default()
    });
    let back = Step::LookBack([me()].into());
    assert_eq!(engine.next(differs, 0), back);
    let found = Fetched {
        mine: holding(6),
        seen: seen(me(), 4, Some(5)),
        ..Fetched::default()
    };
    assert_eq!(engine.next(Input::LookedBack(found), 0), Step::Renew(5));
}

#[test]
fn a_journal_that_does_not_get_on_holds_up_no_other_and_is_tried_again() {
    let mut engine = Engine::new(me(), 1, TICK_MS);
    let other = Uuid::from_u128(2);
    let mine: Vector = [(me(), 1), (other, 1)].into_iter().collect();
    engine.next(Input::Tick, 0);
    engine.next(greeted(mine.clone(), Vector::default(), 0), 0);
    engine.next(fetched(&mine), 0);
    let step = engine.next(Input::Pushed(me(), 0), 0);
    assert!(matches!(step, Step::Push(span) if span.device == other));
    let step = engine.next(Input::Pushed(other, 1), 0);
    assert!(wait_of(&step, 0) <= FIRST_WAIT_MS);
    assert_eq!(engine.next(Input::Tick, 2_000), Step::Greet);
}

proptest! {
    #[test]
    fn waits_after_failures_grow_vary_and_end(seed in any::<u64>(), failures in 1_usize..40) {
        let mut engine = Engine::new(me(), seed, TICK_MS);
        let mut now_ms = 0;
        for failure in 0..failures {
            prop_assert_eq!(engine.next(Input::Tick, now_ms), Step::Greet);
            let wait = wait_of(&engine.next(Input::Failed, now_ms), now_ms);
            let most = (FIRST_WAIT_MS << failure.min(16)).min(LONGEST_WAIT_MS);
            prop_assert!((most / 2..=most).contains(&wait), "{wait} of {most}");
            let waits = matches!(engine.next(Input::Tick, now_ms), Step::Wait { .. });
            prop_assert!(waits || wait == 0);
            now_ms += wait;
        }
    }

    #[test]
    fn a_clock_that_was_set_back_never_stops_it(back in 0_i64..i64::MAX / 4) {
        let mut engine = Engine::new(me(), 3, TICK_MS);
        engine.next(Input::Tick, 0);
        engine.next(Input::Failed, 0);
        // Years back or a moment: a few ticks later it works again.
        let begins = (0..40).any(|tick| {
            engine.next(Input::Tick, LONGEST_WAIT_MS * tick - back) == Step::Greet
        });
        prop_assert!(begins || back < 2 * LONGEST_WAIT_MS);
    }

    #[test]
    fn whatever_happens_it_answers_and_after_cancelling_it_stands_still(
        inputs in prop::collection::vec(0_u8..11, 0..60)
    ) {
        let mut engine = Engine::new(me(), 9, TICK_MS);
        for (at, input) in inputs.iter().enumerate() {
            let input = match input {
                0 => Input::Wake,
                1 => Input::Tick,
                2 => greeted(holding(at as u64), holding(3), 0),
                3 => fetched(&holding(9)),
                4 => Input::Pushed(me(), at as u64),
                5 => Input::Forked(me(), 2),
                6 => Input::Renewed(me()),
                7 => Input::Redacted(1, at % 2 == 0),
                8 => Input::Forked(Uuid::from_u128(2), 2),
                9 => Input::LookedBack(Fetched::default()),
                _ => Input::Failed,
            };
            engine.next(input, at as i64 * 70_000);
        }
        prop_assert_eq!(engine.next(Input::Cancel, 0), Step::Stop);
        prop_assert_eq!(engine.next(Input::Wake, 0), Step::Stop);
    }
}
