//! The share of a line that belongs to some of its units, for returns and part refunds.
//!
//! A share is the difference of two running totals, each cut down to whole minor units: no refund
//! runs ahead of its exact share, the last unit takes the rest, and refunds in any steps add up to
//! exactly what was paid.

use super::{LineTax, PricedLine};
use crate::quantity::Quantity;
use crate::tax::TaxCategory;

/// Which units of a line are refunded now.
///
/// Quantities count in the direction of the ordered one. What exceeds it, or would go below
/// nothing, counts as its end: a line never gives back more than it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RefundStep {
    /// The line's quantity.
    pub ordered_milli: Quantity,
    /// Refunded by earlier steps.
    pub already_refunded_milli: Quantity,
    /// Refunded now.
    pub refund_milli: Quantity,
}

impl RefundStep {
    /// The part of `total_minor` that this step gives back.
    #[must_use]
    pub fn share(&self, total_minor: i64) -> i64 {
        let already = i128::from(self.already_refunded_milli.milli());
        let after = already + i128::from(self.refund_milli.milli());
        let before_minor = self.running_total(total_minor, already);
        let share = self.running_total(total_minor, after) - before_minor;
        // Both running totals lie between zero and the total; only a step that takes back a
        // refund of i64::MIN has no negation.
        i64::try_from(share).unwrap_or(i64::MAX)
    }

    fn running_total(&self, total_minor: i64, refunded: i128) -> i128 {
        let ordered = i128::from(self.ordered_milli.milli());
        if ordered == 0 {
            return 0;
        }
        let refunded = refunded.clamp(ordered.min(0), ordered.max(0));
        i128::from(total_minor) * refunded / ordered
    }
}

/// The part of a line's total that belongs to the units refunded now; see [`RefundStep`].
#[must_use]
pub fn refund_share(
    line_total_minor: i64,
    ordered_milli: Quantity,
    already_refunded_milli: Quantity,
    refund_milli: Quantity,
) -> i64 {
    RefundStep {
        ordered_milli,
        already_refunded_milli,
        refund_milli,
    }
    .share(line_total_minor)
}

/// Every amount of a line, cut down to the units refunded now.
///
/// Net and each tax are shared on their own; sums follow from them, so that the parts of a refund
/// add up too: net + tax = total, and gross - discount = net (plus the tax inside the price).
#[must_use]
pub fn refund_line(line: &PricedLine, tax_inclusive: bool, step: RefundStep) -> PricedLine {
    let taxes: Vec<LineTax> = line.taxes.iter().map(|tax| refund_tax(tax, step)).collect();
    let inside = |tax: &&LineTax| tax_inclusive && tax.category != TaxCategory::Withholding;
    let inside_minor = sum(taxes.iter().filter(inside));
    let tax_minor = sum(taxes.iter());
    let net_minor = step.share(line.net_minor);
    let discount_minor = step.share(line.discount_minor);
    PricedLine {
        gross_minor: net_minor
            .saturating_add(inside_minor)
            .saturating_add(discount_minor),
        discount_minor,
        order_discount_minor: step.share(line.order_discount_minor),
        net_minor,
        tax_minor,
        total_minor: net_minor.saturating_add(tax_minor),
        taxes,
    }
}

fn refund_tax(tax: &LineTax, step: RefundStep) -> LineTax {
    LineTax {
        base_minor: step.share(tax.base_minor),
        tax_minor: step.share(tax.tax_minor),
        ..*tax
    }
}

/// Saturates: a stored line comes from outside, and the shares of a sound one never get there.
fn sum<'a>(taxes: impl Iterator<Item = &'a LineTax>) -> i64 {
    taxes.fold(0, |sum, tax| sum.saturating_add(tax.tax_minor))
}
