//! An order as folded from its entries. Facts accumulate; nothing that happened is taken back.

use super::attachments::Attachment;
use super::edits::Edit;
use super::facts::{
    Cancelled, Document, Fulfilled, LineQuantity, OrderLine, Paid, Placed, Refunded, Sold,
};
use super::holds::{Hold, HoldReason};
use super::issued::{Issued, IssuedDocument};
use super::pages::OrderPages;
use super::payment::Payment;
use super::quotes::Quote;
use super::returns::{GoodsReturn, ReturnRequest};
use crate::attention::{self, Owners};
use crate::day::Day;
use crate::entry::Entry;
use crate::ids::{AttachmentId, DocumentId, OrderId, PaymentId, ReturnId, ShipmentId};
use crate::lot::LotPart;
use crate::stock::MAIN;
use std::collections::{BTreeMap, BTreeSet};

/// How far the deal has come. `closed` is derived, see [`Order::is_closed`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Stage {
    /// No entry that makes it an order has been seen.
    #[default]
    Unknown,
    /// Being written.
    Draft,
    /// Agreed and numbered.
    Placed,
}

/// When something happened.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment {
    /// UTC milliseconds.
    pub at_ms: i64,
    /// Offset of the local clock, minutes.
    pub offset_min: i32,
    /// Business day.
    pub day: Day,
}

/// Goods that went out, or came back on a return.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shipment {
    /// Who carried it.
    pub carrier: Option<String>,
    /// Tracking number.
    pub tracking: Option<String>,
    /// Key of the location that the goods left; the order's own when absent.
    pub location: Option<String>,
    /// Line → quantity, thousandths.
    pub lines: BTreeMap<u32, i64>,
    /// What of it belongs to lots.
    pub lots: Vec<LotPart>,
    /// When.
    pub moment: Moment,
    /// Handed over at the counter, so that it never is under way.
    pub handed_over: bool,
}

/// An order as folded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Order {
    /// The key.
    pub id: Option<OrderId>,
    /// The number, once placed.
    pub number: Option<String>,
    /// Terms; the lines are in `lines`.
    pub document: Document,
    /// Lines by identity.
    pub lines: BTreeMap<u32, OrderLine>,
    /// Lines that are void whatever arrives later.
    pub removed: BTreeSet<u32>,
    /// How far it has come.
    pub stage: Stage,
    /// First entry.
    pub created: Moment,
    /// When it was placed.
    pub placed: Moment,
    /// Payments and refunds by identity.
    pub payments: BTreeMap<PaymentId, Payment>,
    /// Shipments by identity.
    pub shipments: BTreeMap<ShipmentId, Shipment>,
    /// Issued documents by identity.
    pub documents: BTreeMap<DocumentId, IssuedDocument>,
    /// Shipments that have arrived, and when.
    pub delivered: BTreeMap<ShipmentId, Moment>,
    /// Cancelled, and why.
    pub cancelled: Option<Cancelled>,
    /// Goods are set aside for it only as it is said; otherwise for everything that is open.
    pub waits: bool,
    /// Line → what was said to be set aside in all, thousandths.
    pub allocations: BTreeMap<u32, i64>,
    /// Called off line by line, thousandths.
    pub cancelled_lines: BTreeMap<u32, i64>,
    /// Returns that a customer asked for.
    pub return_requests: BTreeMap<ReturnId, ReturnRequest>,
    /// Goods that came back.
    pub returns: BTreeMap<ReturnId, GoodsReturn>,
    /// What was offered, if anything was.
    pub quote: Option<Quote>,
    /// What the shop put on it.
    pub tags: BTreeSet<String>,
    /// Who looks after what needs a person.
    pub owners: Owners,
    /// Files by identity.
    pub attachments: BTreeMap<AttachmentId, Attachment>,
    /// The pages that tell its customer how far it is.
    pub pages: OrderPages,
    /// What was changed of it after it was placed, in the order of the fold.
    pub edits: Vec<Edit>,
    /// Two devices changed it without knowing of each other, and nobody has looked since.
    pub edited_apart: bool,
    /// Why it must not be shipped for now.
    pub holds: BTreeMap<HoldReason, Hold>,
    /// Goods went out although the order was cancelled.
    pub shipped_after_cancel: bool,
    /// Money came in although the order was cancelled.
    pub paid_after_cancel: bool,
    /// Taken back with its import.
    pub withdrawn: bool,
    /// Last entry.
    pub changed: Moment,
    /// Number of entries folded.
    pub version: u32,
}

