//! Money that the shop holds for somebody: the store credit of a customer, and what is on a gift
//! card. A balance is a sum of movements that the states of orders, customers and cards imply, so
//! no device has to know of the others to be right.
//!
//! A verb refuses to spend more than there is. Two devices apart may both spend the last of it; the
//! fold counts both, and a person is told that the balance is below zero.

mod legs;
mod moves;

pub(crate) use legs::{GIFT_CARD_SOLD, paid_account};
pub use legs::{card_legs, customer_legs};
pub use moves::{CreditMove, MoveKind, card_credit, customer_credit, order_credit};

use crate::entry::{Subject, SubjectKind};
use crate::ids::{CustomerId, GiftCardId};
use crate::refusal::Refusal;
use serde::{Deserialize, Serialize};

/// The method of a payment by store credit, and the account of what the shop owes in it.
pub const STORE_CREDIT: &str = "store_credit";
/// The method of a payment by gift card, and the account of what the shop owes in them.
pub const GIFT_CARD: &str = "gift_card";

/// Whose money it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Holder {
    /// A customer's store credit.
    StoreCredit(CustomerId),
    /// Whoever has the card.
    GiftCard(GiftCardId),
}

impl Holder {
    /// The method of payments out of it, and the account of what the shop owes.
    pub const fn account(&self) -> &'static str {
        match self {
            Self::StoreCredit(_) => STORE_CREDIT,
            Self::GiftCard(_) => GIFT_CARD,
        }
    }

    /// The record that it belongs to.
    pub const fn subject(&self) -> Subject {
        match self {
            Self::StoreCredit(customer) => Subject::new(SubjectKind::Customer, customer.0),
            Self::GiftCard(card) => Subject::new(SubjectKind::GiftCard, card.0),
        }
    }
}

/// Refuses to take more than there is.
pub fn check_spend(balance_minor: i64, amount_minor: i64) -> Result<(), Refusal> {
    if amount_minor <= balance_minor.max(0) {
        return Ok(());
    }
    Err(Refusal::at("amount_minor", "credit_short").with(balance_minor.max(0)))
}
