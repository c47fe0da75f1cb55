//! Postings: the rows of the stock and money ledgers that a subject's state implies.
//!
//! Every stock move has two ends and every set of money legs sums to zero, so the ledgers of a
//! book sum to zero at every moment.

use crate::credit::{self, GIFT_CARD_SOLD, MoveKind, paid_account};
use crate::day::Day;
use crate::ids::ProductId;
use crate::order::{MoneyCause, MoneyEvent, Order, OrderKind, ReturnedLine};
use crate::stock::{ADJUSTMENT, ASSEMBLY, CUSTOMER, SCRAP, StockDocument};
use crate::till::{NotesCounted, TillSession};
use std::collections::BTreeMap;

/// Goods that go from one location to another.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct StockMove {
    /// The product.
    pub product: ProductId,
    /// When, UTC milliseconds.
    pub at_ms: i64,
    /// Offset of the local clock, minutes.
    pub offset_min: i32,
    /// Which part of the subject, from 0: its shipments, then what came back to stock and to scrap.
    pub part: u32,
    /// Where they leave.
    pub from: String,
    /// Where they arrive.
    pub to: String,
    /// How much, thousandths, above zero.
    pub quantity_milli: i64,
    /// What one unit cost, in the book's currency, millionths of the major unit: only said by moves
    /// that bring goods in.
    pub unit_cost_micro: Option<i64>,
    /// Business day.
    pub day: Day,
}

/// One leg of a money posting.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct MoneyLeg {
    /// Account: `receivable`, `sales`, `tax:<code>`, `paid:<method>`, `notes:<code>`, `rounding`,
    /// `exchange_difference`, `store_credit`,
    /// `credit_granted`, `gift_card`, `gift_card_sold`, `gift_card_adjusted`, `till:<name>`,
    /// `safe`, `cash_moved`, `cash_difference`.
    pub account: String,
    /// Business day.
    pub day: Day,
    /// Minor units; debit above zero, credit below.
    pub amount_minor: i64,
}

/// The moves of an order's shipments and returns, summed per product and part.
pub fn order_moves(order: &Order) -> Vec<StockMove> {
    if !order.counts() || order.document.kind == OrderKind::Adjustment {
        return Vec::new();
    }
    let mut parts = Vec::new();
    for shipment in order.shipments.values() {
        let place = shipment.location.as_deref().unwrap_or(order.location());
        let lines = |scrapped: bool| {
            let of = move |line: &u32| order.lines.get(line).is_some_and(|own| own.scrapped);
            let lines = shipment.lines.iter();
            let lines = lines.map(|(line, milli)| (*line, None, *milli));
            lines.filter(move |(line, ..)| of(line) == scrapped)
        };
        let out = Ends {
            out: place,
            into: CUSTOMER,
        };
        parts.push((out, shipment.moment, sums(order, lines(false))));
        let scrapped = sums(order, lines(true));
        if !scrapped.is_empty() {
            parts.push((FROM_SCRAP, shipment.moment, scrapped));
        }
    }
    for back in order.returns.values() {
        let restocked = Ends {
            out: CUSTOMER,
            into: back.location.as_deref().unwrap_or(order.location()),
        };
        let part = |of: fn(&ReturnedLine) -> i64| {
            let parts = back.lines.iter();
            let parts = parts.map(|back| (back.line, back.component, of(back)));
            sums(order, parts)
        };
        parts.push((restocked, back.moment, part(|line| line.restocked_milli)));
        parts.push((SCRAPPED, back.moment, part(|line| line.scrapped_milli)));
    }
    let mut moves = Vec::new();
    for (part, (ends, moment, sums)) in parts.into_iter().enumerate() {
        for (product, quantity_milli) in sums {
            moves.extend(one_move(
                ends,
                StockMove {
                    product,
                    at_ms: moment.at_ms,
                    offset_min: moment.offset_min,
                    part: part as u32,
                    quantity_milli,
                    unit_cost_micro: None,
                    day: moment.day,
                    from: String::new(),
                    to: String::new(),
                },
            ));
        }
    }
    moves
}

/// Goods of some lines or of components of theirs, summed by product; services do not move, and
/// bundles as their components.
fn sums(
    order: &Order,
    lines: impl Iterator<Item = (u32, Option<ProductId>, i64)>,
) -> BTreeMap<ProductId, i64> {
    let mut sums: BTreeMap<ProductId, i64> = BTreeMap::new();
    for (line, component, milli) in lines {
        let own = order.lines.get(&line).into_iter();
        for (product, milli) in own.flat_map(|line| line.goods_back(component, milli)) {
            let sum = sums.entry(product).or_default();
            *sum = sum.saturating_add(milli);
        }
    }
    sums
}

