//! `suppliers.list`: all suppliers, by name.
use crate::App;
use crate::error::AppError;
use book::dto::SupplierRow;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which suppliers are listed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct SupplierList {
    /// A part of a name, code or contact; every supplier when absent.
    pub text: Option<String>,
    /// Only those out of use, or only those in use.
    pub archived: Option<bool>,
}

/// What it takes.
pub type Input = SupplierList;
/// What it gives.
pub type Output = Vec<SupplierRow>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let text = input.text.unwrap_or_default();
    app.read_rows(|read| read.suppliers(&text, input.archived))
}
