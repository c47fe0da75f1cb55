//! Books of every released schema open, are brought to the present one and are sound.

#![allow(clippy::unwrap_used)] // a test may fail

use book::{Book, SCHEMA};
use std::io::Read as _;
use std::path::Path;

#[test]
fn a_book_of_every_released_schema_opens_and_is_sound() {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/books");
    let folder = tempfile::tempdir().unwrap();
    for schema in 1..=SCHEMA {
        let name = format!("schema-{schema:04}.counterbook");
        let packed = std::fs::File::open(fixtures.join(format!("{name}.gz"))).unwrap();
        let mut bytes = Vec::new();
        flate2::read::GzDecoder::new(packed)
            .read_to_end(&mut bytes)
            .unwrap();
        let path = folder.path().join(&name);
        std::fs::write(&path, bytes).unwrap();
        let verified = Book::open(&path)
            .unwrap()
            .verify(&mut |_, _| Ok(()))
            .unwrap();
        let wrong: Vec<_> = verified.checks.iter().filter(|check| !check.ok).collect();
        assert!(wrong.is_empty(), "{name}: {wrong:?}");
        let entries = verified
            .checks
            .iter()
            .find(|check| check.name == "journal A");
        assert!(
            entries.is_some_and(|check| check.detail.ends_with(" entries")),
            "{entries:?}"
        );
    }
}
