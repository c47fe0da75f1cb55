//! Pages for customers, from the desktop's verbs to what a customer sees at the hub.

#![allow(clippy::unwrap_used, reason = "a test fails where it panics")]

mod desk;
mod kit;

use app::App;
use desk::{connected, finished, joined, within};
use kit::{Ground, Served, seen};
use serde_json::{Value, json};
use std::time::{Duration, Instant};
use uuid::Uuid;

/// A write, with a request of its own.
fn write(app: &App, verb: &str, mut input: Value) -> Value {
    input["request_id"] = json!(Uuid::now_v7());
    app.call(verb, input).unwrap()["output"].clone()
}

/// A change of a record as it is now.
fn change(app: &App, verb: &str, order: &Value, mut input: Value) -> Value {
    let now = app
        .call("orders.get", json!({ "id": order["id"] }))
        .unwrap();
    input["id"] = now["id"].clone();
    input["expected_version"] = now["version"].clone();
    write(app, verb, input)
}

fn ordered(app: &App) -> Value {
    let ada = write(app, "customers.create", json!({ "name": "Ada Lovelace" }));
    let lines = json!([{ "title": "Mug", "quantity_milli": 2_000, "unit_price_micro": 5_000_000 }]);
    let order = json!({ "channel": "web", "customer": ada["id"], "lines": lines });
    write(app, "orders.place", order)
}

fn sync(app: &App) {
    let done = finished(app, "sync.run", json!({}));
    assert_eq!(done["rounds"][0]["failure"], Value::Null, "{done}");
}

fn address(order: &Value) -> String {
    order["pages"][0]["address"].as_str().unwrap().to_owned()
}

/// A hub, a folder for books, and a till that is connected.
struct Shop {
    app: App,
    hub: Served,
    ground: Ground<'static>,
    folder: tempfile::TempDir,
}

fn shop() -> Shop {
    let (folder, ground) = (tempfile::tempdir().unwrap(), Ground::file());
    let hub = ground.served();
    Shop {
        app: connected(folder.path(), &hub),
        hub,
        ground,
        folder,
    }
}

#[test]
fn a_change_at_the_counter_is_on_the_customers_page_within_a_second() {
    let Shop { app, .. } = &shop();
    app.keep_in_sync().unwrap();
    let order = ordered(app);
    let order = change(app, "orders.publish", &order, json!({ "language": "de" }));
    let page = address(&order);
    within("the page", || {
        let (status, _, text) = seen(&page);
        (status == 200 && text.contains("In Vorbereitung")).then_some(())
    });
    change(app, "orders.fulfil", &order, json!({}));
    let since = Instant::now();
    within("the shipment on the page", || {
        seen(&page).2.contains("Unterwegs").then_some(())
    });
    let took = since.elapsed();
    assert!(took < Duration::from_secs(1), "{took:?}");
    assert!(!seen(&page).2.contains("Ada"), "it names nobody");
    within("the order to know that it is told", || {
        let now = app
            .call("orders.get", json!({ "id": order["id"] }))
            .unwrap();
        (now["pages"][0]["is_current"] == true).then_some(())
    });
    change(app, "orders.unpublish", &order, json!({}));
    within("the page to go", || (seen(&page).0 == 404).then_some(()));
}

