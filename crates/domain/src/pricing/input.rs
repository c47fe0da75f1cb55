//! What pricing needs to know of a document, and why it may refuse.

use super::Deduction;
use crate::currency::Currency;
use crate::money::UnitPrice;
use crate::quantity::Quantity;
use crate::rate::Rate;
use crate::tax::{MAX_TAXES, RoundingPolicy, Tax, TaxError, TaxSet};

/// A document to be priced; borrowed, so that nothing is copied for it.
#[derive(Debug, Clone, Copy)]
pub struct PricingInput<'a> {
    /// Currency of every amount.
    pub currency: Currency,
    /// Whether unit prices include their taxes.
    pub tax_inclusive: bool,
    /// Where tax is rounded.
    pub policy: RoundingPolicy,
    /// Step to which each tax amount is rounded; 1 but where the law asks for 0.05.
    pub tax_increment_minor: i64,
    /// The taxes that lines refer to by place; at most [`MAX_TAXES`].
    pub taxes: &'a [Tax],
    /// The lines, in the document's order.
    pub lines: &'a [LineInput],
    /// Discount in per cent on the whole document.
    pub discount_ppm: Rate,
    /// Fixed discount on the whole document: a size, which takes the sign of the document.
    /// It lies on the lines with that sign and never turns the document around.
    pub discount_minor: i64,
    /// Discounts on some of the lines.
    pub deductions: &'a [Deduction],
}

/// A line to be priced.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct LineInput {
    /// The quantity; negative for goods that come back.
    pub quantity_milli: Quantity,
    /// The price of one unit.
    pub unit_price_micro: UnitPrice,
    /// Discount in per cent on the line.
    pub discount_ppm: Rate,
    /// Fixed discount on the line: a size, which takes the sign of the line and never exceeds it.
    pub discount_minor: i64,
    /// Whether discounts on the whole pass it by.
    pub fixed: bool,
    /// Places of the line's taxes in the document's table.
    pub taxes: TaxSet,
}

/// Why a document cannot be priced.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PricingError {
    /// An amount does not fit into 64 bits of minor units.
    #[error("amount out of range")]
    AmountOutOfRange,
    /// A discount rate is not within 0 % and 100 %, or a fixed discount is negative.
    #[error("discount out of range")]
    DiscountOutOfRange {
        /// Place of the line; `None` for the document's own discount.
        line: Option<usize>,
    },
    /// A line refers to a tax that the document's table lacks.
    #[error("unknown tax on line {line}")]
    UnknownTax {
        /// Place of the line.
        line: usize,
    },
    /// The step of tax rounding is below one.
    #[error("tax increment out of range")]
    IncrementOutOfRange,
    /// A tax of the table makes no sense.
    #[error(transparent)]
    Tax(#[from] TaxError),
}

impl LineInput {
    /// A line without discount and tax.
    #[must_use]
    pub fn new(quantity_milli: Quantity, unit_price_micro: UnitPrice) -> Self {
        Self {
            quantity_milli,
            unit_price_micro,
            ..Self::default()
        }
    }
}

impl<'a> PricingInput<'a> {
    /// A document without discount, prices without tax, tax rounded once per rate group.
    #[must_use]
    pub fn new(currency: Currency, taxes: &'a [Tax], lines: &'a [LineInput]) -> Self {
        Self {
            currency,
            tax_inclusive: false,
            policy: RoundingPolicy::default(),
            tax_increment_minor: 1,
            taxes,
            lines,
            discount_ppm: Rate::ZERO,
            discount_minor: 0,
            deductions: &[],
        }
    }

    pub(super) fn check(&self) -> Result<(), PricingError> {
        if self.taxes.len() > MAX_TAXES {
            return Err(TaxError::TooManyTaxes.into());
        }
        self.taxes.iter().try_for_each(Tax::check)?;
        if self.tax_increment_minor < 1 {
            return Err(PricingError::IncrementOutOfRange);
        }
        check_discount(None, self.discount_ppm, self.discount_minor)?;
        for (place, line) in self.lines.iter().enumerate() {
            check_discount(Some(place), line.discount_ppm, line.discount_minor)?;
            if !line.taxes.fits(self.taxes.len()) {
                return Err(PricingError::UnknownTax { line: place });
            }
        }
        let lines = self.lines.len();
        self.deductions.iter().try_for_each(|one| one.check(lines))
    }
}

fn check_discount(line: Option<usize>, rate: Rate, fixed_minor: i64) -> Result<(), PricingError> {
    let fits = (Rate::ZERO..=Rate::WHOLE).contains(&rate) && fixed_minor >= 0;
    if fits {
        Ok(())
    } else {
        Err(PricingError::DiscountOutOfRange { line })
    }
}
