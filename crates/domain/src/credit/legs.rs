//! The money legs of store credit and gift cards.
//!
//! A card that is sold is no revenue and bears no tax: it can be spent on goods of any rate, and
//! the tax arises when it is (Council Directive (EU) 2016/1065, articles 30a and 30b of the VAT
//! directive: multi-purpose vouchers). Until then the shop owes its worth.

use crate::customer::Customer;
use crate::gift_card::GiftCard;
use crate::order::Payment;
use crate::posting::{Legs, MoneyLeg};

/// What was sold as cards and not handed over yet.
pub(crate) const GIFT_CARD_SOLD: &str = "gift_card_sold";
/// What was given as store credit by hand.
const CREDIT_GRANTED: &str = "credit_granted";
/// What was put on cards by hand, or taken off them.
const GIFT_CARD_ADJUSTED: &str = "gift_card_adjusted";

/// The account that a payment fills or empties: what the shop owes, when it is paid out of that.
pub(crate) fn paid_account(payment: &Payment) -> String {
    match &payment.holder {
        Some(holder) => holder.account().to_owned(),
        None => format!("paid:{}", payment.method),
    }
}

/// The legs of a customer's store credit that no order made.
pub fn customer_legs(customer: &Customer) -> Vec<MoneyLeg> {
    let mut legs = Legs::default();
    if !customer.is_visible() {
        return Vec::new();
    }
    for credit in customer.credits.values() {
        let (day, amount_minor) = (credit.moment.day, credit.amount_minor);
        let other = match &credit.method {
            None => CREDIT_GRANTED.to_owned(),
            Some(method) => format!("paid:{method}"),
        };
        let rounding_minor = credit.rounding_minor;
        legs.post(&other, day, amount_minor.saturating_add(rounding_minor));
        legs.post("rounding", day, rounding_minor.saturating_neg());
        legs.post(super::STORE_CREDIT, day, amount_minor.saturating_neg());
    }
    legs.done()
}

/// The legs of a card that no order made. One that replaces another changes nothing of what is
/// owed.
pub fn card_legs(card: &GiftCard) -> Vec<MoneyLeg> {
    let mut legs = Legs::default();
    for said in card.adjustments.values() {
        let (day, amount_minor) = (said.moment.day, said.amount_minor);
        legs.post(GIFT_CARD_ADJUSTED, day, amount_minor);
        legs.post(super::GIFT_CARD, day, amount_minor.saturating_neg());
    }
    legs.done()
}
