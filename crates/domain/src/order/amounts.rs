//! Quantities and amounts of an order: sums over its facts, never counters of their own.

use super::facts::OrderLine;
use super::state::{Order, Stage};
use crate::pricing::refund_share;
use crate::quantity::Quantity;

impl Order {
    /// What was shipped of a line, thousandths (negative on returns).
    pub fn shipped_milli(&self, line: u32) -> i64 {
        let parts = self
            .shipments
            .values()
            .filter_map(|shipment| shipment.lines.get(&line));
        parts.fold(0, |sum: i64, part| sum.saturating_add(*part))
    }

    /// What was cancelled of a line: on a cancelled order, everything that was not shipped.
    pub fn cancelled_milli(&self, line: &OrderLine) -> i64 {
        if self.cancelled.is_none() {
            return 0;
        }
        let open = line
            .quantity_milli
            .saturating_sub(self.shipped_milli(line.line));
        if line.quantity_milli < 0 {
            open.min(0)
        } else {
            open.max(0)
        }
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

    /// What is allocated of a line: the open goods of a placed order.
    pub fn allocated_milli(&self, line: &OrderLine) -> i64 {
        let counts = self.stage == Stage::Placed && !line.service && !self.withdrawn;
        if counts {
            self.open_milli(line).max(0)
        } else {
            0
        }
    }

    /// What a line comes to after cancellation: (total, tax), minor units.
    pub fn line_amounts(&self, line: &OrderLine) -> (i64, i64) {
        let cancelled = self.cancelled_milli(line);
        if cancelled == 0 {
            return (line.total_minor, line.tax_minor);
        }
        let gone = |amount: i64| {
            let ordered = Quantity::from_milli(line.quantity_milli);
            refund_share(
                amount,
                ordered,
                Quantity::ZERO,
                Quantity::from_milli(cancelled),
            )
        };
        let net = line.total_minor - line.tax_minor;
        let tax = line.tax_minor - gone(line.tax_minor);
        (net - gone(net) + tax, tax)
    }

    /// Total and tax of the document after cancellation, minor units.
    pub fn totals(&self) -> (i64, i64) {
        self.lines
            .values()
            .map(|line| self.line_amounts(line))
            .fold((0, 0), |sum, part| {
                (sum.0.saturating_add(part.0), sum.1.saturating_add(part.1))
            })
    }

    /// What the document comes to after cancellation, tax included, minor units.
    pub fn total_minor(&self) -> i64 {
        self.totals().0
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
