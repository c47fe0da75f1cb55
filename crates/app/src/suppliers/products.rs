//! `suppliers.products`: a window of what a supplier sells, and what it costs there.
use crate::App;
use crate::error::AppError;
use crate::list::check_window;
use book::dto::{Page, SuppliedProduct};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// A window of a supplier's products.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct SupplierProducts {
    /// The supplier.
    #[ts(optional = false)]
    pub id: Uuid,
    /// A part of a SKU, title or of the supplier's code; every product when absent.
    pub text: Option<String>,
    /// The place of the first row, from 0.
    #[ts(optional = false)]
    pub offset: i64,
    /// How many rows, at most 200.
    #[ts(optional = false)]
    pub limit: i64,
}

/// What it takes.
pub type Input = SupplierProducts;
/// What it gives.
pub type Output = Page<SuppliedProduct>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    check_window(input.offset, input.limit)?;
    let text = input.text.unwrap_or_default();
    app.read_rows(|read| read.supplied_products(input.id, &text, input.offset, input.limit))
}
