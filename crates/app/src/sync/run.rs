//! `sync.run`: copies the open book to and from its places now.
use std::cell::RefCell;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{SyncRounds, place, real_book, round};
use crate::App;
use crate::error::AppError;
use crate::jobs::{JobStarted, Jobs, json};

/// Which place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct SyncRun {
    /// A folder, or the address of a hub; all places that the book is connected with when absent.
    pub place: Option<String>,
}

/// What it takes.
pub type Input = SyncRun;
/// What it gives.
pub type Output = JobStarted;
/// What the job comes to.
pub type Done = SyncRounds;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let open = real_book(app)?;
    let places = match &input.place {
        Some(place) => vec![place::named(place)?],
        None => {
            let known = open.book.places()?.into_iter();
            known.map(|state| state.place).collect()
        }
    };
    if places.is_empty() {
        return Err(AppError::conflict("sync_no_place"));
    }
    Jobs::start(app, "sync.run", move |app, progress| {
        progress.step("copying", "entries", None);
        let progress = RefCell::new(progress);
        let on = |share: sync::engine::Progress| {
            progress.borrow_mut().count(share.done, share.total).is_ok()
        };
        let rounds = places
            .iter()
            .map(|place| round::once(app, &open, place, &on));
        let rounds = rounds.collect::<Result<_, _>>()?;
        json(&SyncRounds { rounds })
    })
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use crate::sync::SyncRounds;
    use crate::testing::Shop;

    fn sync(shop: &Shop, place: &str) -> SyncRounds {
        let done = shop.job("sync.run", json!({ "place": place }));
        serde_json::from_value(done.output.unwrap()).unwrap()
    }

    #[test]
    fn what_is_sold_on_one_device_is_on_the_other_after_a_folder_was_read() {
        let shop = Shop::open();
        let mug = shop.product("MUG", 1_000_000);
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path().to_str().unwrap().to_owned();
        let given = &sync(&shop, &folder).rounds[0];
        assert!(given.given >= 2 && given.failure.is_none(), "{given:?}");

        let office = Shop::elsewhere();
        let path = office.path("office.counterbook");
        let join = json!({ "path": path, "place": folder, "name": "Office" });
        let joined = office.job("sync.join", join).output.unwrap();
        assert_eq!(joined["rounds"][0]["failure"], Value::Null, "{joined}");
        let found: Value = office.call("products.get", json!({ "id": mug.row.id }));
        assert_eq!(found["sku"], "MUG");
        let placed = office.placed(&mug, 1_000);
        assert!(
            placed.head.number.starts_with("B-"),
            "{}",
            placed.head.number
        );
        sync(&office, &folder);
        assert_eq!(sync(&shop, &folder).rounds[0].fetched, 1);
        let order: Value = shop.call("orders.get", json!({ "id": placed.head.id }));
        assert_eq!(order["number"], placed.head.number);

        let status: Value = shop.call("sync.status", json!({}));
        assert_eq!(status["local_only"], 0, "{status}");
        let names: Vec<&str> = status["devices"]
            .as_array()
            .unwrap()
            .iter()
            .filter_map(|device| device["name"].as_str())
            .collect();
        assert!(names.contains(&"Office"), "{status}");
    }

    #[test]
    fn a_place_that_is_not_there_is_named_at_its_field() {
        let shop = Shop::open();
        let place = json!({ "place": shop.path("nowhere") });
        let refused = shop.refused("sync.run", place);
        assert_eq!(refused, ("place_unknown".into(), Some("place".into())));
        assert_eq!(shop.refused("sync.run", json!({})).0, "sync_no_place");
    }
}