impl Moment {
    /// When an entry was said.
    pub const fn of(entry: &Entry) -> Self {
        Self {
            at_ms: entry.at_ms,
            offset_min: entry.offset_min,
            day: entry.business_day,
        }
    }
}

impl Order {
    /// Key of the location that it is sold from.
    pub fn location(&self) -> &str {
        self.document.location.as_deref().unwrap_or(MAIN)
    }

    /// Folds one more entry.
    pub fn apply(&mut self, entry: &Entry) {
        let moment = Moment::of(entry);
        if self.version == 0 {
            self.id = Some(OrderId(entry.subject.id));
            self.created = moment;
        }
        self.version += 1;
        self.changed = moment;
        match entry.kind.as_str() {
            "order.drafted" | "order.amended" => with(entry, |said| self.drafted(said)),
            "order.placed" => with(entry, |said: Placed| self.placed(said, moment)),
            "order.sold" => with(entry, |said: Sold| self.sold(said, moment)),
            "order.paid" => with(entry, |said: Paid| self.paid(said, moment, false)),
            "order.refunded" => with(entry, |said: Refunded| self.refunded(said, moment)),
            "order.fulfilled" => with(entry, |said: Fulfilled| self.fulfilled(said, moment)),
            "order.allocated" => with(entry, |said| self.set_aside(&said)),
            "order.delivered" => with(entry, |said| self.arrived(&said, moment)),
            "order.cancelled" => with(entry, |said: Cancelled| self.called_off(said)),
            "order.return_requested" => with(entry, |said| self.return_requested(said, moment)),
            "order.returned" => with(entry, |said| self.returned(said, moment)),
            "order.quoted" => with(entry, |said| self.quoted(said, moment)),
            "order.declined" => with(entry, |said| self.declined(said, moment)),
            "order.attached" => with(entry, |said| self.attached(said, entry, moment)),
            "order.detached" => with(entry, |said| self.detached(&said)),
            "order.published" | "order.unpublished" => self.pages.take(entry, moment),
            "order.reopened" => self.reopened(),
            "order.assigned" => attention::take(&mut self.owners, entry),
            "order.tagged" => with(entry, |said| self.tagged(said)),
            "order.edited" => with(entry, |said| self.edited(said, entry, moment)),
            "order.held" => with(entry, |said| self.held(said, entry, moment)),
            "order.released" => with(entry, |said| self.released(&said)),
            "order.issued" => with(entry, |said: Issued| self.take_issued(said, moment)),
            "order.withdrawn" => self.withdrawn = true,
            _ => {}
        }
    }

    fn drafted(&mut self, mut said: Document) {
        if self.stage == Stage::Placed {
            return;
        }
        self.stage = Stage::Draft;
        self.revise_quote();
        self.removed.extend(said.removed.drain(..));
        for line in said.lines.drain(..) {
            self.lines.insert(line.line, line);
        }
        let removed = &self.removed;
        self.lines.retain(|line, _| !removed.contains(line));
        self.document = said;
    }

    fn placed(&mut self, said: Placed, moment: Moment) {
        if self.stage == Stage::Placed {
            return;
        }
        let mut document = said.document;
        self.stage = Stage::Placed;
        self.number = Some(said.number);
        self.waits = said.waits;
        self.placed = Moment {
            at_ms: document.dated_ms.unwrap_or(moment.at_ms),
            ..moment
        };
        self.lines = document
            .lines
            .drain(..)
            .map(|line| (line.line, line))
            .collect();
        self.document = document;
    }

