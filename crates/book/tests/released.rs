//! Books of every released schema open, are brought to the present one and are sound.

#![allow(clippy::unwrap_used)] // a test may fail

use book::{Book, SCHEMA};
use std::io::Read as _;
use std::path::{Path, PathBuf};

#[test]
fn a_book_of_every_released_schema_opens_and_is_sound() {
    let folder = tempfile::tempdir().unwrap();
    for schema in 1..=SCHEMA {
        assert_sound(&unpacked(folder.path(), schema));
    }
}

#[test]
fn a_book_that_was_left_with_orders_that_wait_in_the_older_sense_is_computed_again() {
    let folder = tempfile::tempdir().unwrap();
    for schema in 2..=3 {
        let path = unpacked(folder.path(), schema);
        let conn = rusqlite::Connection::open(&path).unwrap();
        let waits = "INSERT INTO waiting SELECT max(no), 0 FROM orders";
        assert_eq!(conn.execute(waits, []).unwrap(), 1);
        drop(conn);
        assert_sound(&path);
        assert_sound(&path);
    }
}

/// Lays the book of a released schema into a folder.
fn unpacked(folder: &Path, schema: i64) -> PathBuf {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/books");
    let name = format!("schema-{schema:04}.counterbook");
    let packed = std::fs::File::open(fixtures.join(format!("{name}.gz"))).unwrap();
    let mut bytes = Vec::new();
    flate2::read::GzDecoder::new(packed)
        .read_to_end(&mut bytes)
        .unwrap();
    let path = folder.join(name);
    std::fs::write(&path, bytes).unwrap();
    path
}

fn assert_sound(path: &Path) {
    let verified = Book::open(path).unwrap().verify(&mut |_, _| Ok(()));
    let checks = verified.unwrap().checks;
    let wrong: Vec<_> = checks.iter().filter(|check| !check.ok).collect();
    assert!(wrong.is_empty(), "{}: {wrong:?}", path.display());
    let entries = checks.iter().find(|check| check.name == "journal A");
    assert!(
        entries.is_some_and(|check| check.detail.ends_with(" entries")),
        "{entries:?}"
    );
}
