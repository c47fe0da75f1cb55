//! A commit of several pages goes to the log at one stroke, and is refused as a whole when that
//! cannot be.

#![allow(clippy::unwrap_used)] // a test may fail

use disk::Disk;
use rusqlite::{Connection, OpenFlags};

fn table(conn: &Connection) {
    conn.execute_batch(
        "PRAGMA journal_mode = wal;
         CREATE TABLE said (no INTEGER PRIMARY KEY, what TEXT NOT NULL);
         CREATE INDEX said_what ON said (what);
         INSERT INTO said (what) VALUES ('first');",
    )
    .unwrap();
}

fn says(conn: &Connection) -> bool {
    conn.execute("INSERT INTO said (what) VALUES ('more')", [])
        .is_ok()
}

fn rows(conn: &Connection) -> i64 {
    conn.query_row("SELECT count(*) FROM said", [], |row| row.get(0))
        .unwrap()
}

#[test]
fn a_commit_of_two_pages_is_one_write() {
    let disk = Disk::take();
    let folder = tempfile::tempdir().unwrap();
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE;
    let ours = gather::open(&folder.path().join("ours"), flags).unwrap();
    let plain = Connection::open(folder.path().join("plain")).unwrap();
    for conn in [&ours, &plain] {
        table(conn);
    }

    disk.full_after(1);
    assert!(says(&ours), "there was room for one write");
    assert!(!says(&ours), "and for no more");
    disk.mend();
    assert_eq!(rows(&ours), 2);
    assert!(says(&ours));
    assert_eq!(rows(&ours), 3);

    disk.full_after(3);
    assert!(!says(&plain), "SQLite by itself writes more often");
    disk.mend();
    assert!(says(&plain));
}