    fn sold(&mut self, said: Sold, moment: Moment) {
        if self.stage == Stage::Placed {
            return self.sold_again(said, moment);
        }
        self.placed(
            Placed {
                number: said.number,
                waits: false,
                document: said.document,
            },
            moment,
        );
        let moment = self.placed;
        for payment in said.payments {
            self.paid(payment, moment, true);
        }
        let lines = self
            .lines
            .values()
            .map(|line| (line.line, line.quantity_milli))
            .collect();
        let id = ShipmentId(self.id.map(|id| id.0).unwrap_or_default());
        let shipment = Shipment {
            carrier: None,
            tracking: None,
            location: None,
            lines,
            lots: said.lots,
            moment,
            handed_over: true,
        };
        self.shipped_after_cancel |= self.cancelled.is_some();
        self.shipments.entry(id).or_insert(shipment);
    }

    /// Two tills sold the same draft while they did not see each other: the order stands as it was
    /// sold first, and what the second took and handed over is counted too, for a person to see.
    fn sold_again(&mut self, said: Sold, moment: Moment) {
        let Some(first) = said.payments.first() else {
            return;
        };
        let id = ShipmentId(first.payment.0);
        let known = |line: &&OrderLine| {
            let own = self.lines.get(&line.line);
            own.is_some_and(|own| own.product == line.product)
        };
        let gone = said.document.lines.iter().filter(known);
        let lines: BTreeMap<u32, i64> = gone.map(|line| (line.line, line.quantity_milli)).collect();
        for payment in said.payments {
            self.paid(payment, moment, true);
        }
        self.shipments.entry(id).or_insert(Shipment {
            carrier: None,
            tracking: None,
            location: said.document.location,
            lines,
            lots: said.lots,
            moment,
            handed_over: true,
        });
    }

    fn paid(&mut self, said: Paid, moment: Moment, at_counter: bool) {
        self.paid_after_cancel |= self.cancelled.is_some();
        self.payments.entry(said.payment).or_insert(Payment {
            method: said.method,
            holder: said.holder,
            amount_minor: said.amount_minor,
            rounding_minor: said.rounding_minor,
            tendered_minor: said.tendered_minor,
            book_minor: said.book_minor,
            notes: said.notes,
            at_counter,
            refund: false,
            reference: said.reference,
            moment,
        });
    }

    fn refunded(&mut self, said: Refunded, moment: Moment) {
        self.payments.entry(said.payment).or_insert(Payment {
            method: said.method,
            holder: said.holder,
            amount_minor: said.amount_minor.saturating_neg(),
            rounding_minor: said.rounding_minor.saturating_neg(),
            tendered_minor: None,
            book_minor: said.book_minor.map(i64::saturating_neg),
            notes: None,
            at_counter: false,
            refund: true,
            reference: said.reason,
            moment,
        });
    }

    /// Part by part it adds up; the whole is said once, and the last reason counts.
    fn called_off(&mut self, said: Cancelled) {
        if said.lines.is_empty() {
            self.revise_quote();
            self.cancelled = Some(said);
            return;
        }
        for (line, quantity_milli) in by_line(&said.lines) {
            let sum = self.cancelled_lines.entry(line).or_default();
            *sum = sum.saturating_add(quantity_milli);
        }
    }

    fn fulfilled(&mut self, said: Fulfilled, moment: Moment) {
        self.shipped_after_cancel |= self.cancelled.is_some();
        let lines = by_line(&said.lines);
        let Fulfilled {
            shipment,
            carrier,
            tracking,
            location,
            lots,
            ..
        } = said;
        let shipped = Shipment {
            carrier,
            tracking,
            location,
            lines,
            lots,
            moment,
            handed_over: false,
        };
        self.shipments.entry(shipment).or_insert(shipped);
    }
}

/// Quantities summed by line, thousandths.
pub(super) fn by_line(parts: &[LineQuantity]) -> BTreeMap<u32, i64> {
    let mut lines = BTreeMap::new();
    for part in parts {
        let sum: &mut i64 = lines.entry(part.line).or_default();
        *sum = sum.saturating_add(part.quantity_milli);
    }
    lines
}

/// A payload that cannot be read changes nothing: it is kept in the journal for a later version.
pub(super) fn with<T: serde::de::DeserializeOwned>(entry: &Entry, apply: impl FnOnce(T)) {
    if let Ok(said) = serde_json::from_str(&entry.payload) {
        apply(said);
    }
}
