//! `sync.disconnect`: forgets a place; what lies there stays.
use super::{PlaceInput, SyncStatus, status};
use crate::App;
use crate::error::AppError;
use crate::request::Nothing;

/// What it takes.
pub type Input = PlaceInput;
/// What it gives.
pub type Output = SyncStatus;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let open = app.book()?;
    if open.book.place(&input.place)?.is_none() {
        return Err(AppError::at("place", "place_unknown").with(&input.place));
    }
    open.book.forget_place(&input.place)?;
    app.wake_sync();
    status::run(app, Nothing {})
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use crate::testing::Shop;

    #[test]
    fn a_place_is_connected_with_under_the_devices_name_and_forgotten() {
        let shop = Shop::open();
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().to_str().unwrap().to_owned();
        let unknown = shop.refused("sync.disconnect", json!({ "place": place }));
        assert_eq!(unknown.0, "place_unknown");
        shop.job("sync.connect", json!({ "place": place, "name": "Till" }));
        let status: Value = shop.call("sync.status", json!({}));
        assert_eq!(status["places"][0]["lacks"], 0, "{status}");
        assert_eq!(status["devices"][0]["name"], "Till");
        assert!(status["places"][0]["bytes_out"].as_i64().unwrap() > 0);
        let status: Value = shop.call("sync.disconnect", json!({ "place": place }));
        assert_eq!(status["places"], json!([]));
        assert!(
            folder.path().read_dir().unwrap().count() > 0,
            "what is there stays"
        );
    }
}
