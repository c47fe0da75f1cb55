//! `purchases.list`: a window of the purchases, the newest first.
use crate::App;
use crate::error::AppError;
use crate::list::check_window;
use book::PurchasesAsked;
use book::dto::{Page, PurchaseRow, PurchaseStage};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// A window of the list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct PurchaseList {
    /// A part of a number, of a note or of the supplier's name, or goods of it; every purchase when
    /// absent.
    pub text: Option<String>,
    /// Only those of this stage.
    pub stage: Option<PurchaseStage>,
    /// Only those at this supplier.
    pub supplier: Option<Uuid>,
    /// The place of the first row, from 0.
    #[ts(optional = false)]
    pub offset: i64,
    /// How many rows, at most 200.
    #[ts(optional = false)]
    pub limit: i64,
}

/// What it takes.
pub type Input = PurchaseList;
/// What it gives.
pub type Output = Page<PurchaseRow>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    check_window(input.offset, input.limit)?;
    let text = input.text.unwrap_or_default();
    let asked = PurchasesAsked {
        text: &text,
        stage: input.stage,
        supplier: input.supplier,
    };
    app.read_rows(|read| read.purchases(&asked, input.offset, input.limit))
}
