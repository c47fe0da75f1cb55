//! Goods over time: every product's movements in the order of the ledger, with what was stated to
//! be their cost, for whoever asks what they are worth or how they sell. Nothing of it is stored
//! but what can be computed again (ADR 27, 47).

mod assembled;
mod days;
mod kept;
mod packed;
mod period;
mod walk;

pub(super) use days::GoodsDay;
pub(crate) use kept::forget_goods;
pub(super) use period::{Figures, Period, standing};
pub(super) use walk::GoodsMove;

use super::Read;
use crate::error::Result;
use domain::valuation::Method;

impl Read<'_> {
    /// How the book values its goods.
    pub fn valuation(&self) -> Result<Method> {
        Ok(self.settings()?.terms.valuation.unwrap_or_default())
    }
}
