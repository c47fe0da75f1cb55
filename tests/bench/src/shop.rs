//! Books for the workloads, made through the verbs like any other.

use app::{App, AppOptions};
use serde_json::{Value, json};
use std::path::Path;

/// The product on a folder of its own.
pub fn app(folder: &Path) -> App {
    App::new(AppOptions::new(folder.join("settings")))
}

/// Calls a verb that must succeed.
pub fn call(app: &App, verb: &str, input: Value) -> Value {
    match app.call(verb, input) {
        Ok(output) => output,
        Err(error) => panic!("{verb}: {error:?}"),
    }
}

/// Calls a verb as the window does, which hands the answer on as it is.
pub fn ask(app: &App, verb: &str, input: Value) {
    if let Err(error) = app.call_json(verb, input) {
        panic!("{verb}: {error:?}");
    }
}

/// A new request id.
pub fn request() -> String {
    uuid::Uuid::new_v4().to_string()
}

/// An open, empty book.
pub fn book(app: &App, path: &Path) {
    let book = json!({ "path": path, "name": "Bench", "currency": "GBP", "country": "GB" });
    call(app, "book.create", book);
}

/// Waits for a job and returns its output.
pub fn finish(app: &App, job: &Value) -> Value {
    loop {
        let state = call(app, "jobs.get", json!({ "job": job["job"] }));
        match state["state"].as_str() {
            Some("running") => std::thread::sleep(std::time::Duration::from_millis(5)),
            Some("done") => return state["output"].clone(),
            _ => panic!("{state}"),
        }
    }
}

/// Products with stock and customers for W1.
pub fn stocked(app: &App, products: usize, customers: usize) -> (Vec<Value>, Vec<Value>) {
    let mut made = (Vec::new(), Vec::new());
    for index in 0..products {
        let product = call(
            app,
            "products.create",
            json!({
                "request_id": request(), "sku": format!("SKU-{index:05}"),
                "title": format!("Enamel mug no. {index}"), "unit_price_micro": 4_990_000,
                "tax": "standard",
            }),
        );
        let id = product["output"]["id"].clone();
        let adjust = json!({
            "request_id": request(), "product": id, "quantity_milli": 100_000, "reason": "opening",
        });
        call(app, "stock.adjust", adjust);
        made.0.push(id);
    }
    for index in 0..customers {
        let customer = json!({ "request_id": request(), "name": format!("Customer {index}") });
        made.1
            .push(call(app, "customers.create", customer)["output"]["id"].clone());
    }
    made
}
