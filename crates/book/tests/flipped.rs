//! One flipped byte in a payload is found, and the entry named.

#![allow(clippy::unwrap_used)] // a test may fail

#[allow(dead_code, reason = "each test uses a part of it")]
mod shop;

use book::Book;
use shop::Clerk;
use std::path::Path;

#[test]
fn a_flipped_byte_in_any_payload_is_found_and_named() {
    let folder = tempfile::tempdir().unwrap();
    let mut clerk = Clerk::new(folder.path(), 1);
    clerk.found();
    let mug = clerk.product("MUG", 2_500_000);
    clerk.place(None, &[(mug, 7_000)]);
    let path = clerk.book.path().to_owned();
    drop(clerk);
    let conn = rusqlite::Connection::open(&path).unwrap();
    let packed: Vec<u8> = conn
        .query_row("SELECT packed FROM journal WHERE seq = 3", [], |row| {
            row.get(0)
        })
        .unwrap();
    let put = |bytes: &[u8]| {
        conn.execute("UPDATE journal SET packed = ?1 WHERE seq = 3", [bytes])
            .unwrap();
    };
    for at in (0..packed.len()).step_by(9) {
        let mut flipped = packed.clone();
        flipped[at] ^= 4;
        put(&flipped);
        assert_names(&path, 3);
    }
    put(&packed);
    // What is written beside a packed payload counts in its place.
    let beside = "UPDATE journal SET payload = '{}' WHERE seq = 3";
    conn.execute(beside, []).unwrap();
    assert_names(&path, 3);
    conn.execute("UPDATE journal SET payload = '' WHERE seq = 3", [])
        .unwrap();
    assert!(verified(&path).ok);
    // A payload that lies there as it is, as those of older versions do.
    let text = "UPDATE journal SET payload = '{\"sku\":\"CUP\"}', packed = NULL WHERE seq = 2";
    conn.execute(text, []).unwrap();
    assert_names(&path, 2);
}

fn verified(path: &Path) -> book::Verified {
    let book = Book::open(path).unwrap();
    book.verify(&mut |_, _| Ok(())).unwrap()
}

/// The check of the journal names this entry, and nothing before it.
fn assert_names(path: &Path, seq: u64) {
    let verified = verified(path);
    let checks = verified.checks.iter();
    let named = checks.clone().find(|check| check.name == "journal A");
    let begins = format!("entry {seq}:");
    assert!(
        !verified.ok && named.is_some_and(|check| !check.ok && check.detail.starts_with(&begins)),
        "{named:?}"
    );
}
