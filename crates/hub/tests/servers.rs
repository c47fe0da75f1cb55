//! Any number of servers on one PostgreSQL database: real processes.

#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, reason = "a test fails where it panics")]

mod kit;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::mpsc;
use std::time::{Duration, Instant};

use hub::{Database, Store};
use kit::{BOOK, Program, about, all, greet, pair, record, records, run};
use stage::Postgres;
use sync::hub::{Hub as Client, Keys};
use sync::{Place as _, PlaceError, Record, Vector};
use uuid::Uuid;

fn started() -> Postgres {
    Postgres::start().unwrap_or_else(|error| panic!("{error:#}"))
}

fn store(address: &str) -> Store {
    Store::connect(&Database::at(address, None, 4).unwrap()).unwrap()
}

/// Servers on one database, each a process.
fn servers(address: &str, number: usize) -> (tempfile::TempDir, Vec<Program>) {
    let folder = tempfile::tempdir().unwrap();
    let asked = ["--database", address, "--database-connections", "8"];
    let one = |_| Program::with(folder.path(), &asked);
    let all = (0..number).map(one).collect();
    (folder, all)
}

/// The keys of devices that are enrolled and have greeted.
fn enrolled(store: &Store, programs: &[Program], number: u128) -> Vec<Keys> {
    let one = |device: u128| {
        let book = (device == 1).then_some(BOOK);
        let (code, _) = store.invite(book.xor(Some(BOOK)), kit::now_ms()).unwrap();
        let (keys, again) = pair();
        let address = &programs[device as usize % programs.len()].address;
        let mut client = Client::new(address, keys);
        client.enrol(&code, book, &about(device)).unwrap();
        greet(&mut client, device).unwrap();
        again
    };
    (1..=number).map(one).collect()
}

#[test]
fn fifty_devices_push_to_three_servers_at_once_and_nothing_is_lost_or_doubled() {
    const DEVICES: u128 = 50;
    const ENTRIES: u64 = 200;
    let postgres = started();
    let address = postgres.database("hub").unwrap();
    let (_folder, programs) = servers(&address, 3);
    let store = store(&address);
    let keys = enrolled(&store, &programs, DEVICES);
    let addresses: Vec<&str> = programs
        .iter()
        .map(|program| &program.address[..])
        .collect();
    let began = Instant::now();
    std::thread::scope(|scope| {
        for (number, own) in (1..).zip(&keys) {
            // Each journal is also carried by another device, to another server.
            for (carrier, from) in [(own, number), (&keys[0], number + 1)] {
                let at = addresses[from as usize % addresses.len()];
                let mut client = Client::new(at, Keys::read(&carrier.kept()).unwrap());
                scope.spawn(move || push_all(&mut client, number, ENTRIES));
            }
        }
    });
    let took = began.elapsed();
    assert!(took < Duration::from_secs(30), "{took:?}");
    let mut pulled = addresses
        .iter()
        .zip(&keys)
        .map(|(address, keys)| all(&mut Client::new(address, Keys::read(&keys.kept()).unwrap())));
    let mut expected: Vec<Record> = (1..=DEVICES)
        .flat_map(|number| records(number, 1, ENTRIES))
        .collect();
    expected.sort_by_key(|record| (record.device, record.seq));
    assert!(
        pulled.all(|records| records == expected),
        "the same at each"
    );
    assert_eq!(store.doctor().unwrap(), Vec::<String>::new());
    assert_eq!(store.figures().unwrap().quarantined, 0);
}

/// Pushes a journal in small batches, going on from what the hub says that it holds.
fn push_all(client: &mut Client, number: u128, entries: u64) {
    let mut held = 0;
    while held < entries {
        let to = entries.min(held + 7);
        match client.push(&records(number, held + 1, to)) {
            Ok((now, _)) => held = now,
            Err(PlaceError::Away(_)) => {}
            Err(error) => panic!("{error}"),
        }
    }
}

#[test]
fn of_two_histories_of_one_journal_at_two_servers_one_wins_whole() {
    let postgres = started();
    let address = postgres.database("hub").unwrap();
    let (_folder, programs) = servers(&address, 2);
    let store = store(&address);
    let keys = enrolled(&store, &programs, 2);
    std::thread::scope(|scope| {
        for (history, (program, keys)) in (1_u8..).zip(programs.iter().zip(&keys)) {
            let mut client = Client::new(&program.address, Keys::read(&keys.kept()).unwrap());
            scope.spawn(move || {
                for seq in 1..=60 {
                    match client.push(&[record(1, seq, history)]) {
                        // The other one was faster, or has won.
                        Ok(_) | Err(PlaceError::Forked { .. } | PlaceError::Away(_)) => {}
                        Err(error) => panic!("{error}"),
                    }
                }
            });
        }
    });
    let mut client = Client::new(&programs[0].address, Keys::read(&keys[0].kept()).unwrap());
    let kept = all(&mut client);
    assert!(!kept.is_empty());
    for pair in kept.windows(2) {
        assert_eq!(pair[1].prev_hash, pair[0].hash, "one chain");
    }
    assert_eq!(store.doctor().unwrap(), Vec::<String>::new());
}

