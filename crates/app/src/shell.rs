//! Verbs of the desktop window: dialogs and windows. The table declares them; only the window can
//! carry them out, everywhere else they are unavailable.
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::request::Nothing;

/// A kind of file to offer in a dialog.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FileFilter {
    /// What people read.
    pub name: String,
    /// The endings, without dots.
    pub extensions: Vec<String>,
}

/// A file to choose.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct PickFile {
    /// The dialog's title.
    #[ts(optional = false)]
    pub title: String,
    /// The kinds of files.
    #[ts(optional = false)]
    pub filters: Vec<FileFilter>,
    /// Where to begin.
    pub folder: Option<String>,
}

/// A file to name.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct SaveFile {
    /// The dialog's title.
    #[ts(optional = false)]
    pub title: String,
    /// The name to begin with.
    #[ts(optional = false)]
    pub suggested_name: String,
    /// The kinds of files.
    #[ts(optional = false)]
    pub filters: Vec<FileFilter>,
    /// Where to begin.
    pub folder: Option<String>,
}

/// The file chosen.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct PickedFile {
    /// The file; null when the dialog was closed without one.
    pub path: Option<String>,
}

/// A file to show in the system's file manager.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RevealFile {
    /// The file.
    pub path: String,
}

/// A web address.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BrowseUrl {
    /// The address; `http` or `https` alone.
    pub url: String,
}

/// `shell.browse`: opens a web address in the system's browser.
pub mod browse {
    /// What it takes.
    pub type Input = super::BrowseUrl;
    /// What it gives.
    pub type Output = super::Nothing;
}

/// `shell.pick_file`: asks for a file to read.
pub mod pick_file {
    /// What it takes.
    pub type Input = super::PickFile;
    /// What it gives.
    pub type Output = super::PickedFile;
}

/// `shell.save_file`: asks for a file to write.
pub mod save_file {
    /// What it takes.
    pub type Input = super::SaveFile;
    /// What it gives.
    pub type Output = super::PickedFile;
}

/// `shell.new_window`: opens another window on the same book.
pub mod new_window {
    /// What it takes.
    pub type Input = super::Nothing;
    /// What it gives.
    pub type Output = super::Nothing;
}

/// `shell.reveal`: shows a file in the system's file manager.
pub mod reveal {
    /// What it takes.
    pub type Input = super::RevealFile;
    /// What it gives.
    pub type Output = super::Nothing;
}
