//! Devices that start from a snapshot of the book at a hub, from the desktop's verbs to what the
//! hub keeps.

#![allow(clippy::unwrap_used, reason = "a test fails where it panics")]

mod desk;
mod kit;

use app::{App, AppOptions};
use desk::{connected, failed, finished};
use kit::{Ground, Served, seen};
use serde_json::{Value, json};
use std::path::Path;
use sync::snapshot::Listing;
use uuid::Uuid;

const ADA: &str = "Ada Lovelace-Byron";

fn write(app: &App, verb: &str, mut input: Value) -> Value {
    input["request_id"] = json!(Uuid::now_v7());
    app.call(verb, input).unwrap()["output"].clone()
}

fn customers(app: &App) -> Vec<(String, Value)> {
    let asked = json!({ "offset": 0, "limit": 50 });
    let page = app.call("customers.list", asked).unwrap();
    let rows = page["rows"].as_array().unwrap().iter();
    let named = |row: &Value| (row["name"].as_str().unwrap().to_owned(), row["id"].clone());
    let mut named: Vec<_> = rows.map(named).collect();
    named.sort_by(|one, other| one.0.cmp(&other.0));
    named
}

fn names(app: &App) -> Vec<String> {
    customers(app).into_iter().map(|one| one.0).collect()
}

/// A shop with some customers, all of them at the hub, and a snapshot of it there.
fn shop(folder: &Path, hub: &Served) -> App {
    let till = connected(folder, hub);
    for number in 0..20 {
        write(
            &till,
            "customers.create",
            json!({ "name": format!("Bo {number}") }),
        );
    }
    write(&till, "customers.create", json!({ "name": ADA }));
    sync(&till);
    snapshot(&till);
    till
}

fn sync(app: &App) {
    let done = finished(app, "sync.run", json!({}));
    assert_eq!(done["rounds"][0]["failure"], Value::Null, "{done}");
}

fn snapshot(app: &App) -> Value {
    finished(app, "sync.snapshot", json!({}))
}

fn book(app: &App) -> Uuid {
    let info = app.call("book.info", json!({})).unwrap();
    serde_json::from_value(info["id"].clone()).unwrap()
}

/// The snapshot at the hub, with its chunks.
fn shelved(hub: &Served, app: &App) -> Option<(Listing, Vec<Vec<u8>>)> {
    let store = hub.hub.store();
    let listing = store.shelf(book(app)).unwrap().newest?;
    let names = listing.chunks.iter();
    let chunks = names.map(|name| store.chunk(book(app), name).unwrap());
    let chunks = chunks.collect();
    Some((listing, chunks))
}

/// How many entries the hub has handed out.
fn entries_out(hub: &Served) -> u64 {
    let (_, _, text) = seen(&format!("{}/metrics", hub.address));
    let line = "counterbook_hub_entries_out_total ";
    let found = text.lines().find_map(|it| it.strip_prefix(line));
    found.unwrap().parse().unwrap()
}

fn join(folder: &Path, hub: &Served, code: &str) -> (App, Value) {
    std::fs::create_dir_all(folder).unwrap();
    let app = App::new(AppOptions::new(folder.join("settings")));
    let join = json!({ "path": folder.join("shop.counterbook"), "place": hub.address,
        "name": "Office", "code": code });
    (app, join)
}

fn code(app: &App, hub: &Served) -> String {
    let invited = finished(app, "sync.invite", json!({ "place": hub.address }));
    invited["code"].as_str().unwrap().to_owned()
}

fn joined(folder: &Path, hub: &Served, first: &App) -> App {
    let (office, asked) = join(&folder.join("office"), hub, &code(first, hub));
    let done = finished(&office, "sync.join", asked);
    assert_eq!(done["rounds"][0]["failure"], Value::Null, "{done}");
    office
}

fn holds(bytes: &[u8], word: &str) -> bool {
    bytes.windows(word.len()).any(|at| at == word.as_bytes())
}

fn entries(app: &App) -> u64 {
    let status = app.call("sync.status", json!({})).unwrap();
    let devices = status["devices"].as_array().unwrap().iter();
    devices.map(|one| one["entries"].as_u64().unwrap()).sum()
}

