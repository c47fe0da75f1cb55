//! What every store must do, asked through the hub's front door: a real server on loopback and the
//! devices' own client. Each case runs on a file and on PostgreSQL.

#![allow(clippy::unwrap_used, reason = "a test fails where it panics")]

mod inbox;
#[path = "../kit/mod.rs"]
mod kit;
mod snapshots;
mod tracking;

use inbox::*;
use kit::{BOOK, Ground, Served, about, all, greet, now_ms, record, records, refused};
use snapshots::*;
use std::sync::mpsc;
use sync::hub::{Hub as Client, Keys};
use sync::{Place as _, PlaceError, Record, Vector};
use tracking::*;
use uuid::Uuid;

/// Runs each case on a file as a test of its own, and all of them on one PostgreSQL server.
macro_rules! on_both {
    ($($case:ident),* $(,)?) => {
        mod on_a_file {
            $(
                #[test]
                fn $case() {
                    super::$case(&super::Ground::file());
                }
            )*
        }

        #[cfg(target_os = "linux")]
        #[test]
        fn all_of_it_holds_on_postgresql_too() {
            kit::on_postgres(&[$((stringify!($case), $case)),*]);
        }
    };
}

on_both!(
    what_one_device_gives_another_fetches_and_repeats_change_nothing,
    a_journal_of_many_pages_is_fetched_whole,
    a_gap_is_not_taken_in_and_the_same_place_with_another_entry_is_a_fork,
    a_code_enrols_one_device_for_its_book_alone,
    a_revoked_device_fetches_nothing_at_once_and_what_it_sends_is_put_aside,
    books_know_nothing_of_each_other,
    personal_parts_that_are_gone_stay_gone_when_an_older_copy_comes,
    a_hub_that_was_restored_has_another_history_and_takes_the_rest_again,
    listeners_hear_of_their_own_book_at_once,
    bodies_that_are_none_of_ours_are_refused,
    a_signed_document_is_kept_once_however_often_it_comes,
    a_document_that_nobody_signed_or_too_late_is_refused,
    documents_are_handed_out_to_one_device_at_a_time_and_done_once,
    one_document_is_taken_by_its_name_while_no_other_device_has_it,
    many_devices_that_take_at_once_have_each_document_once,
    a_closed_channel_brings_nothing_and_books_see_their_own_documents_alone,
    a_document_wakes_the_devices_of_its_book,
    a_published_page_is_there_at_once_and_changes_at_once,
    an_older_page_never_takes_the_place_of_a_newer_one,
    a_link_that_has_expired_or_was_withdrawn_leads_nowhere,
    pages_run_nothing_and_are_found_by_no_search_engine,
    a_link_is_long_and_belongs_to_one_book,
    a_snapshot_goes_there_and_back_and_the_next_takes_its_place,
    one_device_at_a_time_makes_a_snapshot_and_not_too_often,
    what_is_erased_takes_the_snapshot_with_it_and_one_that_was_under_way,
    a_revocation_takes_the_snapshot_with_it,
    what_cannot_be_a_snapshot_is_not_kept,
    books_have_their_own_snapshots,
    a_restored_hub_takes_no_snapshot_of_its_other_history,
);

fn what_one_device_gives_another_fetches_and_repeats_change_nothing(ground: &Ground<'_>) {
    let served = ground.served();
    let (mut first, _) = served.device(1);
    let (mut second, _) = served.device(2);
    assert_eq!(first.push(&records(1, 1, 5)).unwrap().0, 5);
    assert_eq!(first.push(&records(1, 2, 5)).unwrap().0, 5);
    assert_eq!(first.push(&records(1, 4, 9)).unwrap().0, 9);
    assert_eq!(all(&mut second), records(1, 1, 9));
    let greeting = greet(&mut second, 2).unwrap();
    assert_eq!(greeting.held.get(Uuid::from_u128(1)), 9);
    let last = records(1, 9, 9).remove(0);
    let end = sync::End::new(9, &last.hash);
    assert_eq!(greeting.ends[&last.device], end, "alike or not");
    assert_eq!(greeting.devices, [about(1), about(2)]);
    assert!((greeting.clock_ms.unwrap() - now_ms()).abs() < 60_000);
}

fn a_journal_of_many_pages_is_fetched_whole(ground: &Ground<'_>) {
    let served = ground.served();
    let (mut first, _) = served.device(1);
    for from in (1..=5_000).step_by(1_000) {
        first.push(&records(1, from, from + 999)).unwrap();
    }
    first.push(&records(7, 1, 3)).unwrap();
    let (mut second, _) = served.device(2);
    assert_eq!(all(&mut second).len(), 5_003);
}

fn a_gap_is_not_taken_in_and_the_same_place_with_another_entry_is_a_fork(ground: &Ground<'_>) {
    let served = ground.served();
    let (mut first, _) = served.device(1);
    first.push(&records(1, 1, 5)).unwrap();
    let gap = first.push(&records(1, 7, 8)).unwrap_err();
    assert!(matches!(gap, PlaceError::Away(_)), "{gap}");
    let (mut clone, _) = served.device(2);
    let other: Vec<Record> = (1..=6).map(|seq| record(1, seq, 9)).collect();
    let device = Uuid::from_u128(1);
    let fork = clone.push(&other).unwrap_err();
    assert_eq!(fork, PlaceError::Forked { device, seq: 4 });
    let beyond = clone.push(&other[5..]).unwrap_err();
    assert_eq!(beyond, PlaceError::Forked { device, seq: 5 });
    assert_eq!(all(&mut first), records(1, 1, 5));
    assert_eq!(served.hub.store().figures().unwrap().quarantined, 2);
}

