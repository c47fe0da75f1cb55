//! Stores of versions that were released open with this one, and lose nothing.

#![allow(clippy::unwrap_used, reason = "a test fails where it panics")]

mod kit;

use hub::Store;
use kit::BOOK;
use uuid::Uuid;

const FIRST_FILE: &str = include_str!("../src/store/schema/sqlite/0001.sql");

#[test]
fn a_file_of_the_first_version_is_brought_up_to_date_and_keeps_its_history() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("hub.db");
    let conn = rusqlite::Connection::open(&file).unwrap();
    conn.execute_batch(FIRST_FILE).unwrap();
    conn.execute_batch(
        "INSERT INTO meta VALUES ('history', 'of old'), ('secret', x'00'); \
         PRAGMA application_id = 1128417346; PRAGMA user_version = 1",
    )
    .unwrap();
    drop(conn);
    for _ in 0..2 {
        let store = Store::open(&file).unwrap();
        assert_eq!(store.history().unwrap(), "of old");
        assert!(store.waiting(BOOK, 10).unwrap().is_empty());
        assert_eq!(store.page_at("a link", 0).unwrap(), None);
    }
}

#[test]
fn files_of_others_and_of_newer_versions_are_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    for (name, sql) in [
        (
            "other.db",
            "CREATE TABLE spoon (a); PRAGMA user_version = 1",
        ),
        ("marked.db", "PRAGMA application_id = 7"),
        (
            "newer.db",
            "PRAGMA application_id = 1128417346; PRAGMA user_version = 99",
        ),
    ] {
        let file = folder.path().join(name);
        let conn = rusqlite::Connection::open(&file).unwrap();
        conn.execute_batch(sql).unwrap();
        drop(conn);
        let refused = Store::open(&file).err().unwrap().to_string();
        assert!(refused.contains("newer version"), "{name}: {refused}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_database_of_the_first_version_is_brought_up_to_date_by_one_of_two_servers() {
    let server = stage::Postgres::start().unwrap_or_else(|error| panic!("{error:#}"));
    let address = server.database("hub").unwrap();
    let first = include_str!("../src/store/schema/postgres/0001.sql");
    server.sql("hub", first).unwrap();
    let meta = "INSERT INTO meta VALUES ('history', 'of old'), ('secret', 's'), ('schema', '1')";
    server.sql("hub", meta).unwrap();
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                let database = hub::Database::at(&address, None, 1).unwrap();
                let store = Store::connect(&database).unwrap();
                assert_eq!(store.history().unwrap(), "of old");
                assert!(store.channel(Uuid::nil()).is_err());
            });
        }
    });
    server.database("other").unwrap();
    server.sql("other", "CREATE TABLE meta (a int)").unwrap();
    let other = address.replace("/hub", "/other");
    let database = hub::Database::at(&other, None, 1).unwrap();
    assert!(Store::connect(&database).is_err());
}
