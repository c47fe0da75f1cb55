//! What moves a balance: the rows of the ledger of store credit and gift cards.

use super::Holder;
use crate::customer::Customer;
use crate::gift_card::{GiftCard, id_of_code};
use crate::ids::GiftCardId;
use crate::order::{Moment, Order, OrderLine, Payment};

/// Why a balance moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum MoveKind {
    /// An order was paid with it.
    Spent = 0,
    /// A refund went to it.
    Refunded = 1,
    /// A card was sold or topped up.
    Sold = 2,
    /// A card that was sold came back.
    Returned = 3,
    /// Given or taken by hand, with a reason.
    ByHand = 4,
    /// Paid out in money.
    PaidOut = 5,
    /// Moved from a card to the one that replaces it.
    Replaced = 6,
}

impl MoveKind {
    /// Every kind, in the order of its code.
    pub const ALL: [Self; 7] = [
        Self::Spent,
        Self::Refunded,
        Self::Sold,
        Self::Returned,
        Self::ByHand,
        Self::PaidOut,
        Self::Replaced,
    ];
}

/// One movement of a balance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct CreditMove {
    /// Whose money.
    pub holder: Holder,
    /// Why.
    pub kind: MoveKind,
    /// Above zero when the shop owes more, minor units.
    pub amount_minor: i64,
    /// When.
    pub moment: Moment,
}

/// The movements of an order: what it was paid with, and the cards that it sold and handed over.
pub fn order_credit(order: &Order) -> Vec<CreditMove> {
    if !order.is_visible() {
        return Vec::new();
    }
    let mut moves: Vec<CreditMove> = {
        let payments = order.payments.values();
        payments
            .filter_map(|payment| payment_move(order, payment))
            .collect()
    };
    if order.counts() {
        for (line, card) in cards(order) {
            moves.extend(sold_moves(order, line, card));
        }
    }
    moves.retain(|one| one.amount_minor != 0);
    moves
}

/// What a payment moves is what it is worth in the book's currency.
fn payment_move(order: &Order, payment: &Payment) -> Option<CreditMove> {
    let amount_minor = order.paid_in_book(payment).saturating_neg();
    Some(CreditMove {
        holder: payment.holder?,
        kind: if amount_minor < 0 {
            MoveKind::Spent
        } else {
            MoveKind::Refunded
        },
        amount_minor,
        moment: payment.moment,
    })
}

/// The lines that put value on cards.
fn cards(order: &Order) -> impl Iterator<Item = (&OrderLine, GiftCardId)> {
    let lines = order.lines.values();
    lines.filter_map(|line| Some((line, id_of_code(&line.gift_card.as_ref()?.code))))
}

/// A card is worth what it was sold for from the moment that it is handed over: cards hold the
/// book's currency, whatever they were paid in.
fn sold_moves(order: &Order, line: &OrderLine, card: GiftCardId) -> Vec<CreditMove> {
    let moved = |kind, amount_minor, moment| CreditMove {
        holder: Holder::GiftCard(card),
        kind,
        amount_minor,
        moment,
    };
    let (mut moves, mut already_milli) = (Vec::new(), 0_i64);
    for shipment in order.shipments.values() {
        let milli = shipment.lines.get(&line.line).copied().unwrap_or(0);
        let (total_minor, _) = order.share(line, already_milli, milli);
        already_milli = already_milli.saturating_add(milli);
        let amount_minor = order.in_book(total_minor);
        moves.push(moved(MoveKind::Sold, amount_minor, shipment.moment));
    }
    for back in order.returns.values() {
        for part in back.lines.iter().filter(|part| part.line == line.line) {
            let amount_minor = order.in_book(part.total_minor).saturating_neg();
            moves.push(moved(MoveKind::Returned, amount_minor, back.moment));
        }
    }
    moves
}

/// The movements of a customer's store credit that no order made.
pub fn customer_credit(customer: &Customer) -> Vec<CreditMove> {
    let Some(id) = customer.id.filter(|_| customer.is_visible()) else {
        return Vec::new();
    };
    let moves = customer.credits.values().map(|credit| CreditMove {
        holder: Holder::StoreCredit(id),
        kind: match credit.method {
            None => MoveKind::ByHand,
            Some(_) => MoveKind::PaidOut,
        },
        amount_minor: credit.amount_minor,
        moment: credit.moment,
    });
    moves.filter(|one| one.amount_minor != 0).collect()
}

/// The movements of a card that no order made.
pub fn card_credit(card: &GiftCard) -> Vec<CreditMove> {
    let Some(id) = card.id else {
        return Vec::new();
    };
    let moved = |holder, kind, amount_minor, moment| CreditMove {
        holder: Holder::GiftCard(holder),
        kind,
        amount_minor,
        moment,
    };
    let by_hand = card.adjustments.values();
    let by_hand = by_hand.map(|said| moved(id, MoveKind::ByHand, said.amount_minor, said.moment));
    let replaced = card.replacements.iter().flat_map(|(by, said)| {
        let amount_minor = said.amount_minor;
        let taken = amount_minor.saturating_neg();
        [
            moved(id, MoveKind::Replaced, taken, said.moment),
            moved(*by, MoveKind::Replaced, amount_minor, said.moment),
        ]
    });
    let moves = by_hand.chain(replaced);
    moves.filter(|one| one.amount_minor != 0).collect()
}