/// The moves of a stock document: what was found at one cost, or lost, is one part.
pub fn stock_moves(document: &StockDocument) -> Vec<StockMove> {
    let Some(adjusted) = document.adjusted.as_ref().filter(|_| !document.withdrawn) else {
        return assembly_moves(document);
    };
    let mut sums: BTreeMap<(ProductId, Option<i64>), i64> = BTreeMap::new();
    for line in &adjusted.lines {
        let cost = line.unit_cost_micro.filter(|_| line.quantity_milli > 0);
        let sum = sums.entry((line.product, cost)).or_default();
        *sum = sum.saturating_sub(line.quantity_milli);
    }
    let ends = Ends {
        out: &adjusted.location,
        into: ADJUSTMENT,
    };
    let mut parts: BTreeMap<ProductId, u32> = BTreeMap::new();
    let moves = sums.into_iter().filter(|(_, quantity)| *quantity != 0);
    let moves = moves.filter_map(|((product, unit_cost_micro), quantity_milli)| {
        let next = parts.entry(product).or_default();
        let part = *next;
        *next += 1;
        one_move(
            ends,
            StockMove {
                product,
                at_ms: document.at_ms,
                offset_min: document.offset_min,
                part,
                from: String::new(),
                to: String::new(),
                quantity_milli,
                unit_cost_micro,
                day: document.day,
            },
        )
    });
    moves.collect()
}

/// The moves of bundles that were put together or taken apart, summed by product.
fn assembly_moves(document: &StockDocument) -> Vec<StockMove> {
    let said = document.assembled.as_ref().filter(|_| !document.withdrawn);
    let Some(said) = said else {
        return Vec::new();
    };
    let ends = Ends {
        out: &said.location,
        into: ASSEMBLY,
    };
    let mut sums: BTreeMap<ProductId, i64> = BTreeMap::new();
    for (product, milli) in said.changes() {
        let sum = sums.entry(product).or_default();
        *sum = sum.saturating_sub(milli);
    }
    let moves = sums.into_iter().filter_map(|(product, quantity_milli)| {
        one_move(
            ends,
            StockMove {
                product,
                at_ms: document.at_ms,
                offset_min: document.offset_min,
                part: 0,
                from: String::new(),
                to: String::new(),
                quantity_milli,
                unit_cost_micro: None,
                day: document.day,
            },
        )
    });
    moves.collect()
}

#[derive(Clone, Copy)]
struct Ends<'a> {
    out: &'a str,
    into: &'a str,
}

/// Goods of a return that were thrown away: less than nothing left.
const FROM_SCRAP: Ends<'_> = Ends {
    out: SCRAP,
    into: CUSTOMER,
};
/// Goods that come back and are thrown away.
const SCRAPPED: Ends<'_> = Ends {
    out: CUSTOMER,
    into: SCRAP,
};

/// A move with its ends set: a quantity below zero goes the other way, zero does not move.
fn one_move(ends: Ends<'_>, mut found: StockMove) -> Option<StockMove> {
    let (from, to) = if found.quantity_milli < 0 {
        (ends.into, ends.out)
    } else {
        (ends.out, ends.into)
    };
    found.from = from.to_owned();
    found.to = to.to_owned();
    found.quantity_milli = found.quantity_milli.saturating_abs();
    (found.quantity_milli != 0).then_some(found)
}

/// The money legs of an order, summed per account and day, without those that come to nothing.
pub fn order_legs(order: &Order) -> Vec<MoneyLeg> {
    if order.withdrawn || order.stage == crate::order::Stage::Unknown {
        return Vec::new();
    }
    let mut legs = Legs::default();
    for event in order.money_events() {
        post_event(order, &event, &mut legs);
    }
    for moved in credit::order_credit(order) {
        // A card that is handed over is owed to whoever has it.
        if let MoveKind::Sold | MoveKind::Returned = moved.kind {
            legs.post(GIFT_CARD_SOLD, moved.moment.day, moved.amount_minor);
            legs.post(credit::GIFT_CARD, moved.moment.day, -moved.amount_minor);
        }
    }
    legs.done()
}

