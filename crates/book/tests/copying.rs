//! Copying journals between books: what is damaged, forked, cloned, restored, redacted or newer
//! than this version is met, and loses nothing.

#![allow(clippy::unwrap_used)] // a test may fail

#[allow(dead_code, reason = "each test uses a part of it")]
mod shop;

use book::sync::Batch;
use book::{Book, Device};
use domain::{DeviceId, Entry, Subject, SubjectKind};
use shop::Clerk;
use std::path::Path;
use uuid::Uuid;

const ALL: Batch = Batch {
    entries: 10_000,
    bytes: usize::MAX,
};

fn entries_of(book: &Book) -> Vec<Entry> {
    let held = book.version_vector().unwrap();
    let of_device = |id: &DeviceId| book.entries_after(*id, 0, ALL).unwrap();
    held.keys().flat_map(of_device).collect()
}

fn copy(from: &Clerk, to: &Clerk) -> book::Received {
    to.book.receive(entries_of(&from.book)).unwrap()
}

/// Where the own journal that came differs from the one that is held.
fn own_fork(clerk: &Clerk, received: &book::Received) -> Option<u64> {
    let own = clerk.book.device().unwrap().id;
    received.seen.get(&own).and_then(|seen| seen.other)
}

fn founded(folder: &Path) -> Clerk {
    let mut clerk = Clerk::new(folder, 1);
    clerk.found();
    clerk
}

/// The same file again, as a backup that was put in the place of the lost one.
fn restored(clerk: &Clerk, folder: &Path, start: u128) -> Clerk {
    let path = folder.join(format!("restored-{start}.counterbook"));
    clerk.book.backup(&path, &mut |_, _| Ok(())).unwrap();
    Clerk::on(Book::open(&path).unwrap(), 1, start)
}

fn digest(clerk: &Clerk) -> String {
    let verified = clerk.book.verify(&mut |_, _| Ok(())).unwrap();
    let wrong: Vec<_> = verified.checks.iter().filter(|check| !check.ok).collect();
    assert!(wrong.is_empty(), "{wrong:?}");
    verified.digest.to_string()
}

fn orders(clerk: &Clerk) -> i64 {
    let count = "SELECT count(*) FROM orders";
    let counted = clerk
        .book
        .read(|read| Ok(read.conn.query_row(count, [], |row| row.get(0))?));
    counted.unwrap()
}

#[test]
fn a_batch_takes_what_fits_and_goes_on_after_it() {
    let folder = tempfile::tempdir().unwrap();
    let mut clerk = founded(folder.path());
    for number in 0..9 {
        clerk.customer(&"x".repeat(number + 1));
    }
    let id = clerk.book.device().unwrap().id;
    let batch = Batch {
        entries: 4,
        bytes: 1,
    };
    assert_eq!(clerk.book.entries_after(id, 0, batch).unwrap().len(), 1);
    let batch = Batch {
        bytes: usize::MAX,
        ..batch
    };
    let some = clerk.book.entries_after(id, 3, batch).unwrap();
    let numbers: Vec<u64> = some.iter().map(|entry| entry.seq).collect();
    assert_eq!(numbers, [4, 5, 6, 7]);
    assert!(some.iter().all(Entry::is_intact));
    assert!(
        some.windows(2)
            .all(|pair| pair[0].hash == pair[1].prev_hash)
    );
}

#[test]
fn a_damaged_entry_is_put_aside_and_keeps_no_other_device_waiting() {
    let folder = tempfile::tempdir().unwrap();
    let mut first = founded(folder.path());
    let third = Clerk::new(folder.path(), 3);
    let mug = first.product("MUG", 1_000_000);
    let mut second = Clerk::new(folder.path(), 2);
    copy(&first, &second);
    second.place(None, &[(mug, 1_000)]);
    let mut entries = entries_of(&second.book);
    entries[1].payload.push(' ');
    let received = third.book.receive(entries).unwrap();
    assert_eq!((received.refused, own_fork(&third, &received)), (1, None));
    assert!(received.applied > 0);
    let aside = third.book.quarantined(10).unwrap();
    assert_eq!((aside.len(), aside[0].reason.as_str()), (1, "damaged"));

    copy(&second, &third);
    assert!(third.book.quarantined(10).unwrap().is_empty(), "it healed");
    assert_eq!(digest(&third), digest(&second));
}

