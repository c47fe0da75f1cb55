//! The keys by which hubs know this installation, and those that seal what they keep, in a file of
//! its own that nobody else may read. They are never part of a book: who copies its file cannot act
//! as this device.
use std::collections::BTreeMap;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use sync::hub::Keys;
use uuid::Uuid;

use crate::App;
use crate::error::AppError;

/// The keys for a book at a hub.
pub(super) fn read(app: &App, book: Uuid, hub: &str) -> Result<Keys, AppError> {
    let keys = text(app, &name(book, hub));
    let keys = keys.as_deref().and_then(Keys::read);
    keys.ok_or_else(|| AppError::conflict("sync_not_enrolled").with(hub))
}

/// Keeps the keys for a book at a hub.
pub(super) fn keep(app: &App, book: Uuid, hub: &str, keys: &Keys) -> Result<(), AppError> {
    keep_text(app, name(book, hub), keys.kept())
}

/// What is kept under a name.
pub(super) fn text(app: &App, name: &str) -> Option<String> {
    all(app).remove(name)
}

/// Keeps a secret under a name.
pub(super) fn keep_text(app: &App, name: String, secret: String) -> Result<(), AppError> {
    let unwritable =
        |error: std::io::Error| AppError::unavailable("settings_unwritable").with(error);
    let Some(file) = file(app) else {
        return Err(AppError::unavailable("settings_unwritable"));
    };
    let mut kept = all(app);
    kept.insert(name, secret);
    let text = serde_json::to_vec_pretty(&kept).unwrap_or_default();
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder).map_err(unwritable)?;
    }
    replace(&file, &text).map_err(unwritable)
}

fn file(app: &App) -> Option<PathBuf> {
    Some(app.keys_folder()?.join("hub-keys.json"))
}

fn name(book: Uuid, hub: &str) -> String {
    format!("{book} {hub}")
}

/// A file that cannot be read counts as empty: devices enrol again.
fn all(app: &App) -> BTreeMap<String, String> {
    let bytes = file(app).and_then(|file| fs::read(file).ok());
    let kept = bytes.and_then(|bytes| serde_json::from_slice(&bytes).ok());
    kept.unwrap_or_default()
}

fn replace(file: &Path, text: &[u8]) -> std::io::Result<()> {
    let part = file.with_extension(format!("{}.part", std::process::id()));
    let mut opening = fs::OpenOptions::new();
    opening.write(true).create(true).truncate(true);
    private(&mut opening);
    let mut opened = opening.open(&part)?;
    opened.write_all(text)?;
    opened.sync_all()?;
    fs::rename(&part, file)
}

/// Nobody else reads it. On Windows the folder belongs to the user alone already.
#[cfg(unix)]
fn private(opening: &mut fs::OpenOptions) {
    use std::os::unix::fs::OpenOptionsExt as _;
    opening.mode(0o600);
}

#[cfg(not(unix))]
fn private(_opening: &mut fs::OpenOptions) {}
