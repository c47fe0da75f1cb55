//! What moves the money of an order, in its order: the sale, changes, returns, payments. Ledgers,
//! sums and statements are made of these, in the book's currency.

use super::edits::{Edit, LineShare};
use super::facts::OrderLine;
use super::payment::Payment;
use super::returns::GoodsReturn;
use super::state::{Moment, Order};
use crate::ids::ReturnId;
use crate::rounding::div_round_half_away;
use std::collections::BTreeMap;

/// What an event is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MoneyCause<'a> {
    /// The order was agreed.
    Agreed,
    /// It was changed after that.
    Edited(&'a Edit),
    /// Goods came back.
    Returned(&'a GoodsReturn),
    /// Money came in or went back.
    Paid(&'a Payment),
}

/// A line's part in an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EventLine<'a> {
    /// The line.
    pub line: &'a OrderLine,
    /// Whether it counts as a line sold or come back; what a change moves of one does not.
    pub counts: bool,
    /// How much of it, with its amounts in the book's currency.
    pub share: LineShare,
}

/// Something that moved the money of an order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MoneyEvent<'a> {
    /// What it is.
    pub cause: MoneyCause<'a>,
    /// When it counts.
    pub moment: Moment,
    /// Its lines; none of a payment.
    pub lines: Vec<EventLine<'a>>,
    /// What it adds to what the customer owes, in the document's currency, minor units.
    pub due_minor: i64,
    /// The same in the book's currency: the difference of what is owed after it and before it.
    pub book_due_minor: i64,
}

impl Order {
    /// Everything that moved the money of the order, the oldest first. A draft has payments alone.
    pub fn money_events(&self) -> Vec<MoneyEvent<'_>> {
        let mut events = Vec::new();
        if self.counts() {
            events.push(self.agreed_event());
            let changes = self.counted_edits().iter();
            events.extend(changes.map(|edit| self.edited_event(edit)));
            let returns = self.returns.iter();
            events.extend(returns.map(|(id, back)| self.returned_event(*id, back)));
        }
        events.extend(self.payments.values().map(paid_event));
        events.sort_by_key(|event| event.moment.at_ms);
        if self.document.exchange.is_some() {
            self.convert(&mut events);
        }
        events
    }

    /// Turns the amounts of the document into those of the book.
    fn convert(&self, events: &mut [MoneyEvent<'_>]) {
        let (mut due_minor, mut before_minor) = (0_i64, 0_i64);
        let mut sold: BTreeMap<u32, Sold> = BTreeMap::new();
        for event in events {
            due_minor = due_minor.saturating_add(event.due_minor);
            let after_minor = self.in_book(due_minor);
            event.book_due_minor = after_minor.saturating_sub(before_minor);
            before_minor = after_minor;
            match event.cause {
                MoneyCause::Paid(_) => {}
                MoneyCause::Returned(_) => {
                    for part in &mut event.lines {
                        if part.line.gift_card.is_some() {
                            self.convert_card(part);
                            continue;
                        }
                        let own = sold.entry(part.line.line).or_default();
                        part.share = own.give_back(part.share);
                    }
                }
                MoneyCause::Agreed | MoneyCause::Edited(_) => {
                    self.convert_sold(&mut event.lines, &mut sold);
                }
            }
        }
    }

    /// What is on a card is what was paid for it, whatever else is sold with it: it is converted by
    /// itself. Cards bear no tax.
    fn convert_card(&self, part: &mut EventLine<'_>) {
        part.share.total_minor = self.in_book(part.share.total_minor);
    }

    /// Goods that are sold are converted together and shared over the lines.
    fn convert_sold(&self, lines: &mut [EventLine<'_>], sold: &mut BTreeMap<u32, Sold>) {
        let is_card = |part: &&mut EventLine<'_>| part.line.gift_card.is_some();
        let (cards, mut lines): (Vec<_>, Vec<_>) = lines.iter_mut().partition(is_card);
        cards.into_iter().for_each(|part| self.convert_card(part));
        let totals: Vec<i64> = lines.iter().map(|part| part.share.total_minor).collect();
        let taxes: Vec<i64> = lines.iter().map(|part| part.share.tax_minor).collect();
        let booked = self
            .parts_in_book(&totals)
            .into_iter()
            .zip(self.parts_in_book(&taxes));
        for (part, (total_minor, tax_minor)) in lines.iter_mut().zip(booked) {
            let own = sold.entry(part.line.line).or_default();
            own.total.sell(part.share.total_minor, total_minor);
            own.tax.sell(part.share.tax_minor, tax_minor);
            part.share = LineShare {
                total_minor,
                tax_minor,
                ..part.share
            };
        }
    }

    fn agreed_event(&self) -> MoneyEvent<'_> {
        let changes = self.counted_edits();
        let first = |line: &&OrderLine| !changes.iter().any(|edit| edit.added.contains(&line.line));
        let lines = self.lines.values().filter(first);
        let lines = lines.map(|line| (line, true, self.agreed_share(line)));
        self.document_event(MoneyCause::Agreed, self.placed, lines.collect())
    }

    fn edited_event<'a>(&'a self, edit: &'a Edit) -> MoneyEvent<'a> {
        let line = |number: &u32| self.lines.get(number);
        let brought = edit.added.iter().filter_map(line);
        let brought = brought.map(|line| (line, true, self.agreed_share(line)));
        let moved = edit.moved.iter();
        let moved = moved.filter_map(|(number, share)| Some((line(number)?, false, *share)));
        let lines = brought.chain(moved).collect();
        self.document_event(MoneyCause::Edited(edit), edit.moment, lines)
    }

    fn returned_event<'a>(&'a self, id: ReturnId, back: &'a GoodsReturn) -> MoneyEvent<'a> {
        let complete = self.completed_by(id, back);
        let lines = back.lines.iter().zip(complete).filter_map(|(part, milli)| {
            let share = LineShare {
                quantity_milli: milli.saturating_neg(),
                total_minor: part.total_minor.saturating_neg(),
                tax_minor: part.tax_minor.saturating_neg(),
            };
            Some((self.lines.get(&part.line)?, true, share))
        });
        self.document_event(MoneyCause::Returned(back), back.moment, lines.collect())
    }

    fn document_event<'a>(
        &self,
        cause: MoneyCause<'a>,
        moment: Moment,
        lines: Vec<(&'a OrderLine, bool, LineShare)>,
    ) -> MoneyEvent<'a> {
        let totals = lines.iter().map(|(_, _, share)| share.total_minor);
        let due_minor = totals.fold(0, i64::saturating_add);
        let lines = lines.into_iter().map(|(line, counts, share)| EventLine {
            line,
            counts,
            share,
        });
        MoneyEvent {
            cause,
            moment,
            lines: lines.collect(),
            due_minor,
            book_due_minor: due_minor,
        }
    }
}

