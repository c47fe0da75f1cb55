//! Books of every released schema open, are brought to the present one and are sound.

#![allow(clippy::unwrap_used)] // a test may fail

use book::{Book, SCHEMA};
use std::io::Read as _;
use std::path::{Path, PathBuf};

#[test]
fn a_book_of_every_released_schema_opens_and_is_sound() {
    let folder = tempfile::tempdir().unwrap();
    for schema in (1..=SCHEMA).filter(|schema| is_released(*schema)) {
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

/// Whether a version with this schema is out; of every one but the present there is a book.
fn is_released(schema: i64) -> bool {
    schema < SCHEMA || packed(schema).is_file()
}

/// The book of a released schema, as it is kept.
fn packed(schema: i64) -> PathBuf {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/books");
    fixtures.join(format!("schema-{schema:04}.counterbook.gz"))
}

/// Lays the book of a released schema into a folder.
fn unpacked(folder: &Path, schema: i64) -> PathBuf {
    let packed = std::fs::File::open(packed(schema)).unwrap();
    let mut bytes = Vec::new();
    flate2::read::GzDecoder::new(packed)
        .read_to_end(&mut bytes)
        .unwrap();
    let path = folder.join(format!("schema-{schema:04}.counterbook"));
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
