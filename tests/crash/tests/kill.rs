//! A sale that was acknowledged survives the death of its process, complete and once.

#![allow(clippy::unwrap_used)] // a test may fail

use crash::{check, found};
use std::collections::BTreeSet;
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

const KILLS: u64 = 200;

#[test]
fn every_acknowledged_sale_is_there_complete_and_once_after_two_hundred_kills() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("counter.counterbook");
    let product = found(&path, folder.path());
    let mut acknowledged = BTreeSet::new();
    for kill in 0..KILLS {
        for number in sell_until_killed(&path, &product, kill) {
            assert!(
                acknowledged.insert(number.clone()),
                "{number} was given out twice"
            );
        }
        check(&path, &acknowledged, kill % 40 == 39);
    }
    assert!(
        acknowledged.len() as u64 > KILLS,
        "the children sold {}",
        acknowledged.len()
    );
    println!(
        "{} sales acknowledged over {KILLS} kills, none lost",
        acknowledged.len()
    );
}

/// Runs a counter until it has sold some and a moment more, and kills it. The moment is spread
/// over what a sale takes, so that kills fall into every part of one.
fn sell_until_killed(path: &Path, product: &str, kill: u64) -> Vec<String> {
    let mut child = Command::new(env!("CARGO_BIN_EXE_crash-child"))
        .arg(path)
        .args([product, &kill.to_string()])
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let mut numbers = Vec::new();
    for _ in 0..=kill % 7 {
        numbers.push(lines.next().expect("the child sells").unwrap());
    }
    std::thread::sleep(Duration::from_micros(kill * 7_919 % 6_000));
    child.kill().unwrap();
    child.wait().unwrap();
    // What it printed before it died was acknowledged, too.
    numbers.extend(lines.map_while(Result::ok).filter(|line| line.len() == 8));
    numbers
}
