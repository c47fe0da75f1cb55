//! What every store must do with the snapshots that new devices start from.

use std::path::PathBuf;

use sync::drive::Failure;
use sync::hub::{Hub as Client, Keys};
use sync::limits::{CHUNK_BYTES, STORED_CHUNK_BYTES};
use sync::shelf::{Pace, Shelves as _, download, manifest_of, upload};
use sync::snapshot::{Begun, Listing};
use sync::{Place as _, PlaceError, Vector};
use uuid::Uuid;

use super::kit::{Ground, about, greet, now_ms, records, refused};

const PACE: Pace<'_> = Pace {
    on: &|_, _| true,
    pause: &|_| (),
};

fn held(last: u64) -> Vector {
    [(Uuid::from_u128(1), last)].into_iter().collect()
}

/// A file of two chunks; what begins it is said.
fn file(folder: &tempfile::TempDir, begins: &[u8]) -> (PathBuf, Vec<u8>) {
    let mut bytes = begins.to_vec();
    bytes.extend((0..CHUNK_BYTES).map(|at| (at / 777 % 251) as u8));
    let path = folder.path().join("file");
    std::fs::write(&path, &bytes).unwrap();
    (path, bytes)
}

fn given(device: &mut Client, begun: &Begun, last: u64) -> Result<Listing, Failure> {
    let folder = tempfile::tempdir().unwrap();
    let (path, _) = file(&folder, format!("snapshot {last}").as_bytes());
    upload(device, (begun, None), (&path, &held(last), 5), &PACE)
}

fn refusal(code: &str) -> Failure {
    Failure::Place(refused(code))
}

pub fn a_snapshot_goes_there_and_back_and_the_next_takes_its_place(ground: &Ground<'_>) {
    let served = ground.served();
    let (mut maker, _) = served.device(1);
    let (mut new, _) = served.device(2);
    assert_eq!(new.shelf().unwrap().newest, None);
    assert_eq!(greet(&mut new, 2).unwrap().snapshot, None);
    let begun = maker.begin(false).unwrap();
    let listing = given(&mut maker, &begun, 7).unwrap();
    let shelf = new.shelf().unwrap();
    assert_eq!(shelf.newest.as_ref(), Some(&listing));
    assert!((shelf.came_ms.unwrap() - now_ms()).abs() < 60_000);
    let told = greet(&mut new, 2).unwrap().snapshot.unwrap();
    assert_eq!((told.entries, told.bytes), (7, listing.bytes));

    let folder = tempfile::tempdir().unwrap();
    let to = folder.path().join("back");
    let manifest = manifest_of(&listing, None).unwrap();
    download(&mut new, (&manifest, None), &to, &PACE).unwrap();
    let (_, bytes) = file(&folder, b"snapshot 7");
    assert!(std::fs::read(&to).unwrap() == bytes);

    let begun = maker.begin(true).unwrap();
    let next = given(&mut maker, &begun, 9).unwrap();
    assert_eq!(new.shelf().unwrap().newest.as_ref(), Some(&next));
    // What both have is there once, what only the first had is gone.
    let gone: Vec<_> = listing
        .chunks
        .iter()
        .filter(|it| !next.chunks.contains(it))
        .collect();
    assert!(!gone.is_empty());
    for name in gone {
        assert_eq!(new.chunk(name), Err(refused("unknown")));
    }
    let figures = served.hub.store().figures().unwrap();
    assert_eq!(figures.snapshots, 1);
    assert_eq!(
        figures.snapshot_bytes as u64,
        new.shelf().unwrap().stored_bytes
    );
    assert_eq!(served.hub.store().doctor().unwrap(), Vec::<String>::new());
}

pub fn one_device_at_a_time_makes_a_snapshot_and_not_too_often(ground: &Ground<'_>) {
    let served = ground.served();
    let (mut first, _) = served.device(1);
    let (mut second, _) = served.device(2);
    let busy = || Err(refused("busy"));
    assert_eq!(
        second.give_chunk(b"x"),
        Err(refused("busy")),
        "without asking"
    );
    let begun = first.begin(false).unwrap();
    assert_eq!(
        first.begin(false).as_ref(),
        Ok(&begun),
        "it may begin again"
    );
    assert_eq!(second.begin(true), busy());
    assert_eq!(second.give_chunk(b"x"), Err(refused("busy")));
    given(&mut first, &begun, 7).unwrap();
    assert_eq!(second.begin(false), busy(), "the last one is young");
    assert_eq!(first.begin(false), busy());
    assert_eq!(second.begin(true), Ok(begun));
    assert_eq!(first.begin(true), busy());
}

