//! The files that a hub is installed by: what they say is understood by systemd and by the hub.
//! An image cannot be built by a test: it is made of images that are fetched from elsewhere.

#![allow(clippy::unwrap_used, reason = "a test fails where it panics")]

use std::path::Path;
use std::process::Command;

const PROGRAM: &str = env!("CARGO_BIN_EXE_counterbook-hub");
const UNIT: &str = include_str!("../deploy/counterbook-hub.service");
const CONTAINERFILE: &str = include_str!("../deploy/Containerfile");
const MANIFEST: &str = include_str!("../../../Cargo.toml");

/// What a hub says to arguments; with certificates that are not there it ends at once.
fn said(arguments: &[String], folder: &Path) -> String {
    let mut command = Command::new(PROGRAM);
    let data = folder.join("data").display().to_string();
    let at = |argument: &String| match argument.as_str() {
        "/data" | "/var/lib/counterbook-hub" => data.clone(),
        _ => argument.replace("${CREDENTIALS_DIRECTORY}", "/nowhere"),
    };
    command.args(arguments.iter().map(at));
    command.env_remove("COUNTERBOOK_HUB_DATABASE");
    let ended = command.output().unwrap();
    assert_eq!(ended.status.code(), Some(1), "{ended:?}");
    String::from_utf8(ended.stderr).unwrap()
}

#[cfg(target_os = "linux")]
#[test]
fn systemd_understands_the_unit() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("counterbook-hub.service");
    // Whether the program is there is looked up, too.
    std::fs::write(&file, UNIT.replace("/usr/bin/counterbook-hub", PROGRAM)).unwrap();
    let mut command = Command::new("systemd-analyze");
    let verified = command.arg("verify").arg(&file).output().unwrap();
    // What it does not know it names, and goes on.
    let words = String::from_utf8_lossy(&verified.stderr);
    assert!(verified.status.success() && words.is_empty(), "{words}");
}

#[test]
fn the_hub_understands_what_its_unit_starts_it_with() {
    let folder = tempfile::tempdir().unwrap();
    let line = UNIT
        .lines()
        .find_map(|line| line.strip_prefix("ExecStart="));
    let mut words = line.unwrap().split_whitespace().map(str::to_owned);
    assert_eq!(words.next().unwrap(), "/usr/bin/counterbook-hub");
    let said = said(&words.collect::<Vec<_>>(), folder.path());
    assert!(said.contains("/nowhere/hub.pem"), "{said}");
}

#[test]
fn the_hub_understands_what_its_container_starts_it_with() {
    let folder = tempfile::tempdir().unwrap();
    let listed = |name: &str| -> Vec<String> {
        let found = CONTAINERFILE
            .lines()
            .find_map(|line| line.strip_prefix(name));
        serde_json::from_str(found.unwrap()).unwrap()
    };
    let (entry, rest) = (listed("ENTRYPOINT "), listed("CMD "));
    assert_eq!(entry[0], "counterbook-hub");
    let said = said(&[&entry[1..], &rest].concat(), folder.path());
    assert!(said.contains("/tls/hub.pem"), "{said}");
}

#[test]
fn the_container_is_built_by_a_compiler_that_is_new_enough() {
    let after = |text: &str, mark: &str| -> Vec<u32> {
        let rest = text.split_once(mark).unwrap().1;
        let end = rest.find(|it: char| it != '.' && !it.is_ascii_digit());
        let version = rest[..end.unwrap()].split('.');
        version.map(|part| part.parse().unwrap()).collect()
    };
    let has = after(CONTAINERFILE, "library/rust:");
    assert!(has >= after(MANIFEST, "rust-version = \""), "{has:?}");
}