#[test]
fn what_comes_in_at_one_server_wakes_listeners_at_another_within_a_second() {
    let postgres = started();
    let address = postgres.database("hub").unwrap();
    let (_folder, programs) = servers(&address, 2);
    let keys = enrolled(&store(&address), &programs, 2);
    let (heard, hearing) = mpsc::channel();
    let (at, listens) = (programs[1].address.clone(), Keys::read(&keys[1].kept()));
    let listening = std::thread::spawn(move || {
        sync::hub::listen(&at, listens.unwrap(), &|is_new| {
            // The receiver is gone when the test has heard enough.
            heard.send(is_new).is_ok()
        })
    });
    assert!(!hearing.recv().unwrap(), "it says that it listens");
    let mut client = Client::new(&programs[0].address, Keys::read(&keys[0].kept()).unwrap());
    // What both may have to say of their own beginnings is over.
    std::thread::sleep(Duration::from_millis(1_500));
    hearing.try_iter().count();
    client.push(&records(1, 1, 1)).unwrap();
    assert_eq!(hearing.recv_timeout(Duration::from_secs(1)), Ok(true));
    drop(hearing);
    client.push(&records(1, 2, 2)).unwrap();
    listening.join().unwrap().unwrap();
}

#[test]
fn servers_go_on_after_their_database_was_restarted() {
    let mut postgres = started();
    let address = postgres.database("hub").unwrap();
    let (_folder, programs) = servers(&address, 1);
    let keys = enrolled(&store(&address), &programs, 1);
    let mut client = Client::new(&programs[0].address, Keys::read(&keys[0].kept()).unwrap());
    client.push(&records(1, 1, 3)).unwrap();
    postgres.restart().unwrap();
    assert_eq!(client.push(&records(1, 4, 6)).unwrap().0, 6);
    let held = client.greet(&about(1), &BTreeMap::new()).unwrap().held;
    assert_eq!(held.get(Uuid::from_u128(1)), 6);
    assert_eq!(client.pull(&Vector::default()).unwrap().records.len(), 6);
}

#[test]
fn the_commands_work_on_a_database_or_say_what_to_use() {
    let postgres = started();
    let address = postgres.database("hub").unwrap();
    let folder = tempfile::tempdir().unwrap();
    let asked = |command: &[&str]| {
        let arguments = [&["--database", &address], command].concat();
        let output = run(folder.path(), &arguments);
        let words = [output.stdout, output.stderr].concat();
        (output.status.success(), String::from_utf8(words).unwrap())
    };
    assert!(asked(&["invite"]).0);
    let (is_well, words) = asked(&["doctor"]);
    assert!(is_well && words.contains("all is well"), "{words}");
    let (done, words) = asked(&["backup", "copy"]);
    assert!(!done && words.contains("pg_dump"), "{words}");
    let (done, words) = asked(&["restore", "copy"]);
    assert!(!done && words.contains("pg_restore"), "{words}");
    assert!(asked(&["restored"]).0);
    postgres
        .sql("hub", "ALTER DATABASE hub SET synchronous_commit = off")
        .unwrap();
    let (is_well, words) = asked(&["doctor"]);
    assert!(!is_well && words.contains("synchronous_commit"), "{words}");
    postgres
        .sql("hub", "UPDATE meta SET value = '99' WHERE key = 'schema'")
        .unwrap();
    let (done, words) = asked(&["doctor"]);
    assert!(!done && words.contains("newer version"), "{words}");
    assert!(!folder.path().join("hub.db").exists(), "no file is made");
}

#[test]
fn a_database_that_is_none_or_not_there_is_said_plainly() {
    let folder = tempfile::tempdir().unwrap();
    for (address, said) in [
        ("postgres://hub@127.0.0.1:1/hub", "error connecting"),
        ("spoon", "the database's address"),
    ] {
        let output = run(folder.path(), &["--database", address, "doctor"]);
        let words = String::from_utf8(output.stderr).unwrap();
        assert!(!output.status.success() && words.contains(said), "{words}");
    }
}

#[test]
fn a_database_is_spoken_to_by_tls_when_its_address_asks_for_it() {
    let postgres = Postgres::start_with_tls().unwrap_or_else(|error| panic!("{error:#}"));
    postgres.database("hub").unwrap();
    let address = format!("{}?sslmode=require", postgres.by_port("hub"));
    let trusting = |authority: Option<&Path>| {
        Database::at(&address, authority, 2).and_then(|database| Store::connect(&database))
    };
    let refused = trusting(None).err().unwrap().to_string();
    assert!(
        refused.contains("TLS") || refused.contains("certificate"),
        "{refused}"
    );
    let store = trusting(Some(&postgres.certificate())).unwrap();
    store.history().unwrap();
    let sql = "SELECT bool_and(ssl) FROM pg_stat_ssl JOIN pg_stat_activity USING (pid) \
               WHERE application_name = 'counterbook-hub'";
    assert_eq!(postgres.sql("hub", sql).unwrap(), "t");
}