/// An event's legs in the book's currency. What an order in another currency is worth when it is
/// paid differs from what it was worth when it was agreed: that is the exchange difference.
fn post_event(order: &Order, event: &MoneyEvent<'_>, legs: &mut Legs) {
    let day = event.moment.day;
    let sales = sales_account(order.document.kind);
    let mut posted = event.book_due_minor;
    legs.post("receivable", day, event.book_due_minor);
    for part in &event.lines {
        let (total, tax) = part.share.amounts();
        let card = part.line.gift_card.as_ref();
        let account = card.map_or(sales, |_| GIFT_CARD_SOLD);
        legs.post(account, day, -(total - tax));
        if tax != 0 {
            let code = part.line.tax.as_deref().unwrap_or("other");
            legs.post(&format!("tax:{code}"), day, -tax);
        }
        posted = posted.saturating_sub(total);
    }
    if let MoneyCause::Paid(payment) = event.cause {
        let worth = order.paid_in_book(payment);
        let mut received = worth.saturating_add(payment.rounding_minor);
        if let Some(notes) = &payment.notes {
            // The change on them is the book's own money.
            legs.post(&notes_account(notes.currency()), day, notes.worth_minor);
            received = received.saturating_sub(notes.worth_minor);
        }
        legs.post(&paid_account(payment), day, received);
        legs.post("rounding", day, -payment.rounding_minor);
        posted = posted.saturating_add(worth);
    }
    legs.post("exchange_difference", day, posted.saturating_neg());
}

/// The money legs of a till session. Float and money moved go into the till and come from outside
/// the sales; the count closes it: the cash that was taken comes in, the difference is booked, and
/// what was counted is put by, so that a closed till holds nothing.
pub fn till_legs(session: &TillSession) -> Vec<MoneyLeg> {
    let Some((opened, deed)) = &session.opened else {
        return Vec::new();
    };
    let mut legs = Legs::default();
    let till = format!("till:{}", opened.till);
    let mut post = |other: &str, day: Day, into_till: i64| {
        legs.post(&till, day, into_till);
        legs.post(other, day, -into_till);
    };
    post("safe", deed.moment.day, opened.float_minor);
    post("safe", deed.moment.day, worth_of(&opened.notes));
    for (moved, deed) in &session.moves {
        post("cash_moved", deed.moment.day, moved.amount_minor);
        post(
            "cash_moved",
            deed.moment.day,
            worth_of(moved.notes.as_slice()),
        );
    }
    if let Some((closed, deed)) = &session.closed {
        let (takings, day) = (&closed.takings, deed.moment.day);
        let cash = takings.cash_received_minor() - takings.cash_refunded_minor();
        post("paid:cash", day, cash);
        for sum in &takings.notes {
            post(&notes_account(&sum.currency), day, sum.worth_minor);
        }
        let expected = session.notes_expected(takings);
        let expected = expected.iter().map(|one| one.worth_minor);
        let counted = worth_of(&closed.notes);
        let difference = counted - expected.fold(0, i64::saturating_add);
        post("cash_difference", day, difference);
        post("safe", day, -counted);
        post(
            "cash_difference",
            day,
            session.difference_minor().unwrap_or(0),
        );
        post("safe", day, -closed.counted_minor);
    }
    legs.done()
}

/// What notes of other currencies are worth.
fn worth_of(notes: &[NotesCounted]) -> i64 {
    let worth = notes.iter().map(|one| one.worth_minor);
    worth.fold(0, i64::saturating_add)
}

/// The account of notes of another currency, at what they were taken for.
fn notes_account(currency: &str) -> String {
    format!("notes:{currency}")
}

/// Legs being added up, by account and day.
#[derive(Default)]
pub(crate) struct Legs(BTreeMap<(String, Day), i64>);

impl Legs {
    /// Adds an amount to an account, minor units.
    pub(crate) fn post(&mut self, account: &str, day: Day, amount_minor: i64) {
        let sum = self.0.entry((account.to_owned(), day)).or_default();
        *sum = sum.saturating_add(amount_minor);
    }

    /// The legs that come to something.
    pub(crate) fn done(self) -> Vec<MoneyLeg> {
        let legs = self.0.into_iter().filter(|(_, amount)| *amount != 0);
        legs.map(|((account, day), amount_minor)| MoneyLeg {
            account,
            day,
            amount_minor,
        })
        .collect()
    }
}

fn sales_account(kind: OrderKind) -> &'static str {
    match kind {
        OrderKind::Sale | OrderKind::Return => "sales",
        OrderKind::Adjustment => "bad_debt",
    }
}
