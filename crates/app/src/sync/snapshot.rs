//! `sync.snapshot`: makes a copy of the book at a hub that new devices start from.
use std::cell::RefCell;

use ::book::sync::SnapshotState;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{hub_of, place, real_book, shelf};
use crate::App;
use crate::error::AppError;
use crate::jobs::{JobStarted, Jobs, json};

/// Which hub.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct SyncSnapshotInput {
    /// The address of a hub; the one that the book is connected with when absent.
    pub place: Option<String>,
}

/// A copy at a hub that new devices start from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct SyncSnapshot {
    /// The address of the hub.
    pub place: String,
    /// When it came there, UTC.
    pub came_ms: i64,
    /// Bytes of the file.
    pub bytes: i64,
    /// Entries that it holds.
    pub entries: i64,
}

impl SyncSnapshot {
    /// What a hub whose clock is off by so much has, by the clock of this device.
    pub(super) fn of(place: &str, there: &SnapshotState, offset_ms: Option<i64>) -> Self {
        let count = |count: u64| i64::try_from(count).unwrap_or(i64::MAX);
        Self {
            place: place.to_owned(),
            came_ms: there.came_ms.saturating_sub(offset_ms.unwrap_or(0)),
            bytes: count(there.bytes),
            entries: count(there.entries),
        }
    }
}

/// What it takes.
pub type Input = SyncSnapshotInput;
/// What it gives.
pub type Output = JobStarted;
/// What the job comes to.
pub type Done = SyncSnapshot;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let open = real_book(app)?;
    let place = match &input.place {
        Some(place) => place::named(place)?,
        None => hub_of(app)?,
    };
    if !place::is_hub(&place) {
        return Err(AppError::at("place", "sync_no_hub"));
    }
    Jobs::start(app, "sync.snapshot", move |app, progress| {
        progress.step("copying", "bytes", None);
        let progress = RefCell::new(progress);
        let on = |done, total| progress.borrow_mut().count(done, total).is_ok();
        json(&shelf::give(app, (&open, &place), true, &on)?)
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::testing::Shop;

    #[test]
    fn a_snapshot_is_for_hubs_alone() {
        let shop = Shop::open();
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().to_str().unwrap();
        let refused = shop.refused("sync.snapshot", json!({ "place": place }));
        assert_eq!(refused, ("sync_no_hub".into(), Some("place".into())));
        assert_eq!(shop.refused("sync.snapshot", json!({})).0, "sync_no_hub");
    }
}
