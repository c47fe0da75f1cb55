//! Desktops that stand at a hub: the verbs with books in a folder, as the window calls them.

#![allow(dead_code, reason = "no file of tests needs all of it")]

use std::path::Path;
use std::time::{Duration, Instant};

use app::{App, AppOptions};
use serde_json::{Value, json};

use super::kit::Served;

/// How long anything is waited for.
const PATIENCE: Duration = Duration::from_secs(30);

/// A new book that is connected with a hub.
pub fn connected(folder: &Path, hub: &Served) -> App {
    let app = App::new(AppOptions::new(folder.join("settings")));
    let path = folder.join("shop.counterbook");
    let book = json!({ "path": path, "name": "Shop", "currency": "GBP", "country": "GB" });
    app.call("book.create", book).unwrap();
    let connect = json!({ "place": hub.address, "name": "Till", "code": hub.code(None) });
    let done = finished(&app, "sync.connect", connect);
    assert_eq!(done["rounds"][0]["failure"], Value::Null, "{done}");
    app
}

/// Another device of a book, which joined with a code of the first.
pub fn joined(folder: &Path, hub: &Served, first: &App) -> App {
    std::fs::create_dir_all(folder).unwrap();
    let invited = finished(first, "sync.invite", json!({ "place": hub.address }));
    let app = App::new(AppOptions::new(folder.join("settings")));
    let join = json!({ "path": folder.join("shop.counterbook"), "place": hub.address,
        "name": "Office", "code": invited["code"] });
    let done = finished(&app, "sync.join", join);
    assert_eq!(done["rounds"][0]["failure"], Value::Null, "{done}");
    app
}

/// What a job comes to.
pub fn finished(app: &App, verb: &str, input: Value) -> Value {
    let state = ended(app, verb, input);
    assert_eq!(state["state"], "done", "{verb}: {state}");
    state["output"].clone()
}

/// The code of what a job fails with.
pub fn failed(app: &App, verb: &str, input: Value) -> String {
    let state = ended(app, verb, input);
    let code = state["error"]["code"].as_str();
    code.unwrap_or_else(|| panic!("{verb}: {state}")).to_owned()
}

fn ended(app: &App, verb: &str, input: Value) -> Value {
    let job = app.call(verb, input).unwrap();
    let asked = json!({ "job": job["job"] });
    within(verb, || {
        let state = app.call("jobs.get", asked.clone()).unwrap();
        (state["state"] != "running").then_some(state)
    })
}

/// Waits until something is there.
pub fn within<T>(what: &str, look: impl Fn() -> Option<T>) -> T {
    let since = Instant::now();
    loop {
        if let Some(found) = look() {
            return found;
        }
        assert!(since.elapsed() < PATIENCE, "waited in vain for {what}");
        std::thread::sleep(Duration::from_millis(5));
    }
}
