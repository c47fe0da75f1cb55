//! What stands below the table of a document about an order: amounts, and sentences about them.
use book::dto::{OrderPayment, OrderTax};
use documents::{Kind, Sum};
use domain::tax::TaxCategory;

use super::agreed::agreed;
use super::billed;
use super::figures::has_order_discount;
use super::letter::Pen;
use super::words::with;

impl Pen<'_> {
    pub fn sums(&self, kind: Kind) -> Vec<Sum> {
        let (order, words) = (self.source.order, self.words);
        let mut sums = Vec::new();
        let taxes = billed::taxes(self.source);
        let taxes = taxes.iter().filter(|tax| tax.base_minor != 0);
        let taxes = taxes.map(|tax| self.tax(tax)).collect::<Vec<_>>();
        if !order.prices_include_tax {
            let net = billed::net_minor(self.source);
            sums.push(sum(words.net, self.figures.money(net)));
            sums.extend(taxes.iter().cloned());
        }
        let label = match kind {
            Kind::CreditNote => words.credit,
            _ => words.total,
        };
        let total = self.figures.money(billed::total_minor(self.source));
        sums.push(strong(&format!("{label} {}", order.currency), total));
        if order.prices_include_tax {
            sums.extend(taxes);
        }
        match kind {
            Kind::Invoice if order.head.paid_minor != 0 => {
                sums.push(sum(words.paid, self.figures.money(order.head.paid_minor)));
                sums.push(strong(words.due, self.figures.money(order.due_minor)));
            }
            Kind::Receipt => sums.extend(self.payments()),
            _ => {}
        }
        sums
    }

    /// How it was paid, and what is still owed.
    fn payments(&self) -> Vec<Sum> {
        let (order, words) = (self.source.order, self.words);
        let paid = order.payments.iter().map(|paid| self.payment(paid));
        let mut sums: Vec<Sum> = paid.collect();
        if order.change_minor != 0 && order.exchange.is_none() {
            sums.push(sum(words.change, self.figures.money(order.change_minor)));
        }
        if order.due_minor != 0 {
            sums.push(strong(words.due, self.figures.money(order.due_minor)));
        }
        sums
    }

    /// What was handed over where change was given on it, else what changed hands; what it pays
    /// where that was money of another currency.
    fn payment(&self, paid: &OrderPayment) -> Sum {
        let label = self.words.method(&paid.method);
        let given = paid.tendered_minor.unwrap_or(paid.received_minor);
        let amount = Some(paid.amount_minor).filter(|_| paid.is_book_money);
        sum(label, self.figures.money(amount.unwrap_or(given)))
    }

    fn tax(&self, tax: &OrderTax) -> Sum {
        let known = self.source.settings.tax(&tax.code);
        let known = known.filter(|known| known.rate_ppm == tax.rate_ppm);
        let name = known.map_or_else(
            || format!("{} {}", self.words.tax, self.figures.percent(tax.rate_ppm)),
            |known| known.name.clone(),
        );
        let within = self.source.order.prices_include_tax;
        let sentence = if within {
            self.words.tax_within
        } else {
            self.words.tax_on
        };
        let base = self.figures.money(tax.base_minor);
        sum(
            &with(sentence, &[&name, &base]),
            self.figures.money(tax.tax_minor),
        )
    }

    pub fn closing(&self, kind: Kind) -> Vec<String> {
        let (order, words) = (self.source.order, self.words);
        let mut said = Vec::new();
        if has_order_discount(order) && self.source.credit.is_none() {
            said.push(with(
                words.order_discount,
                &[&self.figures.percent(order.discount_ppm)],
            ));
        }
        if billed::taxes(self.source)
            .iter()
            .any(|tax| self.is_reverse_charge(&tax.code))
        {
            said.push(words.reverse_charge.to_owned());
        }
        match self.source.credit {
            None => said.extend(agreed(self.source, words, &self.figures)),
            Some(credit) => {
                let reason = credit.reason.as_ref();
                said.extend(reason.map(|reason| with(words.reason, &[reason])));
            }
        }
        if kind == Kind::Invoice {
            said.extend(self.paying());
        }
        said
    }

    /// By when an invoice is to be paid, or that it is.
    fn paying(&self) -> Option<String> {
        let (order, words) = (self.source.order, self.words);
        match self.source.pay_by {
            Some(day) if order.due_minor > 0 => {
                let due = format!("{} {}", order.currency, self.figures.money(order.due_minor));
                Some(with(words.please_pay, &[&due, &self.figures.day(day)]))
            }
            _ if order.due_minor <= 0 => Some(words.settled.to_owned()),
            _ => None,
        }
    }

    fn is_reverse_charge(&self, code: &str) -> bool {
        let tax = self.source.settings.tax(code);
        tax.is_some_and(|tax| tax.category == TaxCategory::ReverseCharge)
    }
}

pub(super) fn sum(label: &str, value: String) -> Sum {
    Sum {
        label: label.to_owned(),
        value,
        strong: false,
    }
}

pub(super) fn strong(label: &str, value: String) -> Sum {
    Sum {
        strong: true,
        ..sum(label, value)
    }
}