#[test]
fn a_restored_device_takes_another_name_and_gets_back_what_it_had_sent() {
    let folder = tempfile::tempdir().unwrap();
    let mut first = founded(folder.path());
    let mug = first.product("MUG", 1_000_000);
    let mut again = restored(&first, folder.path(), 1);
    first.place(None, &[(mug, 1_000)]);
    first.place(None, &[(mug, 2_000)]);
    let other = Clerk::new(folder.path(), 2);
    copy(&first, &other);

    again.place(None, &[(mug, 3_000)]);
    let old = again.book.device().unwrap();
    let received = copy(&other, &again);
    let from = own_fork(&again, &received);
    assert_eq!((received.applied, from), (0, Some(3)));
    let fresh = DeviceId(Uuid::from_u128(77));
    let device = again.book.take_new_identity(fresh, from);
    let device = device.unwrap();
    assert_eq!((device.id, device.prefix.as_str()), (fresh, "B"));
    assert_eq!((device.last_seq, old.last_seq), (1, 3));
    let received = copy(&other, &again);
    assert_eq!(own_fork(&again, &received), None);
    assert_eq!(orders(&again), 3, "none is lost, none is doubled");
    copy(&again, &other);
    copy(&again, &first);
    let expected = digest(&other);
    assert_eq!(
        (digest(&again), digest(&first)),
        (expected.clone(), expected)
    );
    assert_eq!(again.place(None, &[(mug, 1_000)]).1, "B-000001");
}

#[test]
fn of_two_entries_in_one_place_every_device_keeps_the_same_one() {
    let folder = tempfile::tempdir().unwrap();
    let mut first = founded(folder.path());
    let mug = first.product("MUG", 1_000_000);
    let mut clone = restored(&first, folder.path(), 1);
    first.place(None, &[(mug, 1_000)]);
    first.place(None, &[(mug, 2_000)]);
    clone.place(None, &[(mug, 3_000)]);
    let (one, other) = (Clerk::new(folder.path(), 2), Clerk::new(folder.path(), 3));
    for (from, to) in [
        (&first, &one),
        (&clone, &one),
        (&clone, &other),
        (&first, &other),
    ] {
        copy(from, to);
    }
    copy(&one, &other);
    copy(&other, &one);
    assert_eq!(digest(&one), digest(&other));
    let aside = |clerk: &Clerk| clerk.book.quarantined(10).unwrap().len();
    assert!(aside(&one) > 0 && aside(&other) > 0, "the loser is seen");
}

#[test]
fn what_lost_its_place_under_an_earlier_name_is_said_again_by_whoever_had_that_name() {
    // Which of two entries loses its place hangs on their hashes: both ways are met.
    for quantity_milli in (1..9).map(|count| count * 1_000) {
        let folder = tempfile::tempdir().unwrap();
        let mut lost = founded(folder.path());
        let mug = lost.product("MUG", 1_000_000);
        let mut again = restored(&lost, folder.path(), 1);
        for _ in 0..3 {
            lost.place(None, &[(mug, quantity_milli)]);
        }
        let (hub, stick) = (Clerk::new(folder.path(), 2), Clerk::new(folder.path(), 3));
        copy(&lost, &hub);
        drop(lost);
        again.place(None, &[(mug, 9_000)]);
        copy(&again, &stick);
        let received = copy(&hub, &again);
        let from = own_fork(&again, &received);
        let fresh = DeviceId(Uuid::from_u128(77));
        again.book.take_new_identity(fresh, from).unwrap();
        for _ in 0..2 {
            copy(&hub, &again);
            copy(&stick, &again);
            copy(&again, &hub);
            copy(&again, &stick);
            copy(&hub, &stick);
            copy(&stick, &hub);
        }
        for clerk in [&again, &hub, &stick] {
            assert_eq!(orders(clerk), 4, "{quantity_milli}");
            assert_eq!(digest(clerk), digest(&again), "{quantity_milli}");
        }
    }
}

#[test]
fn erasing_is_told_to_places_once_for_each_entry() {
    let folder = tempfile::tempdir().unwrap();
    let mut first = founded(folder.path());
    let ada = first.customer("Ada");
    let second = Clerk::new(folder.path(), 2);
    let early = entries_of(&first.book);
    first.erase(ada);
    let told = first.book.redactions_after(0, 10).unwrap();
    assert_eq!(told.len(), 1);
    assert!(
        first
            .book
            .redactions_after(told[0].no, 10)
            .unwrap()
            .is_empty()
    );
    copy(&first, &second);
    // An older copy that comes later brings nothing personal back.
    second.book.receive(early).unwrap();
    let personal = |clerk: &Clerk| {
        entries_of(&clerk.book)
            .iter()
            .any(|it| it.personal.is_some())
    };
    assert!(!personal(&first) && !personal(&second));
    assert_eq!(second.book.redactions_after(0, 10).unwrap().len(), 1);
    assert_eq!(digest(&first), digest(&second));
}

