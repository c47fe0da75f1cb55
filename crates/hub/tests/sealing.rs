//! What a hub keeps of a book that it cannot read, and who can.

#![allow(clippy::unwrap_used, reason = "a test fails where it panics")]

mod desk;
mod kit;

use app::{App, AppOptions};
use desk::{connected, failed, finished, joined};
use kit::{Ground, Served};
use serde_json::{Value, json};
use std::path::Path;
use sync::seal::{Opened, Ring, is_sealed};
use sync::{Record, Vector};
use uuid::Uuid;

fn write(app: &App, verb: &str, mut input: Value) -> Value {
    input["request_id"] = json!(Uuid::now_v7());
    app.call(verb, input).unwrap()["output"].clone()
}

fn customer(app: &App, name: &str) -> Value {
    write(app, "customers.create", json!({ "name": name }))
}

fn names(app: &App) -> Vec<String> {
    let asked = json!({ "offset": 0, "limit": 50 });
    let page = app.call("customers.list", asked).unwrap();
    let rows = page["rows"].as_array().unwrap().iter();
    let names = rows.map(|row| row["name"].as_str().unwrap().to_owned());
    let mut names: Vec<String> = names.collect();
    names.sort();
    names
}

fn sync(app: &App) {
    let done = finished(app, "sync.run", json!({}));
    assert_eq!(done["rounds"][0]["failure"], Value::Null, "{done}");
}

fn book(app: &App) -> Uuid {
    let info = app.call("book.info", json!({})).unwrap();
    serde_json::from_value(info["id"].clone()).unwrap()
}

/// Everything that the hub keeps of a book.
fn kept(hub: &Served, app: &App) -> Vec<Record> {
    let page = hub.hub.store().page(book(app), &Vector::default()).unwrap();
    assert!(!page.more);
    page.records
}

fn says(record: &Record, word: &str) -> bool {
    let found = |bytes: &[u8]| bytes.windows(word.len()).any(|at| at == word.as_bytes());
    found(&record.body) || record.personal.as_deref().is_some_and(found)
}

fn device(app: &App) -> Value {
    app.call("sync.status", json!({})).unwrap()["devices"][0]["device"].clone()
}

/// A code for one more device.
fn code(app: &App, hub: &Served) -> String {
    let invited = finished(app, "sync.invite", json!({ "place": hub.address }));
    invited["code"].as_str().unwrap().to_owned()
}

fn keys_of(code: &str) -> Ring {
    Ring::of_text(code.split_once('.').unwrap().1).unwrap()
}

fn joins(folder: &Path, hub: &Served, code: &str) -> (App, Value) {
    std::fs::create_dir_all(folder).unwrap();
    let app = App::new(AppOptions::new(folder.join("settings")));
    let join = json!({ "path": folder.join("shop.counterbook"), "place": hub.address,
        "name": "Office", "code": code });
    (app, join)
}

#[test]
fn a_hub_keeps_nothing_that_it_could_read_and_every_device_reads_all_of_it() {
    let (ground, folder) = (Ground::file(), tempfile::tempdir().unwrap());
    let hub = ground.served();
    let till = connected(folder.path(), &hub);
    customer(&till, "Ada Lovelace");
    sync(&till);
    let records = kept(&hub, &till);
    assert!(records.len() > 2 && records.iter().all(is_sealed));
    assert!(
        !records
            .iter()
            .any(|it| says(it, "Ada") || says(it, "customer"))
    );
    let office = joined(&folder.path().join("office"), &hub, &till);
    assert_eq!(names(&office), ["Ada Lovelace"]);
    customer(&office, "Grace Hopper");
    sync(&office);
    sync(&till);
    assert_eq!(names(&till), ["Ada Lovelace", "Grace Hopper"]);
    let status = till.call("sync.status", json!({})).unwrap();
    assert_eq!(status["places"][0]["is_sealed"], true);
    assert_eq!(status["quarantine"], json!([]));
}

#[test]
fn a_hub_that_may_read_the_book_can() {
    let (ground, folder) = (Ground::file(), tempfile::tempdir().unwrap());
    let hub = ground.served();
    let till = App::new(AppOptions::new(folder.path().join("settings")));
    let path = folder.path().join("shop.counterbook");
    let shop = json!({ "path": path, "name": "Shop", "currency": "GBP", "country": "GB" });
    till.call("book.create", shop).unwrap();
    let connect = json!({ "place": hub.address, "name": "Till", "code": hub.code(None),
        "sealed": false });
    finished(&till, "sync.connect", connect);
    customer(&till, "Ada Lovelace");
    sync(&till);
    assert!(kept(&hub, &till).iter().any(|it| says(it, "Ada")));
    assert!(
        !code(&till, &hub).contains('.'),
        "there is no key to hand on"
    );
    let office = joined(&folder.path().join("office"), &hub, &till);
    assert_eq!(names(&office), ["Ada Lovelace"]);
}

