//! Sales over the counter in another currency than the book's: the document is in its own, and what
//! changes hands is money of the book, at the rate of the document.

use super::facts::{Document, OrderLine, Paid};
use super::till_share::taxes;
use crate::rounding::div_round_half_away;
use std::borrow::Cow;

impl Document {
    /// The document with its lines and taxes in the book's currency, as the event of its sale has
    /// them: goods are converted together, what is on a card by itself.
    pub fn valued(&self) -> Cow<'_, Self> {
        let Some(exchange) = &self.exchange else {
            return Cow::Borrowed(self);
        };
        let mut own = self.clone();
        let amounts: [fn(&mut OrderLine) -> &mut i64; 3] = [
            |line| &mut line.total_minor,
            |line| &mut line.tax_minor,
            |line| &mut line.off_minor,
        ];
        for amount in amounts {
            let goods = own.lines.iter_mut();
            let mut goods: Vec<_> = goods.filter(|line| line.gift_card.is_none()).collect();
            let said: Vec<i64> = goods.iter_mut().map(|line| *amount(line)).collect();
            let parts = exchange.rate.convert_parts(&said).unwrap_or(said);
            for (line, part) in goods.into_iter().zip(parts) {
                *amount(line) = part;
            }
        }
        for card in own.lines.iter_mut().filter(|line| line.gift_card.is_some()) {
            card.total_minor = self.in_book(card.total_minor);
        }
        let shares = own.lines.iter();
        own.taxes = taxes(shares.map(|line| (line, (line.total_minor, line.tax_minor))));
        Cow::Owned(own)
    }
}

/// What was taken over the counter for a document: money of the book, of which each part pays its
/// share of the document, and all of them pay the whole.
pub fn paid_abroad(document: &Document, taken: Vec<Paid>) -> Vec<Paid> {
    let Some(exchange) = &document.exchange else {
        return taken;
    };
    let sum = |parts: &mut dyn Iterator<Item = i64>| parts.fold(0, i64::saturating_add);
    let total_minor = sum(&mut document.lines.iter().map(|line| line.total_minor));
    let owed_minor = sum(&mut taken.iter().map(|part| part.amount_minor));
    let (mut book_minor, mut paid_minor) = (0_i64, 0_i64);
    let own = taken.into_iter().map(|part| {
        book_minor = book_minor.saturating_add(part.amount_minor);
        let exact = i128::from(total_minor) * i128::from(book_minor);
        let after = div_round_half_away(exact, i128::from(owed_minor.max(1)));
        let after = i64::try_from(after).unwrap_or(total_minor);
        let amount_minor = after.saturating_sub(paid_minor);
        paid_minor = after;
        Paid {
            amount_minor,
            book_minor: Some(part.amount_minor),
            exchange: Some(exchange.clone()),
            ..part
        }
    });
    own.collect()
}
