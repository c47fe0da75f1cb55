//! Folders, with files as they are found in the wild.

use super::*;
use crate::record::sample;

const BOOK: Uuid = Uuid::from_u128(0xb00c);

fn about(device: u128) -> About {
    About {
        device: Uuid::from_u128(device),
        name: format!("Till {device}"),
        prefix: "A".into(),
    }
}

fn greeted(folder: &Path, device: u128) -> Folder {
    let mut place = Folder::new(folder, BOOK);
    place.greet(&about(device), &BTreeMap::new()).unwrap();
    place
}

fn records(device: u128, to: u64) -> Vec<Record> {
    (1..=to).map(|seq| sample(device, seq)).collect()
}

fn all(place: &mut Folder) -> (Vec<Record>, usize) {
    let (mut records, mut damaged) = (Vec::new(), 0);
    loop {
        let pulled = place.pull(&Vector::default()).unwrap();
        records.extend(pulled.records);
        damaged += pulled.unreadable.len();
        if !pulled.more {
            return (records, damaged);
        }
    }
}

fn file_of(folder: &Path, device: u128) -> PathBuf {
    greeted(folder, device).own_file()
}

#[test]
fn what_one_device_writes_another_reads_and_knows_who_wrote() {
    let folder = tempfile::tempdir().unwrap();
    let mut first = greeted(folder.path(), 1);
    let (held, bytes) = first.push(&records(1, 5)).unwrap();
    assert!(held == 5 && bytes > 500);
    let mut second = greeted(folder.path(), 2);
    assert_eq!(all(&mut second), (records(1, 5), 0));
    assert_eq!(second.held().get(Uuid::from_u128(1)), 5);
    let mut third = greeted(folder.path(), 3);
    all(&mut third);
    assert_eq!(
        third.devices(),
        [about(1), about(2)],
        "without entries, too"
    );
    assert_eq!(Folder::books(folder.path()).unwrap(), [BOOK]);
}

#[test]
fn a_file_is_read_on_from_where_it_was_read_before() {
    let folder = tempfile::tempdir().unwrap();
    let mut first = greeted(folder.path(), 1);
    first.push(&records(1, 3)).unwrap();
    let mut second = greeted(folder.path(), 2);
    let cursors = second.pull(&Vector::default()).unwrap().cursors;
    let cursors: BTreeMap<String, String> = cursors.into_iter().collect();
    first.push(&[sample(1, 4)]).unwrap();
    let greeting = second.greet(&about(2), &cursors).unwrap();
    assert_eq!(greeting.held.get(Uuid::from_u128(1)), 3);
    assert_eq!(all(&mut second).0, [sample(1, 4)]);
    assert_eq!(second.held().get(Uuid::from_u128(1)), 4);
}

#[test]
fn a_half_copied_file_gives_what_is_there_and_no_damage() {
    let folder = tempfile::tempdir().unwrap();
    greeted(folder.path(), 1).push(&records(1, 4)).unwrap();
    let path = file_of(folder.path(), 1);
    let whole = fs::read(&path).unwrap();
    fs::write(&path, &whole[..whole.len() - 10]).unwrap();
    let mut second = greeted(folder.path(), 2);
    assert_eq!(all(&mut second), (records(1, 3), 0));
    // Its device goes on: the torn end is gone, the entry written again.
    greeted(folder.path(), 1).push(&[sample(1, 4)]).unwrap();
    assert_eq!(all(&mut greeted(folder.path(), 2)), (records(1, 4), 0));
}

#[test]
fn a_damaged_entry_is_named_and_stepped_over_and_heals_with_a_sound_copy() {
    let folder = tempfile::tempdir().unwrap();
    greeted(folder.path(), 1).push(&records(1, 4)).unwrap();
    let path = file_of(folder.path(), 1);
    let mut bytes = fs::read(&path).unwrap();
    let at = bytes.len() / 2;
    bytes[at] ^= 1;
    fs::write(&path, &bytes).unwrap();
    let mut second = greeted(folder.path(), 2);
    let cursors: BTreeMap<_, _> = second
        .pull(&Vector::default())
        .unwrap()
        .cursors
        .into_iter()
        .collect();
    let (found, damaged) = all(&mut greeted(folder.path(), 2));
    assert_eq!((found.len(), damaged), (3, 1));
    bytes[at] ^= 1;
    fs::write(&path, &bytes).unwrap();
    second.greet(&about(2), &cursors).unwrap();
    let (healed, damaged) = all(&mut second);
    assert!(
        damaged == 0 && second.held().get(Uuid::from_u128(1)) == 4,
        "{healed:?}"
    );
}

#[test]
fn copies_in_conflict_are_read_like_any_other_file() {
    let folder = tempfile::tempdir().unwrap();
    greeted(folder.path(), 1).push(&records(1, 2)).unwrap();
    let path = file_of(folder.path(), 1);
    let older = fs::read(&path).unwrap();
    greeted(folder.path(), 1).push(&[sample(1, 3)]).unwrap();
    fs::rename(&path, path.with_file_name("x (conflicted copy).journal")).unwrap();
    fs::write(&path, older).unwrap();
    let mut second = greeted(folder.path(), 2);
    all(&mut second);
    assert_eq!(second.held().get(Uuid::from_u128(1)), 3);
}

