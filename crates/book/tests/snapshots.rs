//! Snapshots: a copy that another device starts from holds what it says, belongs to nobody, and
//! makes a device whose own journal is new. What meets later is one book, whoever started how.

#![allow(clippy::unwrap_used)] // a test may fail

#[allow(dead_code, reason = "each test uses a part of it")]
mod shop;

use book::sync::{Batch, PlaceState, adopt};
use book::{Arrival, Book, BookError};
use domain::{DeviceId, Entry, ProductId};
use proptest::prelude::*;
use shop::{BOOK, Clerk};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use uuid::Uuid;

const ALL: Batch = Batch {
    entries: 10_000,
    bytes: usize::MAX,
};

fn device(number: u128) -> DeviceId {
    DeviceId(Uuid::from_u128(number))
}

fn entries_of(book: &Book) -> Vec<Entry> {
    let held = book.version_vector().unwrap();
    let of_device = |id: &DeviceId| book.entries_after(*id, 0, ALL).unwrap();
    held.keys().flat_map(of_device).collect()
}

fn copy(from: &Clerk, to: &Clerk) {
    let received = to.book.receive(entries_of(&from.book)).unwrap();
    let own = to.book.device().unwrap().id;
    let other = received.seen.get(&own).and_then(|seen| seen.other);
    assert_eq!(other, None, "nobody else writes under its name");
}

fn digest(clerk: &Clerk) -> String {
    let verified = clerk.book.verify(&mut |_, _| Ok(())).unwrap();
    let wrong: Vec<_> = verified.checks.iter().filter(|check| !check.ok).collect();
    assert!(wrong.is_empty(), "{wrong:?}");
    verified.digest.to_string()
}

/// A device that starts from a copy of a snapshot.
fn joined(snapshot: &Path, number: u8) -> Clerk {
    let path = snapshot.with_extension(format!("{number}.counterbook"));
    std::fs::copy(snapshot, &path).unwrap();
    let held = adopt(&path, BOOK, device(u128::from(number))).unwrap();
    let clerk = Clerk::on(Book::open(&path).unwrap(), number, 0);
    assert_eq!(clerk.book.version_vector().unwrap(), held);
    let prefix = clerk.book.free_prefix(&[]).unwrap();
    let own = clerk.book.device().unwrap();
    assert_eq!((own.id, own.last_seq), (device(u128::from(number)), 0));
    clerk.book.describe_device(own.id, "", &prefix).unwrap();
    clerk
}

fn shop_of(folder: &Path) -> (Clerk, ProductId) {
    let mut clerk = Clerk::new(folder, 1);
    clerk.found();
    let mug = clerk.product("MUG", 1_000_000);
    (clerk, mug)
}

fn snapshot_of(clerk: &Clerk, folder: &Path) -> PathBuf {
    let path = folder.join("snapshot");
    let _ = std::fs::remove_file(&path);
    assert_eq!(
        clerk.book.snapshot(&path).unwrap(),
        clerk.book.version_vector().unwrap()
    );
    path
}

#[test]
fn a_device_that_starts_from_a_snapshot_says_all_it_says_under_a_name_of_its_own() {
    let folder = tempfile::tempdir().unwrap();
    let (mut maker, mug) = shop_of(folder.path());
    let ada = maker.customer("Ada");
    // Sales whose sums wait are in the copy, too.
    for _ in 0..3 {
        maker.place(Some(ada), &[(mug, 1_000)]);
    }
    let snapshot = snapshot_of(&maker, folder.path());
    let mut new = joined(&snapshot, 7);
    assert_eq!(digest(&new), digest(&maker));
    let before = entries_of(&maker.book).into_iter().map(|it| it.hlc).max();
    // Its clock is far behind that of the maker.
    new.at_ms -= 86_400_000;
    let (_, number) = new.place(Some(ada), &[(mug, 2_000)]);
    assert_eq!(number, "B-000001");
    maker.place(Some(ada), &[(mug, 1_000)]);
    let own = new.book.entries_after(device(7), 0, ALL).unwrap();
    assert_eq!((own.len(), own[0].seq, own[0].prev_hash), (1, 1, [0; 32]));
    assert!(own[0].hlc > before.unwrap());
    copy(&maker, &new);
    copy(&new, &maker);
    assert_eq!(digest(&new), digest(&maker));
    // Closed and opened again it is who it was.
    let path = new.book.path().to_owned();
    drop(new);
    let again = Book::open(&path).unwrap();
    assert_eq!(again.device().unwrap().id, device(7));
}

