//! What a device took and gave back: a sum over its own entries, each read by itself. No other
//! entry can change what an entry adds, so a range of a journal always comes to the same.

use crate::customer::PaidOut;
use crate::order::{
    Document, Edited, OrderKind, OrderLine, Paid, Refunded, Returned, Sold, TaxSum, TillShare,
};
use serde::{Deserialize, Serialize};

use super::notes::{Notes, NotesSum};
use super::tender::CASH;

/// The money of one way of paying.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MethodSum {
    /// How it was paid.
    pub method: String,
    /// How many payments.
    pub payments: i64,
    /// What was received, change taken off, minor units.
    pub received_minor: i64,
    /// How many refunds.
    pub refunds: i64,
    /// What was given back, above zero, minor units.
    pub refunded_minor: i64,
}

/// The sums. Sales are those rung up at the counter; the money is all that changed hands, for
/// orders too.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Takings {
    /// How many sales.
    pub sales: i64,
    /// What they came to, tax included, minor units.
    pub sales_minor: i64,
    /// How many returns.
    pub returns: i64,
    /// What they came to, above zero, minor units.
    pub returned_minor: i64,
    /// What was sold as gift cards, which is no part of the sales, minor units.
    pub gift_cards_minor: i64,
    /// All discounts on the sales, minor units.
    pub discount_minor: i64,
    /// Tax by code and rate, returns taken off.
    pub taxes: Vec<TaxSum>,
    /// Money by method, in the order of their names.
    pub methods: Vec<MethodSum>,
    /// Notes of other currencies among the cash, in the order of their codes.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<NotesSum>,
    /// What went back as change, minor units.
    pub change_minor: i64,
    /// What rounding to coins added, minor units.
    pub rounding_minor: i64,
    /// Orders and parked carts that were called off.
    pub voids: i64,
    /// Number of the first sale.
    pub first_number: Option<String>,
    /// Number of the last sale.
    pub last_number: Option<String>,
}

impl Takings {
    /// Adds an entry of the device. What an import brought was not taken here.
    pub fn add(&mut self, kind: &str, payload: &str) {
        match kind {
            "order.sold" => with(payload, |said: Sold| self.add_sale(said)),
            "order.paid" => with(payload, |said: Paid| self.add_payment(&said)),
            "order.refunded" => with(payload, |said: Refunded| {
                let rounding = said.rounding_minor;
                self.rounding_minor = self.rounding_minor.saturating_sub(rounding);
                let given = said.book_minor.unwrap_or(said.amount_minor);
                self.give_back(&said.method, given.saturating_add(rounding));
            }),
            "customer.paid_out" => with(payload, |said: PaidOut| {
                let rounding = said.rounding_minor;
                self.rounding_minor = self.rounding_minor.saturating_sub(rounding);
                self.give_back(&said.method, said.amount_minor.saturating_add(rounding));
            }),
            "order.returned" => with(payload, |said: Returned| self.add_share(said.till, true)),
            "order.edited" => with(payload, |said: Edited| self.add_share(said.till, false)),
            "order.cancelled" => self.voids += 1,
            _ => {}
        }
    }

    /// Cash of the book's currency that came in, less change, minor units: below zero when more went
    /// out as change on other notes.
    #[must_use]
    pub fn cash_received_minor(&self) -> i64 {
        let all = self.cash().map_or(0, |cash| cash.received_minor);
        let notes = self.notes.iter().map(|sum| sum.worth_minor);
        all.saturating_sub(notes.fold(0, i64::saturating_add))
    }

    /// Cash that was given back, above zero, minor units.
    #[must_use]
    pub fn cash_refunded_minor(&self) -> i64 {
        self.cash().map_or(0, |cash| cash.refunded_minor)
    }

    fn cash(&self) -> Option<&MethodSum> {
        self.methods.iter().find(|sum| sum.method == CASH)
    }

    fn add_sale(&mut self, said: Sold) {
        if said.document.run.is_some() {
            return;
        }
        // A till's figures are those of the book, whatever the document's currency is.
        let document = said.document.valued();
        let lines = document.lines.iter();
        let (cards, goods): (Vec<_>, Vec<_>) = lines.partition(|line| line.gift_card.is_some());
        let cards = cards
            .iter()
            .fold(0_i64, |sum, line| sum.saturating_add(line.total_minor));
        self.gift_cards_minor = self.gift_cards_minor.saturating_add(cards);
        self.add_goods(&document, &goods, cards);
        for line in &document.lines {
            self.discount_minor = self.discount_minor.saturating_add(line.off_minor);
        }
        for tax in &document.taxes {
            self.add_tax(tax);
        }
        for payment in &said.payments {
            self.add_payment(payment);
        }
        if said.document.kind == OrderKind::Return {
            return;
        }
        self.first_number.get_or_insert(said.number.clone());
        self.last_number = Some(said.number);
    }

