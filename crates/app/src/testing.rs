//! A small shop for tests: a real book in a temporary folder, a clock that stands, ids from a seed.
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex};

use book::dto::{Customer, Order, Product};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::clock::{Clock, FixedClock, SeededIds};
use crate::error::AppError;
use crate::event::Event;
use crate::request::Written;
use crate::{App, AppOptions};

/// Monday, 2026-11-23, 10:00 UTC.
pub(crate) const NOON_MS: i64 = 1_795_428_000_000;

/// A clock that goes on by a second whenever it is looked at.
struct TickingClock(AtomicI64);

impl Clock for TickingClock {
    fn now_ms(&self) -> i64 {
        self.0.fetch_add(1_000, Ordering::Relaxed)
    }

    fn utc_offset_min(&self, _at_ms: i64) -> i32 {
        0
    }
}

/// The shop.
pub(crate) struct Shop {
    pub(crate) app: App,
    pub(crate) clock: Arc<FixedClock>,
    pub(crate) events: Arc<Mutex<Vec<Event>>>,
    requests: Mutex<u128>,
    folder: tempfile::TempDir,
}

impl Shop {
    /// A shop without a book.
    pub(crate) fn closed() -> Self {
        let clock = Arc::new(FixedClock::new(NOON_MS, 0));
        Self::with(clock.clone(), clock, None)
    }

    /// Another device, without a book, whose ids are its own.
    pub(crate) fn elsewhere() -> Self {
        let mut shop = Self::closed();
        let folder = shop.folder.path().join("elsewhere");
        shop.app = App::new(AppOptions {
            clock: shop.clock.clone(),
            ids: Arc::new(SeededIds::new(77)),
            ..AppOptions::new(folder)
        });
        let heard = shop.events.clone();
        shop.app.subscribe(Box::new(move |event| {
            heard.lock().unwrap().push(event.clone())
        }));
        shop.requests = Mutex::new(1 << 64);
        shop
    }

    /// A shop with a book whose clock goes on.
    pub(crate) fn ticking() -> Self {
        let standing = Arc::new(FixedClock::new(NOON_MS, 0));
        let shop = Self::with(
            standing,
            Arc::new(TickingClock(AtomicI64::new(NOON_MS))),
            None,
        );
        shop.create_book();
        shop
    }

    /// A shop without a book, which has the data of a sample shop.
    pub(crate) fn with_sample(table: &str) -> Self {
        let clock = Arc::new(FixedClock::new(NOON_MS, 0));
        Self::with(clock.clone(), clock, Some(table))
    }

    fn with(standing: Arc<FixedClock>, clock: Arc<dyn Clock>, sample: Option<&str>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let sample_file = sample.map(|table| {
            let file = folder.path().join("OnlineRetail.csv");
            std::fs::write(&file, table).unwrap();
            file
        });
        let app = App::new(AppOptions {
            clock,
            ids: Arc::new(SeededIds::new(42)),
            sample_file,
            typesetter: crate::typesetter::tests::this_program(),
            ..AppOptions::new(folder.path().join("settings"))
        });
        let events = Arc::new(Mutex::new(Vec::new()));
        let heard = events.clone();
        app.subscribe(Box::new(move |event| {
            heard.lock().unwrap().push(event.clone())
        }));
        Self {
            app,
            clock: standing,
            events,
            requests: Mutex::new(1),
            folder,
        }
    }

    /// The product as it is after a restart, with the same clock and the same files.
    pub(crate) fn restarted(&self) -> App {
        let app = App::new(AppOptions {
            clock: self.clock.clone(),
            ids: Arc::new(SeededIds::new(43)),
            typesetter: crate::typesetter::tests::this_program(),
            ..AppOptions::new(self.folder.path().join("settings"))
        });
        let path = self.path("shop.counterbook");
        app.call("book.open", json!({ "path": path })).unwrap();
        app
    }

    /// A shop with a book in pounds, prices with tax.
    pub(crate) fn open() -> Self {
        let shop = Self::closed();
        shop.create_book();
        shop
    }

    fn create_book(&self) {
        let path = self.path("shop.counterbook");
        let input = json!({ "path": path, "name": "Shop", "currency": "GBP", "country": "GB" });
        self.app.call("book.create", input).unwrap();
        self.events.lock().unwrap().clear();
    }

    /// A file of the shop's folder.
    pub(crate) fn path(&self, name: &str) -> String {
        self.folder.path().join(name).display().to_string()
    }

    /// A request that has not been made before.
    pub(crate) fn request(&self) -> Uuid {
        let mut requests = self.requests.lock().unwrap();
        *requests += 1;
        Uuid::from_u128(*requests)
    }

    /// Calls a verb.
    pub(crate) fn call<T: DeserializeOwned>(&self, verb: &str, input: Value) -> T {
        self.try_call(verb, input)
            .unwrap_or_else(|error| panic!("{verb}: {error}"))
    }

    /// Calls a verb that may refuse.
    pub(crate) fn try_call<T: DeserializeOwned>(
        &self,
        verb: &str,
        input: Value,
    ) -> Result<T, AppError> {
        let output = self.app.call(verb, input)?;
        Ok(serde_json::from_value(output).expect("an output fits its type"))
    }

    /// What a verb refuses, as its code and field.
    pub(crate) fn refused(&self, verb: &str, input: Value) -> (String, Option<String>) {
        let error = self.app.call(verb, input).expect_err("the verb refuses");
        (error.code, error.field)
    }

    /// Calls a write with a request of its own.
    pub(crate) fn write<T: DeserializeOwned>(&self, verb: &str, mut input: Value) -> T {
        input["request_id"] = json!(self.request());
        self.call::<Written<T>>(verb, input).output
    }

    /// A product with twenty in stock.
    pub(crate) fn product(&self, sku: &str, unit_price_micro: i64) -> Product {
        let input = json!({
            "sku": sku, "title": sku, "unit_price_micro": unit_price_micro, "tax": "standard"
        });
        let product: Product = self.write("products.create", input);
        let id = product.row.id;
        let input = json!({ "product": id, "counted_milli": 20_000, "reason": "counted" });
        self.write("stock.adjust", input)
    }

    /// A customer.
    pub(crate) fn customer(&self, name: &str) -> Customer {
        self.write("customers.create", json!({ "name": name }))
    }

    /// A placed order of a product.
    pub(crate) fn placed(&self, product: &Product, quantity_milli: i64) -> Order {
        let lines = json!([{ "product": product.row.id, "quantity_milli": quantity_milli }]);
        self.write(
            "orders.place",
            json!({ "channel": "counter", "lines": lines }),
        )
    }

    /// A counter sale of a product, paid by card.
    pub(crate) fn sold(&self, product: &Product, quantity_milli: i64) -> Order {
        let lines = json!([{ "product": product.row.id, "quantity_milli": quantity_milli }]);
        let sale = json!({ "channel": "counter", "method": "card", "lines": lines });
        self.write("orders.sell", sale)
    }

    /// A change of an order, at the version that it has.
    pub(crate) fn change(&self, order: &Order, mut input: Value) -> Value {
        input["id"] = json!(order.head.id);
        input["expected_version"] = json!(order.head.version);
        input
    }

    /// Waits for a job and gives its last state.
    pub(crate) fn job(&self, verb: &str, input: Value) -> crate::jobs::JobState {
        let started: crate::jobs::JobStarted = self.call(verb, input);
        loop {
            let state = self.app.jobs().get(started.job).unwrap();
            if state.state != crate::jobs::JobPhase::Running {
                return state;
            }
            std::thread::yield_now();
        }
    }
}
