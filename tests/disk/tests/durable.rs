//! The disk tells whoever makes things durable from whoever does not.

#![allow(clippy::unwrap_used)] // a test may fail

use disk::Disk;
use rusqlite::Connection;
use std::path::Path;

/// Writes rows with a setting of `synchronous` until the power goes; how many were acknowledged by
/// then, and how many are left.
fn rows(synchronous: &str, cut: u64) -> (i64, i64) {
    let disk = Disk::take();
    let folder = tempfile::tempdir().unwrap();
    let conn = Connection::open(folder.path().join("rows.db")).unwrap();
    let prepared = format!(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = {synchronous};
         CREATE TABLE one (no INTEGER PRIMARY KEY); PRAGMA wal_checkpoint;"
    );
    conn.execute_batch(&prepared).unwrap();
    let left = folder.path().join("left");
    disk.cut_after(20, cut, left.clone());
    let mut acknowledged = 0;
    while !disk.has_happened() {
        conn.execute("INSERT INTO one VALUES (NULL)", []).unwrap();
        acknowledged += i64::from(!disk.has_happened());
    }
    (acknowledged, count(&left.join("rows.db")))
}

fn count(path: &Path) -> i64 {
    let conn = Connection::open(path).unwrap();
    conn.query_row("SELECT count(*) FROM one", [], |row| row.get(0))
        .unwrap()
}

#[test]
fn what_was_made_durable_survives_every_cut_and_what_was_not_is_lost_in_some() {
    let losses = |synchronous| {
        let cuts = (0..24).map(|cut| rows(synchronous, cut));
        cuts.filter(|(acknowledged, left)| left < acknowledged)
            .count()
    };
    assert_eq!(losses("FULL"), 0);
    assert!(losses("NORMAL") > 0, "the log is not durable");
}
