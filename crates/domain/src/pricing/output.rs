//! The amounts of a priced document, all in minor units of its currency.

use serde::{Deserialize, Serialize};

use super::PricingError;
use crate::rate::Rate;
use crate::tax::{TaxCategory, TaxCode};

/// A priced document.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Priced {
    /// The lines, in the order of the input.
    pub lines: Vec<PricedLine>,
    /// One group per tax that lies on a line, in the order in which taxes apply.
    pub groups: Vec<TaxGroup>,
    /// The sums.
    pub totals: Totals,
    /// What each deduction took off each of its lines; part of their `discount_minor`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub deducted: Vec<Vec<i64>>,
}

/// The amounts of one line.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PricedLine {
    /// Quantity times price, rounded once; includes tax where prices do.
    pub gross_minor: i64,
    /// What all discounts take off it.
    pub discount_minor: i64,
    /// The part of `discount_minor` that comes from the document's discounts.
    pub order_discount_minor: i64,
    /// After discounts, without any tax.
    pub net_minor: i64,
    /// The sum of `taxes`.
    pub tax_minor: i64,
    /// `net_minor + tax_minor`.
    pub total_minor: i64,
    /// The line's taxes, in the order in which they apply.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub taxes: Vec<LineTax>,
}

/// One tax on one line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct LineTax {
    /// The tax.
    pub code: TaxCode,
    /// Its rate.
    pub rate_ppm: Rate,
    /// Its category.
    pub category: TaxCategory,
    /// What it is computed on.
    pub base_minor: i64,
    /// Its amount.
    pub tax_minor: i64,
}

/// One tax over all lines that carry it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct TaxGroup {
    /// The tax.
    pub code: TaxCode,
    /// Its rate.
    pub rate_ppm: Rate,
    /// Its category.
    pub category: TaxCategory,
    /// The sum of its lines' bases.
    pub base_minor: i64,
    /// The sum of its lines' amounts.
    pub tax_minor: i64,
}

/// The sums of a document.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Totals {
    /// Lines before discounts.
    pub lines_minor: i64,
    /// All discounts.
    pub discount_minor: i64,
    /// The part of `discount_minor` that comes from the document's discounts.
    pub order_discount_minor: i64,
    /// After discounts, without any tax.
    pub net_minor: i64,
    /// All taxes.
    pub tax_minor: i64,
    /// `net_minor + tax_minor`: what is due.
    pub total_minor: i64,
}

impl Totals {
    pub(super) fn of(lines: &[PricedLine]) -> Result<Self, PricingError> {
        let add = |sum: i64, part: i64| sum.checked_add(part).ok_or(PricingError::AmountOutOfRange);
        lines.iter().try_fold(Self::default(), |sum, line| {
            Ok(Self {
                lines_minor: add(sum.lines_minor, line.gross_minor)?,
                discount_minor: add(sum.discount_minor, line.discount_minor)?,
                order_discount_minor: add(sum.order_discount_minor, line.order_discount_minor)?,
                net_minor: add(sum.net_minor, line.net_minor)?,
                tax_minor: add(sum.tax_minor, line.tax_minor)?,
                total_minor: add(sum.total_minor, line.total_minor)?,
            })
        })
    }
}