pub fn what_is_erased_takes_the_snapshot_with_it_and_one_that_was_under_way(ground: &Ground<'_>) {
    let served = ground.served();
    let (mut maker, _) = served.device(1);
    maker.push(&records(1, 1, 9)).unwrap();
    let gone = [(Uuid::from_u128(1), 3)];
    let begun = maker.begin(true).unwrap();
    let listing = given(&mut maker, &begun, 7).unwrap();
    let late = maker.begin(true).unwrap();
    maker.redact(&gone).unwrap();
    assert_eq!(maker.shelf().unwrap().newest, None);
    assert_eq!(maker.chunk(&listing.chunks[0]), Err(refused("unknown")));
    assert_eq!(served.hub.store().figures().unwrap().snapshot_bytes, 0);
    assert_eq!(given(&mut maker, &late, 9), Err(refusal("outdated")));
    assert_eq!(maker.shelf().unwrap().newest, None);
    // What is known to be erased already takes nothing with it.
    let begun = maker.begin(true).unwrap();
    given(&mut maker, &begun, 9).unwrap();
    maker.redact(&gone).unwrap();
    assert!(maker.shelf().unwrap().newest.is_some());
}

pub fn a_revocation_takes_the_snapshot_with_it(ground: &Ground<'_>) {
    let served = ground.served();
    let (mut first, _) = served.device(1);
    let (mut second, _) = served.device(2);
    let begun = second.begin(true).unwrap();
    given(&mut second, &begun, 7).unwrap();
    first.revoke(Uuid::from_u128(2)).unwrap();
    assert_eq!(first.shelf().unwrap().newest, None);
    assert_eq!(second.shelf(), Err(refused("revoked")));
    assert_eq!(second.begin(true), Err(refused("revoked")));
    assert_eq!(second.give_chunk(b"x"), Err(refused("revoked")));
}

pub fn what_cannot_be_a_snapshot_is_not_kept(ground: &Ground<'_>) {
    let served = ground.served();
    let (mut device, _) = served.device(1);
    let begun = device.begin(true).unwrap();
    let malformed = Err(refused("malformed"));
    assert_eq!(device.give_chunk(&[]), malformed);
    assert_eq!(
        device.give_chunk(&vec![1; STORED_CHUNK_BYTES + 1]),
        malformed
    );
    let listing = Listing {
        held: held(1),
        made_ms: 0,
        bytes: 9,
        chunks: vec!["a".repeat(64)],
        manifest: String::new(),
    };
    assert_eq!(
        device.give(&begun, &listing),
        Err(refused("outdated")),
        "a chunk is missing"
    );
    let wrong: [fn(&mut Listing); 4] = [
        |it| it.bytes = u64::MAX,
        |it| it.chunks.clear(),
        |it| it.chunks[0] = "spoon".into(),
        |it| it.held = Vector::default(),
    ];
    for wrong in wrong {
        let mut listing = listing.clone();
        wrong(&mut listing);
        assert_eq!(device.give(&begun, &listing), malformed);
    }
    assert_eq!(device.shelf().unwrap().newest, None);
    for name in ["spoon", "../shelf", &"b".repeat(64)] {
        let answer = device.chunk(&name.to_owned());
        assert!(matches!(
            answer,
            Err(PlaceError::Refused(_) | PlaceError::Away(_))
        ));
    }
}

pub fn books_have_their_own_snapshots(ground: &Ground<'_>) {
    let served = ground.served();
    let (mut device, _) = served.device(1);
    let begun = device.begin(true).unwrap();
    let listing = given(&mut device, &begun, 7).unwrap();
    let mut other = Client::new(&served.address, Keys::fresh().unwrap());
    let book = Some(Uuid::from_u128(0xb002));
    other.enrol(&served.code(None), book, &about(1)).unwrap();
    assert_eq!(other.shelf().unwrap().newest, None);
    assert_eq!(other.chunk(&listing.chunks[0]), Err(refused("unknown")));
    assert!(other.lacks(&listing.chunks[0]).unwrap());
    assert!(!device.lacks(&listing.chunks[0]).unwrap());
}

pub fn a_restored_hub_takes_no_snapshot_of_its_other_history(ground: &Ground<'_>) {
    let served = ground.served();
    let (mut device, keys) = served.device(1);
    let begun = device.begin(true).unwrap();
    let listing = given(&mut device, &begun, 7).unwrap();
    let copy = ground.copy(served.hub.store());
    drop(served);
    let restored = ground.restored(&copy);
    let served = restored.served();
    let mut device = Client::new(&served.address, keys);
    assert_eq!(
        device.shelf().unwrap().newest,
        Some(listing),
        "it came back, too"
    );
    device.begin(true).unwrap();
    assert_eq!(given(&mut device, &begun, 9), Err(refusal("outdated")));
}
