//! What the desktop's verbs do at a hub that serves on loopback.

mod kit;

use std::time::{Duration, Instant};

use app::{App, AppOptions};
use kit::{Ground, Sent};
use serde_json::{Value, json};
use uuid::Uuid;

/// A book that is connected with a hub.
fn connected(folder: &std::path::Path, hub: &kit::Served) -> App {
    let app = App::new(AppOptions::new(folder.join("settings")));
    let path = folder.join("shop.counterbook");
    let book = json!({ "path": path, "name": "Shop", "currency": "GBP", "country": "GB" });
    app.call("book.create", book).unwrap();
    let connect = json!({ "place": hub.address, "name": "Till", "code": hub.code(None) });
    let done = finished(&app, "sync.connect", connect);
    assert_eq!(done["rounds"][0]["failure"], Value::Null, "{done}");
    app
}

/// What a job comes to.
fn finished(app: &App, verb: &str, input: Value) -> Value {
    let job = app.call(verb, input).unwrap();
    let since = Instant::now();
    loop {
        let state = app.call("jobs.get", json!({ "job": job["job"] })).unwrap();
        match state["state"].as_str() {
            Some("done") => return state["output"].clone(),
            Some("running") if since.elapsed() < Duration::from_secs(30) => {
                std::thread::sleep(Duration::from_millis(5));
            }
            _ => panic!("{verb}: {state}"),
        }
    }
}

#[test]
fn what_waits_at_the_hub_is_told_with_its_channel_and_who_has_it() {
    let ground = Ground::file();
    let hub = ground.served();
    let folder = tempfile::tempdir().unwrap();
    let app = connected(folder.path(), &hub);
    let asked = json!({ "place": hub.address });
    let nothing = finished(&app, "sync.documents", asked.clone());
    assert_eq!(nothing["documents"], json!([]));

    let info = app.call("book.info", json!({})).unwrap();
    let book: Uuid = serde_json::from_value(info["id"].clone()).unwrap();
    let opened = hub
        .hub
        .store()
        .open_channel(book, "Web shop", kit::now_ms());
    let (channel, secret) = opened.unwrap();
    let sent = Sent::now(&secret, Some("1042"), r#"{"total":"5.00"}"#);
    for _ in 0..2 {
        assert!(sent.send(&hub.address, channel).0 < 300);
    }
    let waits = finished(&app, "sync.documents", asked);
    let documents = waits["documents"].as_array().unwrap();
    assert_eq!(documents.len(), 1, "{waits}");
    let told = &documents[0];
    assert_eq!(told["channel"], "Web shop");
    assert_eq!(told["external"], "1042");
    assert_eq!(
        (&told["bytes"], &told["is_taken"]),
        (&json!(16), &json!(false))
    );
}

#[test]
fn who_is_not_enrolled_at_a_hub_is_told_so() {
    let folder = tempfile::tempdir().unwrap();
    let ground = Ground::file();
    let hub = ground.served();
    let app = connected(folder.path(), &hub);
    let elsewhere = json!({ "place": "http://127.0.0.1:9" });
    let refused = app.call("sync.documents", elsewhere).unwrap_err();
    assert_eq!(refused.code, "sync_not_enrolled");
}
