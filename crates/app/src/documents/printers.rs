//! `documents.printers`: the printers of the system that documents can go to.
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::App;
use crate::error::AppError;
use crate::print;
use crate::request::Nothing;

/// The printers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct DocumentPrinters {
    /// Their names; none where nothing prints.
    pub printers: Vec<String>,
    /// The one that is taken when none is named: this installation's, or the system's.
    pub usual: Option<String>,
}

/// What it takes.
pub type Input = Nothing;
/// What it gives.
pub type Output = DocumentPrinters;

pub(crate) fn run(app: &App, _input: Input) -> Result<Output, AppError> {
    let known = match print::printers() {
        // Without the programs that print there are no printers.
        Err(error) if error.code == "no_printer" => print::Printers::default(),
        known => known?,
    };
    let kept = print::kept(app).filter(|name| known.names.contains(name));
    let usual = kept
        .or(known.default)
        .or_else(|| known.names.first().cloned());
    Ok(DocumentPrinters {
        printers: known.names,
        usual,
    })
}
