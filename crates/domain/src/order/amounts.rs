//! Quantities and amounts of an order: sums over its facts, never counters of their own.

use super::apart::Pieces;
use super::facts::{OrderLine, TaxSum};
use super::state::{Order, Stage};
use crate::pricing::refund_share;
use crate::quantity::Quantity;
use std::collections::BTreeMap;

impl Order {
    /// What was shipped of a line, thousandths (negative on returns).
    pub fn shipped_milli(&self, line: u32) -> i64 {
        let parts = self
            .shipments
            .values()
            .filter_map(|shipment| shipment.lines.get(&line));
        parts.fold(0, |sum: i64, part| sum.saturating_add(*part))
    }

    /// What was called off of a line, thousandths: what was said line by line; on a cancelled order
    /// everything that was not shipped. Goods that went out are not called off.
    pub fn cancelled_milli(&self, line: &OrderLine) -> i64 {
        let unshipped = line
            .quantity_milli
            .saturating_sub(self.shipped_milli(line.line));
        let asked = if self.cancelled.is_some() {
            unshipped
        } else {
            self.cancelled_lines.get(&line.line).copied().unwrap_or(0)
        };
        let (least, most) = if line.quantity_milli < 0 {
            (unshipped.min(0), 0)
        } else {
            (0, unshipped.max(0))
        };
        asked.clamp(least, most)
    }

    /// Whether goods went out that had been called off line by line.
    pub fn shipped_what_was_called_off(&self) -> bool {
        let met = |line: &OrderLine| {
            let asked = self.cancelled_lines.get(&line.line).copied().unwrap_or(0);
            asked.unsigned_abs() > self.cancelled_milli(line).unsigned_abs()
        };
        !self.cancelled_lines.is_empty() && self.lines.values().any(met)
    }

    /// What no longer belongs to a line, thousandths: called off or come back as a whole.
    pub fn gone_milli(&self, line: &OrderLine) -> i64 {
        let returned = self.returned_milli(line.line);
        self.cancelled_milli(line).saturating_add(returned)
    }

    /// What still has to go out of a line.
    pub fn open_milli(&self, line: &OrderLine) -> i64 {
        let kept = line
            .quantity_milli
            .saturating_sub(self.cancelled_milli(line));
        let open = kept.saturating_sub(self.shipped_milli(line.line));
        if line.quantity_milli < 0 {
            open.min(0)
        } else {
            open.max(0)
        }
    }

    /// What is left of a line after what was called off and came back: (total, tax), minor units.
    /// Below zero when two devices that did not know of each other credited the same goods: both
    /// credit notes were issued, and a person is told.
    pub fn line_amounts(&self, line: &OrderLine) -> (i64, i64) {
        let gone = self.gone_pieces(line);
        let whole = (line.total_minor, line.tax_minor);
        if gone == Pieces::default() {
            return whole;
        }
        if gone.is_more_than(line, line.quantity_milli) {
            let called_off = Pieces::called_off(self, line);
            let kept = less(whole, self.gone_amounts(line, &called_off));
            return less(kept, self.returned_amounts(line.line));
        }
        less(whole, self.gone_amounts(line, &gone))
    }

    /// The share of a line that belongs to some of its units, when `already_milli` are gone before
    /// them: (total, tax), minor units. The last unit takes the rest. What prices say is shared
    /// first, the total or the net, so that a unit comes to the price that the customer has seen.
    pub(crate) fn share(&self, line: &OrderLine, already_milli: i64, milli: i64) -> (i64, i64) {
        let part = |amount_minor: i64| {
            refund_share(
                amount_minor,
                Quantity::from_milli(line.quantity_milli),
                Quantity::from_milli(already_milli),
                Quantity::from_milli(milli),
            )
        };
        let tax = part(line.tax_minor);
        if self.document.prices_include_tax {
            return (part(line.total_minor), tax);
        }
        let net = part(line.total_minor.saturating_sub(line.tax_minor));
        (net.saturating_add(tax), tax)
    }

    /// What a line came to when it was sold, before anything came back: (total, tax), minor units.
    /// It counts on the day of the sale, and a return on its own day: credit notes stay as issued.
    pub fn sold_amounts(&self, line: &OrderLine) -> (i64, i64) {
        let left = self.line_amounts(line);
        let back = self.returned_amounts(line.line);
        (left.0.saturating_add(back.0), left.1.saturating_add(back.1))
    }

    /// Total and tax of what is left of the document, minor units.
    pub fn totals(&self) -> (i64, i64) {
        sum(self.lines.values().map(|line| self.line_amounts(line)))
    }

    /// Total and tax of what was sold, before anything came back, minor units.
    pub fn sold_totals(&self) -> (i64, i64) {
        sum(self.lines.values().map(|line| self.sold_amounts(line)))
    }

    /// What is left of the document comes to, tax included, minor units.
    pub fn total_minor(&self) -> i64 {
        self.totals().0
    }

    /// The taxes by code and rate: as issued, or those of what is left of the lines.
    pub fn tax_sums(&self) -> Vec<TaxSum> {
        let is_whole = |line: &OrderLine| self.gone_pieces(line) == Pieces::default();
        let whole = self.lines.values().all(is_whole);
        if whole && self.edits.is_empty() {
            return self.document.taxes.clone();
        }
        let mut sums: BTreeMap<(&str, i64), (i64, i64)> = BTreeMap::new();
        for line in self.lines.values() {
            let Some(code) = line.tax.as_deref() else {
                continue;
            };
            let (total, tax) = self.line_amounts(line);
            let group = sums.entry((code, line.tax_rate_ppm)).or_default();
            group.0 = group.0.saturating_add(total.saturating_sub(tax));
            group.1 = group.1.saturating_add(tax);
        }
        let group =
            |((code, rate_ppm), (base_minor, tax_minor)): ((&str, i64), (i64, i64))| TaxSum {
                code: code.to_owned(),
                rate_ppm,
                base_minor,
                tax_minor,
            };
        sums.into_iter().map(group).collect()
    }

    /// Payments less refunds, minor units.
    pub fn paid_minor(&self) -> i64 {
        self.payments
            .values()
            .fold(0, |sum, payment| sum.saturating_add(payment.amount_minor))
    }

    /// Money given back, as an amount above zero, minor units.
    pub fn refunded_minor(&self) -> i64 {
        let refunds = self.payments.values().filter(|payment| payment.refund);
        refunds.fold(0, |sum: i64, payment| {
            sum.saturating_sub(payment.amount_minor)
        })
    }

    /// What is still owed by the customer (negative: owed to the customer), minor units.
    pub fn due_minor(&self) -> i64 {
        let total = if self.stage == Stage::Placed {
            self.total_minor()
        } else {
            0
        };
        total.saturating_sub(self.paid_minor())
    }

    /// Sum of the lines' quantities, services left out, thousandths.
    pub fn items_milli(&self) -> i64 {
        let goods = self.lines.values().filter(|line| !line.service);
        goods.fold(0, |sum: i64, line| sum.saturating_add(line.quantity_milli))
    }
}

/// The difference of two pairs of total and tax.
pub(super) fn less(whole: (i64, i64), part: (i64, i64)) -> (i64, i64) {
    (
        whole.0.saturating_sub(part.0),
        whole.1.saturating_sub(part.1),
    )
}

/// The sum of pairs of total and tax.
pub(super) fn sum(parts: impl Iterator<Item = (i64, i64)>) -> (i64, i64) {
    parts.fold((0, 0), |sum, part| {
        (sum.0.saturating_add(part.0), sum.1.saturating_add(part.1))
    })
}
