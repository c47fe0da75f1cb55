//! What the desktop's verbs do at a hub that serves on loopback.

#![allow(clippy::unwrap_used, reason = "a test fails where it panics")]

mod desk;
mod kit;

use app::App;
use desk::{connected, finished};
use kit::{Ground, Sent, Served};
use serde_json::{Value, json};
use uuid::Uuid;

/// A channel of the book.
fn channel(app: &App, hub: &Served) -> (Uuid, String) {
    let info = app.call("book.info", json!({})).unwrap();
    let book: Uuid = serde_json::from_value(info["id"].clone()).unwrap();
    let store = hub.hub.store();
    store.open_channel(book, "Web shop", kit::now_ms()).unwrap()
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

    let (channel, secret) = channel(&app, &hub);
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
fn a_document_is_read_by_one_device_and_gone_when_it_is_dealt_with() {
    let ground = Ground::file();
    let hub = ground.served();
    let folder = tempfile::tempdir().unwrap();
    let app = connected(folder.path(), &hub);
    let office = desk::joined(&folder.path().join("office"), &hub, &app);
    let (channel, secret) = channel(&app, &hub);
    let sent = Sent::now(&secret, Some("1042"), "two mugs, please");
    let document = sent.send(&hub.address, channel).1["document"].clone();
    let asked = json!({ "place": hub.address, "document": document });
    let read = finished(&app, "sync.take_document", asked.clone());
    assert_eq!(read["text"], "two mugs, please");
    let waits = finished(&office, "sync.documents", json!({ "place": hub.address }));
    assert_eq!(waits["documents"][0]["is_taken"], json!(true), "{waits}");
    for verb in ["sync.take_document", "sync.finish_document"] {
        assert_eq!(desk::failed(&office, verb, asked.clone()), "document_taken");
    }
    finished(&app, "sync.finish_document", asked.clone());
    let waits = finished(&office, "sync.documents", json!({ "place": hub.address }));
    assert_eq!(waits["documents"], json!([]));
    let (_, again) = sent.send(&hub.address, channel);
    assert_eq!(again["repeated"], json!(true));
}

#[test]
fn what_is_no_text_says_so() {
    let ground = Ground::file();
    let hub = ground.served();
    let folder = tempfile::tempdir().unwrap();
    let app = connected(folder.path(), &hub);
    let info = app.call("book.info", json!({})).unwrap();
    let book: Uuid = serde_json::from_value(info["id"].clone()).unwrap();
    let (channel, _) = channel(&app, &hub);
    let scan = hub::store::Incoming {
        external: None,
        media_type: "image/png",
        body: &[0x89, 0xff, 0],
    };
    let kept = hub
        .hub
        .store()
        .deliver((book, channel), scan, kit::now_ms());
    let asked = json!({ "place": hub.address, "document": kept.unwrap().0 });
    assert_eq!(
        finished(&app, "sync.take_document", asked)["text"],
        Value::Null
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
