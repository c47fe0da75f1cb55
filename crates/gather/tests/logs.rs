//! Files whose commits are gathered: their log has what SQLite would have written by itself.

#![allow(clippy::unwrap_used)] // a test may fail

use rusqlite::{Connection, OpenFlags};
use std::path::Path;

fn opened(path: &Path) -> Connection {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE;
    let conn = gather::open(path, flags).unwrap();
    let mode: String = conn
        .pragma_update_and_check(None, "journal_mode", "wal", |row| row.get(0))
        .unwrap();
    assert_eq!(mode, "wal");
    conn
}

/// A table whose rows touch three pages each, and a connection that keeps only a few in memory.
fn table(conn: &Connection) {
    conn.execute_batch(
        "PRAGMA cache_size = 12;
         CREATE TABLE IF NOT EXISTS said (no INTEGER PRIMARY KEY, what TEXT NOT NULL, at INTEGER);
         CREATE INDEX IF NOT EXISTS said_what ON said (what);
         CREATE INDEX IF NOT EXISTS said_at ON said (at);",
    )
    .unwrap();
}

fn say(conn: &Connection, number: u64) -> rusqlite::Result<usize> {
    let at = number.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 8;
    let what = format!("{at:016x}{}", "-".repeat((number % 700) as usize));
    let sql = "INSERT INTO said (what, at) VALUES (?1, ?2)";
    conn.prepare_cached(sql)?.execute((what, at as i64))
}

fn rows(conn: &Connection) -> i64 {
    conn.query_row("SELECT count(*) FROM said", [], |row| row.get(0))
        .unwrap()
}

fn is_sound(conn: &Connection) -> bool {
    conn.query_row("PRAGMA integrity_check", [], |row| row.get::<_, String>(0))
        .unwrap()
        == "ok"
}

#[test]
fn others_see_what_was_committed_and_nothing_of_what_was_taken_back() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("file");
    let ours = [opened(&path), opened(&path)];
    table(&ours[0]);
    table(&ours[1]);
    let plain = Connection::open(&path).unwrap();
    let mut expected = 0;
    for round in 0..400_u64 {
        let conn = match round % 5 {
            4 => &plain,
            other => &ours[other as usize % 2],
        };
        // The large ones do not fit into memory and go to the log before they end.
        let many = if round % 7 == 0 { 300 } else { 1 + round % 3 };
        conn.execute_batch("BEGIN IMMEDIATE").unwrap();
        for number in 0..many {
            say(conn, round * 1_000 + number).unwrap();
        }
        if round % 3 == 1 {
            conn.execute_batch("SAVEPOINT part").unwrap();
            for number in 500..500 + many {
                say(conn, round * 1_000 + number).unwrap();
            }
            conn.execute_batch("ROLLBACK TO part").unwrap();
            say(conn, round * 1_000 + 999).unwrap();
        }
        if round % 4 == 2 {
            conn.execute_batch("ROLLBACK").unwrap();
        } else {
            conn.execute_batch("COMMIT").unwrap();
            expected += many as i64 + i64::from(round % 3 == 1);
        }
        if round % 31 == 0 {
            let folded = "PRAGMA wal_checkpoint(RESTART)";
            ours[1].query_row(folded, [], |_| Ok(())).unwrap();
        }
        for other in [&ours[0], &ours[1], &plain] {
            assert_eq!(rows(other), expected, "round {round}");
        }
    }
    assert!(is_sound(&plain));
    drop((ours, plain));
    let again = Connection::open(&path).unwrap();
    assert!(is_sound(&again));
    assert_eq!(rows(&again), expected);
}

#[test]
fn a_log_that_was_not_folded_in_is_read_by_sqlite_itself() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("file");
    let conn = opened(&path);
    table(&conn);
    for number in 0..50 {
        say(&conn, number).unwrap();
    }
    // As after a crash: the file and its log, without the memory that programs share.
    let copy = folder.path().join("copy");
    std::fs::copy(&path, &copy).unwrap();
    let log = |of: &Path| {
        of.with_extension("")
            .with_file_name(format!("{}-wal", name(of)))
    };
    std::fs::copy(log(&path), log(&copy)).unwrap();
    let found = Connection::open(&copy).unwrap();
    assert_eq!(rows(&found), 50);
    assert!(is_sound(&found));
}

fn name(path: &Path) -> String {
    path.file_name().unwrap().to_string_lossy().into_owned()
}

#[test]
fn connections_come_and_go_beside_one_that_stays() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("file");
    let stays = opened(&path);
    table(&stays);
    for number in 0..40 {
        let goes = opened(&path);
        say(&goes, number).unwrap();
        goes.execute_batch("BEGIN IMMEDIATE").unwrap();
        say(&goes, number + 100).unwrap();
        drop(goes); // in the middle of a transaction
        assert_eq!(rows(&stays), number as i64 + 1);
    }
    assert!(is_sound(&stays));
}