#[test]
fn what_is_of_the_makers_file_alone_is_not_in_the_copy_and_nobody_opens_it_unadopted() {
    let folder = tempfile::tempdir().unwrap();
    let (mut maker, _) = shop_of(folder.path());
    maker.customer("Ada");
    let place = PlaceState {
        place: "https://hub".into(),
        ..PlaceState::default()
    };
    maker.book.keep_place(&place).unwrap();
    let ahead = Arrival {
        place: "https://hub",
        cursors: vec![("part".into(), "9".into())],
        ..Arrival::default()
    };
    maker.book.receive_from(ahead).unwrap();
    maker
        .book
        .quarantine_bytes(("https://hub", 0), 3, b"spoon")
        .unwrap();
    let snapshot = snapshot_of(&maker, folder.path());
    assert!(
        Book::open(&snapshot)
            .and_then(|book| book.device())
            .is_err()
    );
    let new = joined(&snapshot, 7);
    assert_eq!(new.book.places().unwrap(), []);
    assert!(new.book.cursors("https://hub").unwrap().is_empty());
    assert_eq!(new.book.quarantined(9).unwrap(), []);
    assert_eq!(maker.book.quarantined(9).unwrap().len(), 1);
}

#[test]
fn what_was_erased_after_a_snapshot_leaves_the_file_that_began_with_it() {
    let folder = tempfile::tempdir().unwrap();
    let (mut maker, mug) = shop_of(folder.path());
    let name = "Ada Lovelace-Byron";
    let ada = maker.customer(name);
    maker.place(Some(ada), &[(mug, 1_000)]);
    let snapshot = snapshot_of(&maker, folder.path());
    maker.erase(ada);
    let new = joined(&snapshot, 7);
    let holds = |path: &Path| {
        let bytes = std::fs::read(path).unwrap();
        bytes.windows(name.len()).any(|at| at == name.as_bytes())
    };
    assert!(holds(new.book.path()), "the snapshot is from before");
    copy(&maker, &new);
    assert!(entries_of(&new.book).iter().all(|it| it.personal.is_none()));
    assert_eq!(digest(&new), digest(&maker));
    let redactions = |clerk: &Clerk| clerk.book.redactions_after(0, 99).unwrap().len();
    assert_eq!(redactions(&new), redactions(&maker), "places are told");
    let path = new.book.path().to_owned();
    drop(new);
    assert!(!holds(&path), "not a byte is left");
    // A snapshot that is made now holds nothing of it, nor of what the pages held before.
    let snapshot = snapshot_of(&maker, folder.path());
    assert!(!holds(&snapshot));
}

/// Does something to a snapshot that is no book any more, and says why it is not taken.
fn refused(snapshot: &Path, sql: &str) -> BookError {
    let path = snapshot.with_extension("hostile");
    std::fs::copy(snapshot, &path).unwrap();
    let conn = rusqlite::Connection::open(&path).unwrap();
    conn.execute_batch(sql).unwrap();
    conn.close().unwrap();
    adopt(&path, BOOK, device(7)).unwrap_err()
}