    /// Goods that were sold, and goods that came back without their sale: of an exchange both.
    fn add_goods(&mut self, document: &Document, goods: &[&OrderLine], cards: i64) {
        let (back, sold): (Vec<&OrderLine>, Vec<&OrderLine>) =
            goods.iter().partition(|line| line.quantity_milli < 0);
        let sum = |lines: &[&OrderLine]| {
            let totals = lines.iter().map(|line| line.total_minor);
            totals.fold(0_i64, i64::saturating_add)
        };
        let less = document.kind == OrderKind::Return || (sum(goods) < 0 && back.is_empty());
        let back = if less { goods } else { back.as_slice() };
        if less || !back.is_empty() {
            self.returns += 1;
            self.returned_minor = self.returned_minor.saturating_sub(sum(back));
        }
        if !less && (back.is_empty() || !sold.is_empty() || cards != 0) {
            self.sales += 1;
            self.sales_minor = self.sales_minor.saturating_add(sum(&sold));
        }
    }

    /// What came back to the counter with its sale, or what was taken for it.
    fn add_share(&mut self, share: Option<TillShare>, back: bool) {
        let Some(share) = share else { return };
        if back {
            self.returns += 1;
            self.returned_minor = self.returned_minor.saturating_sub(share.total_minor);
        } else {
            self.sales += 1;
            self.sales_minor = self.sales_minor.saturating_add(share.total_minor);
            self.discount_minor = self.discount_minor.saturating_add(share.off_minor);
        }
        for tax in &share.taxes {
            self.add_tax(tax);
        }
    }

    fn add_tax(&mut self, tax: &TaxSum) {
        let key = |tax: &TaxSum| (tax.code.clone(), tax.rate_ppm);
        match self.taxes.binary_search_by_key(&key(tax), key) {
            Ok(at) => {
                let sum = &mut self.taxes[at];
                sum.base_minor = sum.base_minor.saturating_add(tax.base_minor);
                sum.tax_minor = sum.tax_minor.saturating_add(tax.tax_minor);
            }
            Err(at) => self.taxes.insert(at, tax.clone()),
        }
    }

    fn add_payment(&mut self, said: &Paid) {
        let worth = said.book_minor.unwrap_or(said.amount_minor);
        let received = worth.saturating_add(said.rounding_minor);
        self.rounding_minor = self.rounding_minor.saturating_add(said.rounding_minor);
        if said.amount_minor < 0 {
            return self.give_back(&said.method, received.saturating_neg());
        }
        let change = said
            .tendered_minor
            .map_or(0, |given| given.saturating_sub(received));
        self.change_minor = self.change_minor.saturating_add(change);
        let sum = self.method(&said.method);
        sum.payments += 1;
        sum.received_minor = sum.received_minor.saturating_add(received);
        if let Some(notes) = &said.notes {
            self.add_notes(notes);
        }
    }

    fn add_notes(&mut self, notes: &Notes) {
        let code = notes.currency();
        let found = self.notes.binary_search_by(|sum| (*sum.currency).cmp(code));
        let at = found.unwrap_or_else(|at| {
            let sum = NotesSum {
                currency: code.to_owned(),
                ..NotesSum::default()
            };
            self.notes.insert(at, sum);
            at
        });
        let sum = &mut self.notes[at];
        sum.payments += 1;
        sum.given_minor = sum.given_minor.saturating_add(notes.given_minor);
        sum.worth_minor = sum.worth_minor.saturating_add(notes.worth_minor);
    }

    fn give_back(&mut self, method: &str, amount_minor: i64) {
        let sum = self.method(method);
        sum.refunds += 1;
        sum.refunded_minor = sum.refunded_minor.saturating_add(amount_minor);
    }

    fn method(&mut self, method: &str) -> &mut MethodSum {
        let found = self
            .methods
            .binary_search_by(|sum| sum.method.as_str().cmp(method));
        let at = found.unwrap_or_else(|at| {
            let sum = MethodSum {
                method: method.to_owned(),
                ..MethodSum::default()
            };
            self.methods.insert(at, sum);
            at
        });
        &mut self.methods[at]
    }
}

/// A payload that cannot be read adds nothing: a later version wrote it.
fn with<T: serde::de::DeserializeOwned>(payload: &str, add: impl FnOnce(T)) {
    if let Ok(said) = serde_json::from_str(payload) {
        add(said);
    }
}
