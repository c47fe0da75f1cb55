//! The program itself: killed while devices push, ended while they listen, asked for what it must
//! refuse.

#![allow(clippy::unwrap_used, reason = "a test fails where it panics")]

mod kit;

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use kit::{BOOK, Program, run};
use sync::hub::{Hub as Client, Keys};
use sync::{About, Place as _, Record};
use uuid::Uuid;

const DEVICE: Uuid = Uuid::from_u128(1);

fn client(address: &str, kept: &str) -> Client {
    Client::new(address, Keys::read(kept).unwrap())
}

/// An enrolled device's keys.
fn enrolled(data: &Path, address: &str) -> String {
    let code = run(data, &["invite"]).stdout;
    let code = String::from_utf8(code).unwrap();
    let kept = Keys::fresh().unwrap().kept();
    let mut device = client(address, &kept);
    device.enrol(code.trim(), Some(BOOK), &about()).unwrap();
    kept
}

fn about() -> About {
    About {
        device: DEVICE,
        name: "Till".into(),
        prefix: "A".into(),
    }
}

fn record(seq: u64) -> Record {
    let hash = |seq: u64| {
        let mut hash = [0; 32];
        hash[..8].copy_from_slice(&seq.to_be_bytes());
        hash
    };
    Record {
        device: DEVICE,
        seq,
        prev_hash: hash(seq - 1),
        hash: hash(seq),
        body: vec![b'x'; 2_000],
        personal: None,
    }
}

#[test]
fn a_hub_that_is_killed_again_and_again_keeps_all_that_it_acknowledged() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path();
    let mut program = Program::on(data);
    let keys = enrolled(data, &program.address);
    let mut acknowledged = 0;
    for round in 0..6 {
        let address = program.address.clone();
        let kept = keys.clone();
        let pushing = std::thread::spawn(move || {
            let mut device = client(&address, &kept);
            let mut held = acknowledged;
            while let Ok((now, _)) = device.push(&[record(held + 1), record(held + 2)]) {
                held = now;
            }
            held
        });
        std::thread::sleep(Duration::from_millis(60 + 35 * round));
        program.child.kill().unwrap();
        acknowledged = pushing.join().unwrap();
        program = Program::on(data);
        let mut device = client(&program.address, &keys);
        let held = device.greet(&about(), &BTreeMap::new()).unwrap().held;
        assert!(held.get(DEVICE) >= acknowledged, "{held:?} {acknowledged}");
        acknowledged = held.get(DEVICE);
    }
    assert!(acknowledged > 0, "it did something");
    let doctor = run(data, &["doctor"]);
    assert!(doctor.status.success(), "{doctor:?}");
}

#[cfg(unix)]
#[test]
fn a_hub_that_is_told_to_end_ends_though_devices_listen() {
    let folder = tempfile::tempdir().unwrap();
    let mut program = Program::on(folder.path());
    let keys = Keys::read(&enrolled(folder.path(), &program.address)).unwrap();
    let (address, (heard, hearing)) = (program.address.clone(), std::sync::mpsc::channel());
    let listening =
        std::thread::spawn(move || sync::hub::listen(&address, keys, &|_| heard.send(()).is_ok()));
    hearing.recv().unwrap();
    let id = program.child.id().to_string();
    let told = Command::new("kill").args(["-TERM", &id]).status().unwrap();
    assert!(told.success());
    assert!(program.child.wait().unwrap().success());
    assert!(listening.join().unwrap().is_err());
}

#[test]
fn plain_http_beyond_this_machine_is_refused_before_anything_is_served() {
    let folder = tempfile::tempdir().unwrap();
    let asked = ["serve", "--listen", "0.0.0.0:0"];
    let refused = run(folder.path(), &asked);
    assert!(!refused.status.success() && refused.stdout.is_empty());
    let words = String::from_utf8(refused.stderr).unwrap();
    assert!(words.contains("certificate"), "{words}");
}

#[test]
fn a_channel_of_the_command_line_takes_documents() {
    let folder = tempfile::tempdir().unwrap();
    let program = Program::on(folder.path());
    let opened = run(folder.path(), &["channel", &BOOK.to_string(), "Web shop"]);
    let opened = String::from_utf8(opened.stdout).unwrap();
    let (channel, secret) = opened.trim().split_once(' ').unwrap();
    let sent = kit::Sent::now(secret, Some("1042"), "{}");
    let (status, answer) = sent.send(&program.address, channel.parse().unwrap());
    assert_eq!((status, answer["repeated"].as_bool()), (200, Some(false)));
    let doctor = String::from_utf8(run(folder.path(), &["doctor"]).stdout).unwrap();
    assert!(doctor.contains("waiting      1"), "{doctor}");
}
