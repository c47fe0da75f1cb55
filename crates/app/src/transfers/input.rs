//! What a transfer is asked to be.
use book::Tx;
use domain::ProductId;
use domain::transfer::{TransferDocument, TransferLine};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::lots;
use crate::error::AppError;
use crate::lots::input::LotInput;
use crate::place;

/// A quantity of a product.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct TransferLineInput {
    /// The product.
    #[ts(optional = false)]
    pub product: Uuid,
    /// How much.
    #[ts(optional = false)]
    pub quantity_milli: i64,
    /// The lots or serial numbers; the book chooses when absent.
    pub lots: Option<Vec<LotInput>>,
}

/// A transfer asked for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct TransferInput {
    /// The location that sends.
    #[ts(optional = false)]
    pub from: String,
    /// The location that receives.
    #[ts(optional = false)]
    pub to: String,
    /// What it is about, in the words of the shop.
    pub title: Option<String>,
    /// What is to go.
    #[ts(optional = false)]
    pub lines: Vec<TransferLineInput>,
}

/// The document of what is asked for, between two locations in use.
pub(super) fn document(tx: &Tx<'_>, asked: &TransferInput) -> Result<TransferDocument, AppError> {
    place::check_known(tx, "from", &asked.from)?;
    place::check_known(tx, "to", &asked.to)?;
    Ok(TransferDocument {
        number: None,
        from: asked.from.clone(),
        to: asked.to.clone(),
        title: asked.title.clone(),
        lines: lines(tx, &asked.lines)?,
        lots: lots::asked(tx, &asked.lines)?,
    })
}

/// The lines, whose products are goods of the book.
pub(super) fn lines(
    tx: &Tx<'_>,
    asked: &[TransferLineInput],
) -> Result<Vec<TransferLine>, AppError> {
    for (index, line) in asked.iter().enumerate() {
        if !tx.read().is_goods(line.product)? {
            return Err(AppError::at(
                format!("lines.{index}.product"),
                "product_unknown",
            ));
        }
    }
    let lines = asked.iter().map(|line| TransferLine {
        product: ProductId(line.product),
        quantity_milli: line.quantity_milli,
    });
    Ok(lines.collect())
}