fn a_code_enrols_one_device_for_its_book_alone(ground: &Ground<'_>) {
    let served = ground.served();
    served.device(1);
    let code = served.code(Some(BOOK));
    let (mut other, mut third) = (stranger(&served), stranger(&served));
    let elsewhere = other.enrol(&code, Some(Uuid::from_u128(9)), &about(2));
    assert_eq!(elsewhere, Err(refused("code_invalid")));
    let enrolled = other.enrol(&code.to_lowercase(), None, &about(2));
    assert_eq!(enrolled, Ok(BOOK), "a wrong attempt does not use it up");
    let again = third.enrol(&code, None, &about(3));
    assert_eq!(again, Err(refused("code_invalid")));
    // A code for a new book does not open one that is there.
    let fresh = third.enrol(&served.code(None), Some(BOOK), &about(3));
    assert_eq!(fresh, Err(refused("code_invalid")));
    let nobody = greet(&mut third, 3);
    assert!(nobody.is_err(), "who is not enrolled gets no token");
    let invited = other.invite().unwrap();
    assert_eq!(third.enrol(&invited.code, None, &about(3)), Ok(BOOK));
}

fn stranger(served: &Served) -> Client {
    Client::new(&served.address, Keys::fresh().unwrap())
}

fn a_revoked_device_fetches_nothing_at_once_and_what_it_sends_is_put_aside(ground: &Ground<'_>) {
    let served = ground.served();
    let (mut first, _) = served.device(1);
    let (mut second, _) = served.device(2);
    first.push(&records(1, 1, 2)).unwrap();
    first.revoke(Uuid::from_u128(2)).unwrap();
    let pulled = second.pull(&Vector::default());
    assert_eq!(pulled, Err(refused("revoked")));
    assert_eq!(second.push(&records(2, 1, 4)), Err(refused("revoked")));
    assert_eq!(second.invite(), Err(refused("revoked")));
    assert_eq!(all(&mut first).len(), 2);
    assert_eq!(served.hub.store().figures().unwrap().quarantined, 4);
    let unknown = first.revoke(Uuid::from_u128(8));
    assert_eq!(unknown, Err(refused("unknown")));
}

fn books_know_nothing_of_each_other(ground: &Ground<'_>) {
    let served = ground.served();
    let (mut first, _) = served.device(1);
    first.push(&records(1, 1, 3)).unwrap();
    let mut other = stranger(&served);
    let book = Some(Uuid::from_u128(0xb002));
    other.enrol(&served.code(None), book, &about(1)).unwrap();
    assert_eq!(greet(&mut other, 1).unwrap().held, Vector::default());
    assert_eq!(other.push(&records(1, 1, 1)).unwrap().0, 1);
    assert_eq!((all(&mut first).len(), all(&mut other).len()), (3, 1));
}

fn personal_parts_that_are_gone_stay_gone_when_an_older_copy_comes(ground: &Ground<'_>) {
    let served = ground.served();
    let (mut first, _) = served.device(1);
    first.push(&records(1, 1, 3)).unwrap();
    let device = Uuid::from_u128(1);
    first.redact(&[(device, 3), (device, 6)]).unwrap();
    first.push(&records(1, 1, 9)).unwrap();
    let personal: Vec<u64> = all(&mut first)
        .iter()
        .filter(|record| record.personal.is_some())
        .map(|record| record.seq)
        .collect();
    assert_eq!(personal, [9]);
}

fn a_hub_that_was_restored_has_another_history_and_takes_the_rest_again(ground: &Ground<'_>) {
    let served = ground.served();
    let (mut first, keys) = served.device(1);
    first.push(&records(1, 1, 3)).unwrap();
    let history = greet(&mut first, 1).unwrap().history;
    let copy = ground.copy(served.hub.store());
    first.push(&records(1, 4, 6)).unwrap();
    drop(served);

    let restored = ground.restored(&copy);
    let served = restored.served();
    let mut first = Client::new(&served.address, keys);
    let greeting = greet(&mut first, 1).unwrap();
    assert_ne!(greeting.history, history);
    assert_eq!(greeting.held.get(Uuid::from_u128(1)), 3);
    assert_eq!(first.push(&records(1, 4, 6)).unwrap().0, 6);
    let wrong = served.hub.store().doctor().unwrap();
    assert_eq!(wrong, Vec::<String>::new());
}

fn listeners_hear_of_their_own_book_at_once(ground: &Ground<'_>) {
    let served = ground.served();
    let (mut first, keys) = served.device(1);
    let (heard, hearing) = mpsc::channel();
    let address = served.address.clone();
    let listening = std::thread::spawn(move || {
        sync::hub::listen(&address, keys, &|is_new| {
            heard.send(is_new).unwrap();
            !is_new
        })
    });
    assert!(!hearing.recv().unwrap(), "it says that it listens");
    first.push(&records(1, 1, 1)).unwrap();
    assert!(hearing.recv().unwrap());
    listening.join().unwrap().unwrap();
}

fn bodies_that_are_none_of_ours_are_refused(ground: &Ground<'_>) {
    let served = ground.served();
    let (mut first, _) = served.device(1);
    let mixed = [record(1, 1, 1), record(2, 1, 1)];
    assert_eq!(first.push(&mixed), Err(refused("malformed")));
    assert_eq!(first.push(&[]), Err(refused("malformed")));
    assert_eq!(all(&mut first), []);
}
