//! The derived dimensions of an order: payment, fulfilment, and whether it is closed.

use super::facts::{OrderKind, OrderLine};
use super::state::{Moment, Order, Stage};
use crate::day::Day;
use serde::{Deserialize, Serialize};

/// Derived from total and payments.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[repr(u8)]
pub enum PaymentStatus {
    /// Nothing received.
    Unpaid = 0,
    /// Something received, something due.
    PartPaid = 1,
    /// Nothing due.
    Paid = 2,
    /// More received than due.
    CreditOwed = 3,
    /// Something given back, nothing due.
    PartRefunded = 4,
    /// Everything given back.
    Refunded = 5,
    /// Cancelled before money moved.
    Void = 6,
}

/// Derived from the lines' quantities.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[repr(u8)]
pub enum FulfilmentStatus {
    /// Nothing that ships, or nothing left to ship.
    None = 0,
    /// Not placed yet, or waiting for goods: not all of it is set aside.
    Unfulfilled = 1,
    /// Set aside, nothing shipped.
    Allocated = 2,
    /// Some of it shipped.
    PartShipped = 3,
    /// All of it shipped.
    Shipped = 4,
    /// All that went out came back, or the goods of a return did.
    Returned = 5,
    /// All of it arrived.
    Delivered = 6,
}

impl Order {
    /// Where the money stands.
    pub fn payment_status(&self) -> PaymentStatus {
        let sign = if self.document.kind == OrderKind::Return {
            -1
        } else {
            1
        };
        let total = sign * self.total_minor();
        let paid = sign * self.paid_minor();
        let refunded = self.refunded_minor() > 0;
        match (paid, total) {
            (0, _) if refunded => PaymentStatus::Refunded,
            (0, 0) if self.cancelled.is_some() || !self.returns.is_empty() => PaymentStatus::Void,
            (paid, total) if paid > total => PaymentStatus::CreditOwed,
            (paid, total) if paid == total && sign < 0 => PaymentStatus::Refunded,
            (paid, total) if paid == total && refunded => PaymentStatus::PartRefunded,
            (paid, total) if paid == total => PaymentStatus::Paid,
            (0, _) => PaymentStatus::Unpaid,
            _ => PaymentStatus::PartPaid,
        }
    }

    /// Where the goods stand.
    pub fn fulfilment_status(&self) -> FulfilmentStatus {
        let mut shipped_any = false;
        let mut open_any = false;
        for line in self.lines.values() {
            shipped_any |= self.shipped_milli(line.line) != 0;
            open_any |= self.open_milli(line) != 0;
        }
        let returned = self.document.kind == OrderKind::Return || self.all_came_back();
        match (self.stage, shipped_any, open_any) {
            (_, true, true) => FulfilmentStatus::PartShipped,
            (_, true, false) if returned => FulfilmentStatus::Returned,
            (_, true, false) if self.all_arrived() => FulfilmentStatus::Delivered,
            (_, true, false) => FulfilmentStatus::Shipped,
            (Stage::Placed, false, true) if self.is_waiting() => FulfilmentStatus::Unfulfilled,
            (Stage::Placed, false, true) => FulfilmentStatus::Allocated,
            (_, false, true) => FulfilmentStatus::Unfulfilled,
            (_, false, false) => FulfilmentStatus::None,
        }
    }

    /// Postage and fees may stay: goods decide.
    fn all_came_back(&self) -> bool {
        let goods = |line: &&OrderLine| !line.service;
        let any_goods = self.lines.values().any(|line| goods(&line));
        let mut lines = self.lines.values().filter(|line| !any_goods || goods(line));
        !self.returns.is_empty() && lines.all(|line| !self.can_come_back(line))
    }

    /// Goods handed over at the counter are shipped; only what was sent arrives.
    fn all_arrived(&self) -> bool {
        !self.delivered.is_empty() && !self.any_under_way()
    }

    /// Nothing to pay, nothing to ship: the deal is done. A later fact opens it again.
    pub fn is_closed(&self) -> bool {
        self.stage == Stage::Placed
            && self.cancelled.is_none()
            && self.due_minor() == 0
            && self.lines.values().all(|line| self.open_milli(line) == 0)
    }

    /// The word of the order's state.
    pub fn state_word(&self) -> &'static str {
        match self.stage {
            Stage::Unknown => "unknown",
            _ if self.cancelled.is_some() => "cancelled",
            Stage::Draft if self.open_quote().is_some() => "quoted",
            Stage::Draft if self.is_declined() => "declined",
            Stage::Draft => "draft",
            Stage::Placed if self.is_closed() => "closed",
            Stage::Placed => "placed",
        }
    }

    /// Whether lists, ledgers and reports count it.
    pub fn counts(&self) -> bool {
        self.stage == Stage::Placed && !self.withdrawn
    }

    /// When it was placed; of a draft, when it was begun.
    pub fn shown_moment(&self) -> Moment {
        if self.number.is_some() {
            self.placed
        } else {
            self.created
        }
    }

    /// The business day by which it is to be paid, when it was agreed on account.
    pub fn due_day(&self) -> Option<Day> {
        let days = self.document.payment_days.filter(|_| self.counts())?;
        Some(
            self.placed
                .day
                .plus(i32::try_from(days).unwrap_or(i32::MAX)),
        )
    }

    /// Whether screens show it.
    pub fn is_visible(&self) -> bool {
        self.stage != Stage::Unknown && !self.withdrawn
    }
}
