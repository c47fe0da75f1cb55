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

/// An address outside of the book.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BrowseUrl {
    /// The address; `http`, `https` or `mailto` alone.
    pub url: String,
}

/// A line of the cart as its customer sees it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CustomerLine {
    /// What it is.
    pub title: String,
    /// How much of it.
    pub quantity_milli: i64,
    /// What it comes to; null until that is known.
    pub total_minor: Option<i64>,
}

/// What the customer at the counter sees: the cart and its money, and nothing of anybody.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CustomerView {
    /// The name of the shop.
    pub shop: String,
    /// The lines, in the order in which they came.
    pub lines: Vec<CustomerLine>,
    /// What is to pay; below zero for what is given back.
    pub total_minor: Option<i64>,
    /// What goes back as change, once it is paid.
    pub change_minor: Option<i64>,
    /// Whether it is paid.
    pub done: bool,
    /// Decimal digits of the amounts.
    pub digits: i64,
    /// Their currency, where it is another than the book's.
    pub currency: Option<String>,
    /// Decimal digits of the change.
    pub change_digits: i64,
    /// Its currency, where that of the other amounts is another.
    pub change_currency: Option<String>,
    /// The language, BCP 47.
    pub language: String,
    /// The look: `light`, `dark` or `contrast`.
    pub theme: String,
}

/// `shell.customer_window`: opens the window for the customer, or brings it to the front.
pub mod customer_window {
    /// What it takes.
    pub type Input = super::Nothing;
    /// What it gives.
    pub type Output = super::Nothing;
}

/// `shell.show_customer`: what the window for the customer shows from now on.
pub mod show_customer {
    /// What it takes.
    pub type Input = super::CustomerView;
    /// What it gives.
    pub type Output = super::Nothing;
}

/// `shell.browse`: opens an address of the web or of mail in the system's own program.
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
