//! What moves the money of an order, in its order: the sale, changes, returns, payments. Ledgers,
//! sums and statements are made of these, in the book's currency.

use super::edits::{Edit, LineShare};
use super::facts::OrderLine;
use super::returns::GoodsReturn;
use super::state::{Moment, Order, Payment};

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
            let returns = self.returns.values();
            events.extend(returns.map(|back| self.returned_event(back)));
        }
        events.extend(self.payments.values().map(paid_event));
        events.sort_by_key(|event| event.moment.at_ms);
        let (mut due_minor, mut before_minor) = (0_i64, 0_i64);
        for event in &mut events {
            due_minor = due_minor.saturating_add(event.due_minor);
            let after_minor = self.in_book(due_minor);
            event.book_due_minor = after_minor.saturating_sub(before_minor);
            before_minor = after_minor;
        }
        events
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

    fn returned_event<'a>(&'a self, back: &'a GoodsReturn) -> MoneyEvent<'a> {
        let lines = back.lines.iter().filter_map(|part| {
            let share = LineShare {
                quantity_milli: part.quantity_milli().saturating_neg(),
                total_minor: part.total_minor.saturating_neg(),
                tax_minor: part.tax_minor.saturating_neg(),
            };
            Some((self.lines.get(&part.line)?, true, share))
        });
        self.document_event(MoneyCause::Returned(back), back.moment, lines.collect())
    }

    /// An event with lines, whose amounts are converted together.
    fn document_event<'a>(
        &self,
        cause: MoneyCause<'a>,
        moment: Moment,
        lines: Vec<(&'a OrderLine, bool, LineShare)>,
    ) -> MoneyEvent<'a> {
        let totals: Vec<i64> = lines.iter().map(|(_, _, share)| share.total_minor).collect();
        let due_minor = totals.iter().fold(0, |sum: i64, part| sum.saturating_add(*part));
        let (totals, taxes) = if self.document.exchange.is_some() {
            let taxes: Vec<i64> = lines.iter().map(|(_, _, share)| share.tax_minor).collect();
            (self.parts_in_book(&totals), self.parts_in_book(&taxes))
        } else {
            let taxes = lines.iter().map(|(_, _, share)| share.tax_minor).collect();
            (totals, taxes)
        };
        let booked = lines.into_iter().zip(totals).zip(taxes);
        let lines = booked.map(|(((line, counts, share), total_minor), tax_minor)| EventLine {
            line,
            counts,
            share: LineShare {
                total_minor,
                tax_minor,
                ..share
            },
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