#[test]
fn what_is_no_snapshot_of_this_book_is_not_taken() {
    let folder = tempfile::tempdir().unwrap();
    let (mut maker, _) = shop_of(folder.path());
    maker.customer("Ada");
    let snapshot = snapshot_of(&maker, folder.path());
    let trigger = "CREATE TRIGGER t AFTER INSERT ON journal BEGIN DELETE FROM personal; END";
    assert!(matches!(
        refused(&snapshot, trigger),
        BookError::Damaged { .. }
    ));
    let table = "CREATE TABLE more (no INTEGER)";
    assert!(matches!(
        refused(&snapshot, table),
        BookError::Damaged { .. }
    ));
    for claims_more in [
        "UPDATE device SET last_seq = last_seq + 1",
        "DELETE FROM personal; DELETE FROM journal WHERE seq = 2",
        "UPDATE device SET last_hash = zeroblob(32)",
    ] {
        let why = refused(&snapshot, claims_more);
        assert!(matches!(why, BookError::Inconsistent(_)), "{why}");
    }
    let why = refused(&snapshot, "PRAGMA user_version = 99");
    assert!(matches!(why, BookError::Newer { .. }), "{why}");
    let other = adopt(&snapshot, Uuid::from_u128(9), device(7)).unwrap_err();
    assert!(matches!(other, BookError::Inconsistent(_)), "{other}");
    let taken = adopt(&snapshot, BOOK, device(1)).unwrap_err();
    assert!(matches!(taken, BookError::Inconsistent(_)), "{taken}");
    let mut bytes = std::fs::read(&snapshot).unwrap();
    let half = bytes.len() / 2;
    bytes.truncate(half);
    let cut = folder.path().join("cut");
    std::fs::write(&cut, bytes).unwrap();
    assert!(adopt(&cut, BOOK, device(7)).is_err());
    std::fs::write(&cut, b"spoon").unwrap();
    assert!(adopt(&cut, BOOK, device(7)).is_err());
    assert_eq!(joined(&snapshot, 7).book.version_vector().unwrap().len(), 1);
}

#[test]
fn a_snapshot_is_never_written_over_a_file() {
    let folder = tempfile::tempdir().unwrap();
    let (maker, _) = shop_of(folder.path());
    let taken = maker.book.snapshot(maker.book.path()).unwrap_err();
    assert!(matches!(taken, BookError::Exists(_)), "{taken}");
}

/// The number of the clerk who did what an entry says.
fn doer(entry: &Entry) -> u128 {
    entry.request_id.0.as_u128() >> 100
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8))]

    #[test]
    fn whoever_starts_from_whose_snapshot_and_when_all_hold_one_book_and_each_its_own_journal(
        steps in prop::collection::vec(any::<u16>(), 4..40),
    ) {
        let folder = tempfile::tempdir().unwrap();
        let (first, mug) = shop_of(folder.path());
        let mut clerks = vec![first];
        let (mut deeds, mut snapshot) = (0, None);
        for step in steps {
            let at = usize::from(step >> 3) % clerks.len();
            let other = usize::from(step >> 8) % clerks.len();
            match step & 7 {
                0 => snapshot = Some(snapshot_of(&clerks[at], folder.path())),
                1 if clerks.len() < 6 => if let Some(snapshot) = &snapshot {
                    let number = clerks.len() as u8 + 1;
                    clerks.push(joined(snapshot, number));
                },
                2 | 3 if at != other => copy(&clerks[at], &clerks[other]),
                4 => drop(clerks[at].customer("Bo")),
                _ => {
                    clerks[at].find(mug, 1_000, None);
                    deeds += 1;
                }
            }
        }
        for _ in 0..2 {
            for at in 0..clerks.len() {
                for other in (0..clerks.len()).filter(|other| *other != at) {
                    copy(&clerks[at], &clerks[other]);
                }
            }
        }
        for (at, clerk) in clerks.iter().enumerate() {
            prop_assert_eq!(digest(clerk), digest(&clerks[0]));
            let entries = entries_of(&clerk.book);
            let found = entries.iter().filter(|it| it.kind == "stock.adjusted");
            let requests: BTreeSet<_> = found.map(|it| it.request_id.0).collect();
            prop_assert_eq!(requests.len(), deeds);
            prop_assert!(entries.iter().all(|it| it.device.0.as_u128() == doer(it)));
            prop_assert_eq!(clerk.book.device().unwrap().id, device(at as u128 + 1));
        }
    }
}