#[test]
fn a_code_that_is_not_whole_takes_nothing_and_is_not_used_up() {
    let (ground, folder) = (Ground::file(), tempfile::tempdir().unwrap());
    let hub = ground.served();
    let till = connected(folder.path(), &hub);
    sync(&till);
    let whole = code(&till, &hub);
    let (office, join) = joins(
        &folder.path().join("office"),
        &hub,
        &whole[..whole.len() - 2],
    );
    let refused = office.call("sync.join", join).unwrap_err();
    assert_eq!(refused.code, "hub_code_incomplete");
    assert_eq!(refused.field.as_deref(), Some("code"));
    let (office, join) = joins(&folder.path().join("office"), &hub, &whole);
    finished(&office, "sync.join", join);
    // Without any key nothing is taken in, nor put aside: no file is left.
    let (keyless, mut join) = joins(&folder.path().join("keyless"), &hub, "");
    join["code"] = json!(hub.code(Some(book(&till))));
    let path = folder.path().join("keyless/shop.counterbook");
    assert_eq!(failed(&keyless, "sync.join", join), "hub_code_incomplete");
    assert!(!path.exists());
}

#[test]
fn who_is_revoked_gets_no_key_for_what_is_written_afterwards_and_all_others_do() {
    let (ground, folder) = (Ground::file(), tempfile::tempdir().unwrap());
    let hub = ground.served();
    let till = connected(folder.path(), &hub);
    sync(&till);
    let taken = keys_of(&code(&till, &hub));
    let lost = joined(&folder.path().join("lost"), &hub, &till);
    let office = joined(&folder.path().join("office"), &hub, &till);
    // All have said by what they can be given keys.
    [&lost, &office, &till, &office].into_iter().for_each(sync);
    // What was not sent yet when the key changed is read by all, too.
    customer(&office, "Ada Lovelace");
    let revoke = json!({ "place": hub.address, "device": device(&lost) });
    finished(&office, "sync.revoke", revoke);
    customer(&office, "Grace Hopper");
    sync(&office);
    sync(&till);
    assert_eq!(names(&till), ["Ada Lovelace", "Grace Hopper"]);
    customer(&till, "Mary Somerville");
    sync(&till);
    sync(&office);
    assert_eq!(names(&office).len(), 3);
    let records = kept(&hub, &till);
    let locked = records.iter().filter(|it| taken.open(it) == Opened::NoKey);
    assert_eq!(locked.count(), 2, "Grace and Mary");
    // A device that joins now reads what the old key seals, too.
    let late = joined(&folder.path().join("late"), &hub, &till);
    assert_eq!(names(&late).len(), 3);
    assert_eq!(keys_of(&code(&late, &hub)), keys_of(&code(&till, &hub)));
    for app in [&till, &office, &late] {
        let status = app.call("sync.status", json!({})).unwrap();
        assert_eq!(status["quarantine"], json!([]));
    }
}

#[test]
fn what_was_erased_is_gone_from_a_hub_that_cannot_read_it() {
    let (ground, folder) = (Ground::file(), tempfile::tempdir().unwrap());
    let hub = ground.served();
    let till = connected(folder.path(), &hub);
    let ada = customer(&till, "Ada Lovelace");
    sync(&till);
    let personal = |hub: &Served| {
        let records = kept(hub, &till);
        records.iter().filter(|it| it.personal.is_some()).count()
    };
    assert_eq!(personal(&hub), 1);
    let erase = json!({ "id": ada["id"], "expected_version": ada["version"] });
    write(&till, "customers.erase", erase);
    sync(&till);
    assert_eq!(personal(&hub), 0);
    let office = joined(&folder.path().join("office"), &hub, &till);
    assert!(!names(&office).contains(&"Ada Lovelace".to_owned()));
}

#[test]
fn who_connects_a_copy_without_the_keys_is_told_so_and_gives_nothing_in_clear() {
    let (ground, folder) = (Ground::file(), tempfile::tempdir().unwrap());
    let hub = ground.served();
    let till = connected(folder.path(), &hub);
    customer(&till, "Ada Lovelace");
    sync(&till);
    let copy = folder.path().join("copy.counterbook");
    finished(&till, "book.backup", json!({ "path": copy }));
    let settings = folder.path().join("elsewhere");
    let elsewhere = App::new(AppOptions::new(settings));
    elsewhere
        .call("book.open", json!({ "path": copy }))
        .unwrap();
    let connect = |code: String| json!({ "place": hub.address, "name": "Copy", "code": code });
    let operators = connect(hub.code(Some(book(&till))));
    assert_eq!(
        failed(&elsewhere, "sync.connect", operators),
        "hub_code_incomplete"
    );
    assert!(kept(&hub, &till).iter().all(is_sealed));
    finished(&elsewhere, "sync.connect", connect(code(&till, &hub)));
    customer(&elsewhere, "Grace Hopper");
    sync(&elsewhere);
    assert!(kept(&hub, &till).iter().all(is_sealed));
    sync(&till);
    assert_eq!(names(&till), ["Ada Lovelace", "Grace Hopper"]);
}