/// What was sold of a line and came back, in both currencies.
#[derive(Clone, Copy, Debug, Default)]
struct Sold {
    total: Both,
    tax: Both,
}

impl Sold {
    /// A share that comes back, in the book's currency.
    fn give_back(&mut self, share: LineShare) -> LineShare {
        LineShare {
            total_minor: self.total.give_back(share.total_minor),
            tax_minor: self.tax.give_back(share.tax_minor),
            ..share
        }
    }
}

/// An amount in the document's currency and the book's, and how much of it came back.
#[derive(Clone, Copy, Debug, Default)]
struct Both {
    document: i64,
    book: i64,
    back_document: i64,
    back_book: i64,
}

impl Both {
    fn sell(&mut self, document: i64, book: i64) {
        self.document = self.document.saturating_add(document);
        self.book = self.book.saturating_add(book);
    }

    /// What comes back takes its share of what was sold; the last of it takes the rest. `part` is
    /// below zero.
    fn give_back(&mut self, part: i64) -> i64 {
        self.back_document = self.back_document.saturating_add(part);
        let whole = i128::from(self.document);
        let exact = i128::from(self.book) * i128::from(self.back_document);
        let target = match whole {
            0 => 0,
            _ => div_round_half_away(exact * whole.signum(), whole.abs()),
        };
        let target = i64::try_from(target).unwrap_or(self.back_book);
        let moved = target.saturating_sub(self.back_book);
        self.back_book = target;
        moved
    }
}

fn paid_event(payment: &Payment) -> MoneyEvent<'_> {
    let due_minor = payment.amount_minor.saturating_neg();
    MoneyEvent {
        cause: MoneyCause::Paid(payment),
        moment: payment.moment,
        lines: Vec::new(),
        due_minor,
        book_due_minor: due_minor,
    }
}
