//! Orders in another currency than the book's. Their amounts are those of the document; what they
//! come to in the book's currency is converted event by event at the rate that was stored with the
//! order, each event rounded once and shared over its lines, so that lines sum to totals in both.

use super::facts::{Document, OrderLine, Paid, Refunded};
use super::money_events::MoneyCause;
use super::payment::Payment;
use super::state::Order;
use crate::day::Day;
use crate::ids::ReturnId;
use crate::pricing::ExchangeRate;
use serde::{Deserialize, Serialize};

/// A rate with the day from which it was said to hold, and where it was taken from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exchange {
    /// Units of the book's currency for one of the document's.
    pub rate: ExchangeRate,
    /// The day of the rate.
    pub day: Day,
    /// Who said so.
    pub source: String,
}

impl Exchange {
    /// The code of the currency that is not the book's.
    pub fn currency(&self) -> &str {
        self.rate.from_code()
    }
}

impl Document {
    /// An amount of the book in the document's currency, minor units: at the rate of the document,
    /// rounded once, half away from zero.
    pub fn from_book(&self, amount_minor: i64) -> i64 {
        let Some(exchange) = &self.exchange else {
            return amount_minor;
        };
        let most = if amount_minor < 0 { i64::MIN } else { i64::MAX };
        exchange.rate.convert_back(amount_minor).unwrap_or(most)
    }

    /// An amount of the document in the book's currency, minor units.
    pub fn in_book(&self, amount_minor: i64) -> i64 {
        match &self.exchange {
            None => amount_minor,
            Some(exchange) => converted(exchange, amount_minor),
        }
    }
}

impl Order {
    /// An amount of the document in the book's currency, minor units.
    pub fn in_book(&self, amount_minor: i64) -> i64 {
        self.document.in_book(amount_minor)
    }

    /// Amounts of one event in the book's currency: they sum to the converted sum.
    pub(super) fn parts_in_book(&self, parts_minor: &[i64]) -> Vec<i64> {
        let exchange = self.document.exchange.as_ref();
        let parts = exchange.and_then(|exchange| exchange.rate.convert_parts(parts_minor));
        parts.unwrap_or_else(|| parts_minor.to_vec())
    }

    /// What a payment was worth in the book's currency on its day, minor units.
    pub fn paid_in_book(&self, payment: &Payment) -> i64 {
        let said = payment.book_minor;
        said.unwrap_or_else(|| self.in_book(payment.amount_minor))
    }

    /// What is still owed in the book's currency, minor units.
    pub fn due_in_book(&self) -> i64 {
        self.in_book(self.due_minor())
    }

    /// The tax that a return takes back, in the book's currency, minor units: all returns of an
    /// order together take back what it was sold with.
    pub fn returned_tax_in_book(&self, id: ReturnId) -> i64 {
        let Some(back) = self.returns.get(&id) else {
            return 0;
        };
        let events = self.money_events();
        let is_own = |cause| matches!(cause, MoneyCause::Returned(one) if std::ptr::eq(one, back));
        let own = events.iter().find(|event| is_own(event.cause));
        let parts = own.iter().flat_map(|event| &event.lines);
        parts.fold(0, |sum: i64, part| sum.saturating_sub(part.share.tax_minor))
    }

    /// What is left of the document as revenue in the book's currency, minor units: without tax and
    /// without gift cards, as the events of the order add up to it.
    pub fn revenue_minor(&self) -> i64 {
        let revenue = |line: &OrderLine, (total, tax): (i64, i64)| match line.gift_card {
            None => total.saturating_sub(tax),
            Some(_) => 0,
        };
        if self.document.exchange.is_none() {
            let lines = self.lines.values();
            return lines.fold(0, |sum, line| {
                sum.saturating_add(revenue(line, self.line_amounts(line)))
            });
        }
        let events = self.money_events();
        let parts = events.iter().flat_map(|event| &event.lines);
        parts.fold(0, |sum, part| {
            sum.saturating_add(revenue(part.line, part.share.amounts()))
        })
    }
}

/// An amount at a rate; one that is out of range stays as far as it goes.
fn converted(exchange: &Exchange, amount_minor: i64) -> i64 {
    let most = if amount_minor < 0 { i64::MIN } else { i64::MAX };
    exchange.rate.convert(amount_minor).unwrap_or(most)
}

/// The most of an order of which `paid_minor` is paid that so much of the book's money can pay,
/// minor units of the order's currency: what is in a purse is of the book.
pub fn payable(now: &Order, paid_minor: i64, book_minor: i64, today: Option<&Exchange>) -> i64 {
    let Some(own) = &now.document.exchange else {
        return book_minor;
    };
    if book_minor <= 0 {
        return 0;
    }
    if let Some(today) = other_than(own, today) {
        return today.rate.most_within(book_minor).unwrap_or(i64::MAX);
    }
    let after_minor = now.in_book(paid_minor).saturating_add(book_minor);
    let most = own.rate.most_within(after_minor).unwrap_or(i64::MAX);
    most.saturating_sub(paid_minor)
}

/// A payment of an order in another currency, worth what the rate of the day says: in cash it is
/// the book's currency that changes hands, for the drawer holds no other.
pub fn paid_at(now: &Order, said: Paid, today: Option<Exchange>) -> Paid {
    let Some((exchange, worth_minor)) = worth(now, said.amount_minor, today) else {
        return said;
    };
    Paid {
        book_minor: Some(worth_minor),
        exchange: Some(exchange),
        ..said
    }
}

/// A refund likewise.
pub fn refunded_at(now: &Order, said: Refunded, today: Option<Exchange>) -> Refunded {
    let amount_minor = said.amount_minor.saturating_neg();
    let Some((exchange, worth_minor)) = worth(now, amount_minor, today) else {
        return said;
    };
    Refunded {
        book_minor: Some(worth_minor.saturating_neg()),
        exchange: Some(exchange),
        ..said
    }
}

/// The rate of the day and what an amount is worth at it. Without one it is the order's own rate,
/// at which all that was paid comes to exactly what all that is given back does.
fn worth(now: &Order, amount_minor: i64, today: Option<Exchange>) -> Option<(Exchange, i64)> {
    let own = now.document.exchange.as_ref()?;
    if let Some(today) = other_than(own, today.as_ref()) {
        return Some((today.clone(), converted(today, amount_minor)));
    }
    let paid_minor = now.paid_minor();
    let after_minor = now.in_book(paid_minor.saturating_add(amount_minor));
    let worth_minor = after_minor.saturating_sub(now.in_book(paid_minor));
    Some((own.clone(), worth_minor))
}

/// The rate of the day, where it is another than the order's own.
fn other_than<'a>(own: &Exchange, today: Option<&'a Exchange>) -> Option<&'a Exchange> {
    today.filter(|today| today.rate != own.rate)
}