#[test]
fn a_new_device_starts_from_a_snapshot_that_the_hub_cannot_read_and_fetches_what_is_newer() {
    let (ground, folder) = (Ground::file(), tempfile::tempdir().unwrap());
    let hub = ground.served();
    let till = shop(folder.path(), &hub);
    let (listing, chunks) = shelved(&hub, &till).unwrap();
    assert!(!listing.chunks.is_empty() && !listing.manifest.contains('{'));
    for bytes in &chunks {
        assert!(!holds(bytes, "Ada") && !holds(bytes, "SQLite format 3"));
    }
    write(&till, "customers.create", json!({ "name": "Grace Hopper" }));
    sync(&till);
    let (out, all) = (entries_out(&hub), entries(&till));
    let office = joined(folder.path(), &hub, &till);
    assert!(
        entries_out(&hub) - out < all / 2,
        "most of it came with the snapshot"
    );
    assert_eq!(names(&office), names(&till));
    let status = office.call("sync.status", json!({})).unwrap();
    assert_eq!(status["devices"][0]["prefix"], "B");
    assert_eq!(status["devices"][0]["is_own"], true);
    assert_eq!(
        (&status["quarantine"], &status["local_only"]),
        (&json!([]), &json!(0))
    );
    let there = &status["places"][0]["snapshot"];
    assert_eq!(there["entries"].as_u64().unwrap(), listing.held.entries());
    let lies_about = std::fs::read_dir(folder.path().join("office")).unwrap();
    let mut files: Vec<String> = lies_about
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        .collect();
    files.retain(|name| name.contains("snapshot") || name.contains("joining"));
    assert_eq!(files, Vec::<String>::new(), "nothing is left of the way");
    write(
        &office,
        "customers.create",
        json!({ "name": "Hedy Lamarr" }),
    );
    sync(&office);
    sync(&till);
    assert_eq!(names(&office), names(&till));
    let digest = |app: &App| finished(app, "book.verify", json!({}))["digest"].clone();
    assert_eq!(digest(&office), digest(&till));
}

#[test]
fn whoever_is_erased_after_a_snapshot_is_in_no_snapshot_and_no_file_that_began_with_one() {
    let (ground, folder) = (Ground::file(), tempfile::tempdir().unwrap());
    let hub = ground.served();
    let till = shop(folder.path(), &hub);
    let before = shelved(&hub, &till).unwrap();
    let mut found = customers(&till).into_iter();
    let (_, ada) = found.find(|one| one.0 == ADA).unwrap();
    write(
        &till,
        "customers.erase",
        json!({ "id": ada, "expected_version": 1 }),
    );
    sync(&till);
    assert!(shelved(&hub, &till).is_none(), "the hub let go of it");
    // Should it come back, whoever starts from it lets go of it, too.
    put_back(&hub, &till, &before);
    let office = joined(folder.path(), &hub, &till);
    assert_eq!(names(&office), names(&till));
    drop(office);
    let file = folder.path().join("office").join("shop.counterbook");
    assert!(!holds(&std::fs::read(file).unwrap(), ADA));
    snapshot(&till);
    assert_ne!(shelved(&hub, &till).unwrap().0, before.0);
}

/// What a hub does that keeps to no rule.
fn put_back(hub: &Served, app: &App, (listing, chunks): &(Listing, Vec<Vec<u8>>)) {
    let (store, caller) = (hub.hub.store(), (book(app), &b"hub"[..]));
    let now_ms = kit::now_ms();
    let begun = store.begin_snapshot(caller, true, now_ms).unwrap();
    for bytes in chunks {
        store.put_chunk(caller, bytes, now_ms).unwrap();
    }
    store
        .put_snapshot(caller, (&begun, listing), now_ms)
        .unwrap();
}

#[test]
fn what_an_older_key_sealed_nobody_starts_from() {
    let (ground, folder) = (Ground::file(), tempfile::tempdir().unwrap());
    let hub = ground.served();
    let till = shop(folder.path(), &hub);
    let lost = joined(&folder.path().join("lost"), &hub, &till);
    sync(&lost);
    sync(&till);
    let before = shelved(&hub, &till).unwrap();
    let status = lost.call("sync.status", json!({})).unwrap();
    let device = status["devices"][0]["device"].clone();
    finished(
        &till,
        "sync.revoke",
        json!({ "place": hub.address, "device": device }),
    );
    assert!(shelved(&hub, &till).is_none(), "it may have made it");
    put_back(&hub, &till, &before);
    sync(&till);
    let (out, all) = (entries_out(&hub), entries(&till));
    let office = joined(folder.path(), &hub, &till);
    assert_eq!(names(&office), names(&till));
    assert!(entries_out(&hub) - out >= all, "it fetched entry by entry");
}

#[test]
fn joining_that_broke_off_goes_on_with_the_same_code() {
    let (ground, folder) = (Ground::file(), tempfile::tempdir().unwrap());
    let hub = ground.served();
    let till = shop(folder.path(), &hub);
    let code = code(&till, &hub);
    let (office, mut asked) = join(&folder.path().join("office"), &hub, &code);
    asked["path"] = json!(folder.path().join("nowhere").join("shop.counterbook"));
    failed(&office, "sync.join", asked.clone());
    asked["path"] = json!(folder.path().join("office").join("shop.counterbook"));
    let done = finished(&office, "sync.join", asked.clone());
    assert_eq!(done["rounds"][0]["failure"], Value::Null, "{done}");
    assert_eq!(names(&office), names(&till));
    // For others it is used up.
    let (other, asked) = join(&folder.path().join("other"), &hub, &code);
    assert_eq!(failed(&other, "sync.join", asked), "hub_code_invalid");
}