#[test]
fn what_happened_without_contact_is_told_later_as_it_is_then() {
    let Shop {
        app, hub, ground, ..
    } = &shop();
    let order = ordered(app);
    let order = change(app, "orders.publish", &order, json!({}));
    let page = address(&order);
    change(app, "orders.fulfil", &order, json!({}));
    assert_eq!(seen(&page).0, 404, "nobody was asked yet");
    assert_eq!(order["pages"][0]["is_current"], json!(false));
    sync(app);
    assert!(seen(&page).2.contains("On its way"), "{}", seen(&page).2);
    // Published again, the link stays and is good until another day.
    let now = app
        .call("orders.get", json!({ "id": order["id"] }))
        .unwrap();
    let past = json!({ "id": now["id"], "expected_version": now["version"],
        "page_until": "2020-01-01", "request_id": Uuid::now_v7() });
    let refused = app.call("orders.publish", past).unwrap_err();
    assert_eq!(refused.code, "day_past");
    let again = change(app, "orders.publish", &order, json!({}));
    assert_eq!(address(&again), page);
    // A hub that was restored and lost its pages is told all of them again.
    let Ground::File(store, _) = ground else {
        return;
    };
    let conn = rusqlite::Connection::open(store.path().join("hub.db")).unwrap();
    conn.execute("DELETE FROM tracking", []).unwrap();
    hub.hub.store().restored().unwrap();
    assert_eq!(seen(&page).0, 404);
    sync(app);
    assert_eq!(seen(&page).0, 200);
}

#[test]
fn any_device_tells_the_hub_what_it_did_and_takes_the_page_away_for_all() {
    let Shop {
        app, hub, folder, ..
    } = &shop();
    let order = ordered(app);
    let order = change(app, "orders.publish", &order, json!({}));
    let page = address(&order);
    sync(app);
    let office = &joined(&folder.path().join("office"), hub, app);
    change(office, "orders.fulfil", &order, json!({}));
    sync(office);
    assert!(seen(&page).2.contains("On its way"));
    change(office, "orders.unpublish", &order, json!({}));
    sync(office);
    assert_eq!(seen(&page).0, 404);
    // The till, which does not know yet, changes the order: the page stays away.
    change(app, "orders.tag", &order, json!({ "tags": ["late"] }));
    sync(app);
    assert_eq!(seen(&page).0, 404);
    let now = app
        .call("orders.get", json!({ "id": order["id"] }))
        .unwrap();
    assert_eq!(now["pages"], json!([]));
    // Shown again, it has another link.
    let shown = change(app, "orders.publish", &order, json!({}));
    assert_ne!(address(&shown), page);
    let verified = finished(app, "book.verify", json!({}));
    assert_eq!(verified["ok"], true, "{verified}");
}

#[test]
fn what_the_owner_chose_to_show_and_an_erased_customer_change_the_page() {
    let Shop { app, .. } = &shop();
    let order = ordered(app);
    let order = change(app, "orders.publish", &order, json!({}));
    let page = address(&order);
    let shows = json!({ "expected_version": 1, "status_shows": ["customer"] });
    write(app, "book.amend", shows);
    sync(app);
    assert!(seen(&page).2.contains("Ada Lovelace"));
    let customer = app
        .call("customers.get", json!({ "id": order["customer"] }))
        .unwrap();
    let erase = json!({ "id": customer["id"], "expected_version": customer["version"] });
    write(app, "customers.erase", erase);
    sync(app);
    let (status, _, text) = seen(&page);
    assert!(status == 200 && !text.contains("Lovelace"), "{text}");
}

#[test]
fn a_draft_is_not_shown_and_a_book_without_a_hub_shows_nothing() {
    let Shop { app, hub, .. } = &shop();
    let lines = json!([{ "title": "Mug", "quantity_milli": 1_000, "unit_price_micro": 5_000_000 }]);
    let draft = write(
        app,
        "orders.draft",
        json!({ "channel": "web", "lines": lines }),
    );
    let asked = |order: &Value| {
        json!({ "id": order["id"], "expected_version": order["version"],
            "request_id": Uuid::now_v7() })
    };
    let refused = app.call("orders.publish", asked(&draft)).unwrap_err();
    assert_eq!(refused.code, "order_not_placed");
    let order = ordered(app);
    let refused = app.call("orders.unpublish", asked(&order)).unwrap_err();
    assert_eq!(refused.code, "page_unknown");
    app.call("sync.disconnect", json!({ "place": hub.address }))
        .unwrap();
    let refused = app.call("orders.publish", asked(&order)).unwrap_err();
    assert_eq!(refused.code, "sync_no_hub");
}