#[test]
fn other_files_and_other_books_are_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let mut first = greeted(folder.path(), 1);
    first.push(&records(1, 1)).unwrap();
    let inside = first.own_folder();
    fs::write(inside.join("notes.txt"), "milk").unwrap();
    fs::write(inside.join("x.journal.7.part"), "half").unwrap();
    let mut other = Folder::new(folder.path(), Uuid::from_u128(7));
    other.greet(&about(1), &BTreeMap::new()).unwrap();
    other.push(&records(9, 2)).unwrap();
    fs::copy(other.own_file(), inside.join("stray.journal")).unwrap();
    assert_eq!(all(&mut greeted(folder.path(), 2)), (records(1, 1), 0));
}

#[test]
fn a_stick_that_is_not_there_is_away_and_nothing_is_made_in_its_place() {
    let folder = tempfile::tempdir().unwrap();
    let gone = folder.path().join("stick");
    let mut place = Folder::new(&gone, BOOK);
    let answer = place.greet(&about(1), &BTreeMap::new());
    assert!(matches!(answer, Err(PlaceError::Away(_))));
    assert!(!gone.exists());
}

#[test]
fn personal_parts_that_are_gone_leave_every_file_that_holds_them() {
    let folder = tempfile::tempdir().unwrap();
    greeted(folder.path(), 1).push(&records(1, 4)).unwrap();
    let path = file_of(folder.path(), 1);
    let copy = path.with_file_name("copy of it.journal");
    fs::copy(&path, &copy).unwrap();
    let mut second = greeted(folder.path(), 2);
    let cursors: BTreeMap<_, _> = second
        .pull(&Vector::default())
        .unwrap()
        .cursors
        .into_iter()
        .collect();
    second.redact(&[(Uuid::from_u128(1), 3)]).unwrap();
    for file in [&path, &copy] {
        let bytes = fs::read(file).unwrap();
        assert!(!bytes.windows(3).any(|three| three == b"Ada"));
    }
    // Whoever had read the old file reads the new one from its beginning.
    assert_eq!(
        second.greet(&about(2), &cursors).unwrap().held,
        Vector::default()
    );
    let (found, damaged) = all(&mut second);
    assert_eq!((found.len(), damaged), (8, 0));
    assert!(
        found
            .iter()
            .all(|record| record.entry().unwrap().is_intact())
    );
}

#[test]
fn a_file_that_nobody_reads_any_more_loses_personal_parts_as_well() {
    let folder = tempfile::tempdir().unwrap();
    greeted(folder.path(), 1).push(&records(1, 3)).unwrap();
    let path = file_of(folder.path(), 1);
    let mut bytes = fs::read(&path).unwrap();
    bytes[8] ^= 1;
    fs::write(&path, &bytes).unwrap();
    let beside = path.with_file_name("notes.txt");
    fs::write(&beside, "Ada comes on Friday").unwrap();
    let mut second = greeted(folder.path(), 2);
    assert_eq!(all(&mut second).0.len(), 0, "its head is damaged");
    second.redact(&[(Uuid::from_u128(1), 3)]).unwrap();
    let bytes = fs::read(&path).unwrap();
    assert!(!bytes.windows(3).any(|three| three == b"Ada"));
    assert_eq!(fs::read(&beside).unwrap(), b"Ada comes on Friday");
}

#[test]
fn a_device_that_is_called_otherwise_says_so_once() {
    let folder = tempfile::tempdir().unwrap();
    let mut first = greeted(folder.path(), 1);
    first.push(&records(1, 1)).unwrap();
    first.about.prefix = "C".into();
    for seq in [2, 3] {
        first.push(&[sample(1, seq)]).unwrap();
    }
    let mut second = greeted(folder.path(), 2);
    all(&mut second);
    assert_eq!(second.devices()[0].prefix, "C");
}

#[test]
fn a_file_that_rots_after_it_was_read_is_mended_by_its_device() {
    let folder = tempfile::tempdir().unwrap();
    let mut first = greeted(folder.path(), 1);
    first.push(&records(1, 4)).unwrap();
    let cursors: BTreeMap<_, _> = greeted(folder.path(), 1)
        .pull(&Vector::default())
        .unwrap()
        .cursors
        .into_iter()
        .collect();
    let path = file_of(folder.path(), 1);
    let mut bytes = fs::read(&path).unwrap();
    let at = bytes.len() / 2;
    bytes[at] ^= 1;
    fs::write(&path, &bytes).unwrap();
    let one = Uuid::from_u128(1);
    assert_eq!(first.greet(&about(1), &cursors).unwrap().held.get(one), 4);
    assert_eq!(
        all(&mut greeted(folder.path(), 2)).1,
        1,
        "another one finds it"
    );
    first.greet(&about(1), &cursors).unwrap();
    assert_eq!(all(&mut first).1, 0, "it is taken out");
    assert!(first.held().get(one) < 4, "and known to be missing");
    first.push(&records(1, 4)).unwrap();
    let mut second = greeted(folder.path(), 2);
    assert_eq!(all(&mut second).1, 0);
    assert_eq!(second.held().get(one), 4);
}
