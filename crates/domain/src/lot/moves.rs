//! The movements of lots that a record's state implies, beside the movements of its goods.

use super::LotPart;
use crate::day::Day;
use crate::ids::ProductId;
use crate::order::{Moment, Order, OrderKind};
use crate::purchase::Purchase;
use crate::stock::{ADJUSTMENT, ASSEMBLY, CUSTOMER, SCRAP, SUPPLIER, StockDocument, TRANSIT};
use crate::transfer::{Outcome, Transfer};

/// Goods of a lot that go from one location to another.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct LotMove {
    /// The product.
    pub product: ProductId,
    /// Code of the lot.
    pub lot: String,
    /// When, UTC milliseconds.
    pub at_ms: i64,
    /// Offset of the local clock, minutes.
    pub offset_min: i32,
    /// Which part of the record, from 0.
    pub part: u32,
    /// Where they leave.
    pub from: String,
    /// Where they arrive.
    pub to: String,
    /// How much, thousandths, above zero.
    pub quantity_milli: i64,
    /// The last day of the lot, where it was said.
    pub expires: Option<Day>,
}

/// The lots of an order's shipments and returns.
pub fn order_lots(order: &Order) -> Vec<LotMove> {
    let mut moves = Moves::default();
    if !order.counts() || order.document.kind == OrderKind::Adjustment {
        return moves.0;
    }
    for shipment in order.shipments.values() {
        let place = shipment.location.as_deref().unwrap_or(order.location());
        for part in &shipment.lots {
            let from = if part.scrapped { SCRAP } else { place };
            moves.add(part, shipment.moment, (from, CUSTOMER));
        }
    }
    for back in order.returns.values() {
        let place = back.location.as_deref().unwrap_or(order.location());
        for part in &back.lots {
            let to = if part.scrapped { SCRAP } else { place };
            moves.add(part, back.moment, (CUSTOMER, to));
        }
    }
    moves.0
}

/// The lots of an adjustment: found above zero, lost below.
pub fn stock_lots(document: &StockDocument) -> Vec<LotMove> {
    let mut moves = Moves::default();
    let adjusted = document.adjusted.as_ref().filter(|_| !document.withdrawn);
    let moment = Moment {
        at_ms: document.at_ms,
        offset_min: document.offset_min,
        day: document.day,
    };
    if let Some(said) = adjusted {
        for part in &said.lots {
            moves.add(part, moment, (ADJUSTMENT, &said.location));
        }
    }
    if let Some(said) = document.assembled.as_ref().filter(|_| !document.withdrawn) {
        for part in &said.lots {
            moves.add(part, moment, (ASSEMBLY, &said.location));
        }
    }
    moves.0
}

/// The lots of a purchase's receipts and returns.
pub fn purchase_lots(purchase: &Purchase) -> Vec<LotMove> {
    let mut moves = Moves::default();
    for receipt in purchase.receipts.values() {
        for part in &receipt.said.lots {
            let ends = (SUPPLIER, receipt.said.location.as_str());
            moves.add(part, receipt.moment, ends);
        }
    }
    for back in purchase.returns.values() {
        for part in &back.said.lots {
            moves.add(part, back.moment, (&back.said.location, SUPPLIER));
        }
    }
    moves.0
}

/// The lots of a transfer: out to transit, and out of transit receipt by receipt.
pub fn transfer_lots(transfer: &Transfer) -> Vec<LotMove> {
    let mut moves = Moves::default();
    let Some((sent, moment)) = &transfer.sent else {
        return moves.0;
    };
    for part in &sent.lots {
        moves.add(part, *moment, (&sent.from, TRANSIT));
    }
    for (outcome, said, moment) in transfer.receipts.values() {
        let to = match outcome {
            Outcome::Received => &sent.to,
            Outcome::Returned => &sent.from,
            Outcome::WrittenOff => SCRAP,
        };
        for part in &said.lots {
            moves.add(part, *moment, (TRANSIT, to));
        }
    }
    moves.0
}

#[derive(Default)]
struct Moves(Vec<LotMove>);

impl Moves {
    /// Adds a part; a quantity below zero goes the other way, zero does not move.
    fn add(&mut self, said: &LotPart, moment: Moment, (from, to): (&str, &str)) {
        let (from, to) = match said.quantity_milli {
            0 => return,
            milli if milli < 0 => (to, from),
            _ => (from, to),
        };
        self.0.push(LotMove {
            product: said.product,
            lot: said.lot.clone(),
            at_ms: moment.at_ms,
            offset_min: moment.offset_min,
            part: self.0.len() as u32,
            from: from.to_owned(),
            to: to.to_owned(),
            quantity_milli: said.quantity_milli.saturating_abs(),
            expires: said.expires,
        });
    }
}
