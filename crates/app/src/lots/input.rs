//! Lots as verbs are told them.
use domain::ProductId;
use domain::lot::{LotPart, Tracking, check_named, lot_code};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use crate::error::AppError;

/// So much of a lot.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct LotInput {
    /// The lot, or the serial number.
    #[ts(optional = false)]
    pub lot: String,
    /// How much.
    #[ts(optional = false)]
    pub quantity_milli: i64,
    /// The last day on which it is good, of goods that come in.
    pub expires: Option<String>,
}

/// The lots of a line.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LineLots {
    /// The line.
    pub line: i64,
    /// Its lots; what they leave of its goods is of no lot.
    pub lots: Vec<LotInput>,
}

/// Goods of one product that move.
pub(crate) struct Goods<'a> {
    /// Where in the input their lots stand.
    pub field: String,
    /// The product.
    pub product: Uuid,
    /// The line that they belong to.
    pub line: Option<u32>,
    /// They are part of a bundle, of whose lots nobody is asked: the book chooses.
    pub component: bool,
    /// How much, thousandths, above zero.
    pub quantity_milli: i64,
    /// The lots that somebody named; what they leave is of no lot.
    pub named: Option<&'a [LotInput]>,
}

impl Goods<'_> {
    pub(crate) fn part(&self, lot: &str, quantity_milli: i64) -> LotPart {
        LotPart {
            line: self.line,
            ..LotPart::of(ProductId(self.product), lot, quantity_milli)
        }
    }

    /// The lots that were named, checked.
    pub(crate) fn named(
        &self,
        said: &[LotInput],
        tracking: Tracking,
    ) -> Result<Vec<LotPart>, AppError> {
        let mut parts = Vec::with_capacity(said.len());
        for (index, one) in said.iter().enumerate() {
            let at = |name: &str| format!("{}.{index}.{name}", self.field);
            let lot = lot_code(&at("lot"), &one.lot)?;
            let expires = one.expires.as_deref().filter(|day| !day.is_empty());
            parts.push(LotPart {
                expires: crate::day::optional(&at("expires"), expires)?,
                ..self.part(&lot, one.quantity_milli)
            });
        }
        check_named(tracking, &self.field, &parts, self.quantity_milli)?;
        Ok(parts)
    }
}