#[test]
fn what_only_a_newer_version_knows_is_kept_to_the_letter_and_passed_on() {
    let folder = tempfile::tempdir().unwrap();
    let first = founded(folder.path());
    let second = Clerk::new(folder.path(), 2);
    let mut entry = entries_of(&first.book).remove(0);
    entry.device = DeviceId(Uuid::from_u128(9));
    entry.subject = Subject::new(SubjectKind::Other(250), Uuid::from_u128(10));
    entry.kind = "spoon.bent".into();
    entry.payload = r#"{"angle": 12.50, "of":"tin"}"#.into();
    entry.hash = entry.computed_hash();
    first.book.receive(vec![entry.clone()]).unwrap();
    copy(&first, &second);
    let kept = second.book.entries_after(entry.device, 0, ALL).unwrap();
    assert_eq!(kept, [entry]);
    assert_eq!(digest(&first), digest(&second));

    let path = second.book.path().to_owned();
    drop(second);
    let newer = "UPDATE meta SET value = 'older/6' WHERE key = 'folded_by'";
    rusqlite::Connection::open(&path)
        .unwrap()
        .execute(newer, [])
        .unwrap();
    let upgraded = Clerk::on(Book::open(&path).unwrap(), 2, 1);
    assert_eq!(digest(&first), digest(&upgraded), "it is folded afresh");
}

#[test]
fn what_a_place_holds_and_how_far_it_is_read_survive() {
    let folder = tempfile::tempdir().unwrap();
    let clerk = founded(folder.path());
    let book = &clerk.book;
    assert_eq!(book.places().unwrap(), []);
    let state = book::sync::PlaceState {
        place: "/mnt/stick".into(),
        history: "h".into(),
        held: book.version_vector().unwrap(),
        contact_ms: Some(1),
        ..Default::default()
    };
    book.keep_place(&state).unwrap();
    book.receive_from(book::Arrival {
        place: "/mnt/stick",
        cursors: vec![("a".into(), "7".into())],
        ..Default::default()
    })
    .unwrap();
    assert_eq!(book.place("/mnt/stick").unwrap(), Some(state.clone()));
    assert_eq!(book.cursors("/mnt/stick").unwrap()["a"], "7");
    let nothing = book.local_only(&Default::default()).unwrap();
    assert_eq!(
        (
            nothing.entries,
            book.local_only(&state.held).unwrap().entries
        ),
        (1, 0)
    );
    book.forget_place("/mnt/stick").unwrap();
    assert!(book.cursors("/mnt/stick").unwrap().is_empty());
}

#[test]
fn devices_are_called_what_people_call_them() {
    let folder = tempfile::tempdir().unwrap();
    let clerk = founded(folder.path());
    let other = DeviceId(Uuid::from_u128(5));
    clerk.book.describe_device(other, "Office", "B").unwrap();
    clerk.book.describe_device(other, "", "").unwrap();
    let own: Device = clerk.book.device().unwrap();
    clerk.book.describe_device(own.id, "Till", "").unwrap();
    let states = clerk.book.device_states().unwrap();
    let shown: Vec<_> = states
        .iter()
        .map(|it| (it.name.as_str(), it.prefix.as_str(), it.is_own))
        .collect();
    assert_eq!(shown, [("Till", "A", true), ("Office", "B", false)]);
    assert_eq!(clerk.book.free_prefix(&["C".into()]).unwrap(), "D");
}

#[test]
fn an_entry_that_never_came_is_told_to_be_another_by_the_one_after_it() {
    let folder = tempfile::tempdir().unwrap();
    let mut first = founded(folder.path());
    let mug = first.product("MUG", 1_000_000);
    let mut again = restored(&first, folder.path(), 1);
    first.place(None, &[(mug, 1_000)]);
    first.place(None, &[(mug, 2_000)]);
    again.place(None, &[(mug, 3_000)]);
    // The place has lost the entry in whose place this device wrote another one.
    let mut entries = entries_of(&first.book);
    assert_eq!(entries.remove(2).seq, 3);
    let received = again.book.receive(entries).unwrap();
    let own = again.book.device().unwrap().id;
    let seen = received.seen[&own];
    assert_eq!((seen.same, seen.other), (2, Some(3)), "its hash is known");
    let fresh = DeviceId(Uuid::from_u128(77));
    again.book.take_new_identity(fresh, seen.other).unwrap();
    copy(&first, &again);
    copy(&again, &first);
    assert_eq!(digest(&first), digest(&again));
    assert_eq!(orders(&again), 3, "none is lost, none is doubled");
}
