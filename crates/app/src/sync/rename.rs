//! `sync.rename`: says what a device is called.
use domain::DeviceId;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::{SyncStatus, real_book, status};
use crate::App;
use crate::error::AppError;
use crate::request::Nothing;

/// A device and its name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SyncRename {
    /// The device.
    pub device: Uuid,
    /// What it is called.
    pub name: String,
}

/// What it takes.
pub type Input = SyncRename;
/// What it gives.
pub type Output = SyncStatus;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let open = real_book(app)?;
    let name = checked(&input.name)?;
    let mut known = open.book.device_states()?.into_iter();
    if !known.any(|device| device.id.0 == input.device && device.is_own) {
        return Err(AppError::at("device", "device_foreign"));
    }
    open.book
        .describe_device(DeviceId(input.device), &name, "")?;
    app.wake_sync();
    status::run(app, Nothing {})
}

/// A name as it is kept.
pub(super) fn checked(name: &str) -> Result<String, AppError> {
    let name = name.trim();
    if name.is_empty() {
        return Err(AppError::at("name", "required"));
    }
    if name.chars().count() > sync::limits::NAME_CHARS {
        return Err(AppError::at("name", "too_long").with(sync::limits::NAME_CHARS));
    }
    Ok(name.to_owned())
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use crate::testing::Shop;

    #[test]
    fn a_device_names_itself_and_no_other() {
        let shop = Shop::open();
        let status: Value = shop.call("sync.status", json!({}));
        let device = &status["devices"][0]["device"];
        let named = json!({ "device": device, "name": " Till by the door " });
        let status: Value = shop.call("sync.rename", named);
        assert_eq!(status["devices"][0]["name"], "Till by the door");
        let nameless = json!({ "device": device, "name": " " });
        let refused = shop.refused("sync.rename", nameless);
        assert_eq!(refused, ("required".into(), Some("name".into())));
        let other = json!({ "device": shop.request(), "name": "Till" });
        let refused = shop.refused("sync.rename", other);
        assert_eq!(refused, ("device_foreign".into(), Some("device".into())));
    }
}
