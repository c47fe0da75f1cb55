//! W4: the entries of a seeded shop through a hub's program on loopback: one device pushes them,
//! another one pulls them, on a file and on a PostgreSQL of the bench's own. And a new device that
//! starts from a snapshot of the whole book.

mod bootstrap;

use crate::served::{Ground, enrolled, served};
use crate::stats::timed;
use crate::table::{Figure, Figures};
use book::Book;
use book::sync::Batch;
use domain::SubjectKind;
use std::collections::BTreeSet;
use std::path::Path;
use sync::hub::Hub;
use sync::limits::{BATCH_BYTES, BATCH_ENTRIES};
use sync::{Place as _, Record, Vector};

const PUSH_PER_SECOND: f64 = 50_000.0;
const PULL_PER_SECOND: f64 = 100_000.0;

/// What is copied: at most so many entries of a book, in batches as devices send them.
struct Cargo {
    batches: Vec<Vec<Record>>,
    entries: usize,
    orders: usize,
}

/// Copies at most `entries` entries of the book at `path`.
pub fn run(path: &Path, entries: usize, figures: &mut Figures) {
    let cargo = cargo(path, entries);
    assert!(cargo.orders > 0, "there are orders among the entries");
    let folder = tempfile::tempdir().expect("a folder for the hub");
    let file = Ground {
        name: "SQLite",
        folder: folder.path(),
        database: None,
    };
    copy(&file, &cargo, figures);
    let folder = tempfile::tempdir().expect("a folder for the hub");
    let file = Ground {
        folder: folder.path(),
        ..file
    };
    bootstrap::run(&file, path, figures);
    on_postgres(&cargo, figures);
}

#[cfg(target_os = "linux")]
fn on_postgres(cargo: &Cargo, figures: &mut Figures) {
    let folder = tempfile::tempdir().expect("a folder for the hub");
    match stage::Postgres::start() {
        Ok(server) => {
            let ground = Ground {
                name: "PostgreSQL",
                folder: folder.path(),
                database: Some(server.database("hub").expect("a database is made")),
            };
            copy(&ground, cargo, figures);
        }
        Err(why) => println!("W4   PostgreSQL was not measured: {why}"),
    }
}

#[cfg(not(target_os = "linux"))]
fn on_postgres(_cargo: &Cargo, _figures: &mut Figures) {
    println!("W4   PostgreSQL was not measured: its server is started on Linux alone");
}

fn cargo(path: &Path, entries: usize) -> Cargo {
    let book = Book::open(path).expect("the book opens");
    let mut cargo = Cargo {
        batches: Vec::new(),
        entries: 0,
        orders: 0,
    };
    let mut orders = BTreeSet::new();
    let held = book.version_vector().expect("the book says what it holds");
    for (device, last) in held {
        let mut after = 0;
        while after < last && cargo.entries < entries {
            let batch = Batch {
                entries: BATCH_ENTRIES.min(entries - cargo.entries),
                bytes: BATCH_BYTES,
            };
            let found = book.entries_after(device, after, batch);
            let found = found.expect("the entries are read");
            after = found.last().map_or(last, |entry| entry.seq);
            let of_orders = found
                .iter()
                .filter(|entry| entry.subject.kind == SubjectKind::Order);
            orders.extend(of_orders.map(|entry| entry.subject.id));
            cargo.entries += found.len();
            cargo.batches.push(found.iter().map(Record::of).collect());
        }
    }
    cargo.orders = orders.len();
    cargo
}

/// One entry of the book at `path`, as devices send it.
pub fn first_record(path: &Path) -> Record {
    let batches = cargo(path, 1).batches;
    let first = batches.into_iter().flatten().next();
    first.expect("a seeded book has an entry")
}

/// Pushes as one device and pulls as another.
fn copy(ground: &Ground<'_>, cargo: &Cargo, figures: &mut Figures) {
    let (_hub, address) = served(ground);
    let mut sender = enrolled(ground, &address, 1);
    let mut receiver = enrolled(ground, &address, 2);
    let (sent, seconds) = timed(|| {
        let pushed = cargo.batches.iter().map(|batch| {
            let (_, bytes) = sender.push(batch).expect("the hub takes the entries");
            bytes
        });
        pushed.sum::<u64>()
    });
    told(figures, (ground, "push"), (cargo, seconds), PUSH_PER_SECOND);
    let (received, seconds) = timed(|| pulled(&mut receiver, cargo));
    told(figures, (ground, "pull"), (cargo, seconds), PULL_PER_SECOND);
    for (way, bytes) in [("up", sent), ("down", received)] {
        figures.add(Figure {
            workload: "W4",
            what: format!("{}: an order on the wire, {way}", ground.name),
            figure: bytes as f64 / cargo.orders as f64,
            unit: "bytes",
            floor: None,
            target: String::new(),
            met: None,
        });
    }
}

/// Pulls until nothing more is there; bytes on the wire.
fn pulled(receiver: &mut Hub, cargo: &Cargo) -> u64 {
    let (mut held, mut entries, mut bytes) = (Vector::default(), 0, 0);
    loop {
        let page = receiver.pull(&held).expect("the hub gives the entries");
        for record in &page.records {
            held.raise(record.device, record.seq);
        }
        entries += page.records.len();
        bytes += page.bytes;
        if !page.more {
            assert_eq!(entries, cargo.entries, "every entry comes once");
            return bytes;
        }
    }
}

/// The targets are those of a hub on a file.
fn told(
    figures: &mut Figures,
    (ground, way): (&Ground<'_>, &str),
    (cargo, seconds): (&Cargo, f64),
    wanted: f64,
) {
    let is_asked = ground.database.is_none();
    let per_second = cargo.entries as f64 / seconds;
    figures.add(Figure {
        workload: "W4",
        what: format!("{}: {way} of {} entries", ground.name, cargo.entries),
        figure: per_second,
        unit: "a second",
        floor: None,
        target: match is_asked {
            true => format!(">= {wanted} a second"),
            false => String::new(),
        },
        met: is_asked.then_some(per_second >= wanted),
    });
}
