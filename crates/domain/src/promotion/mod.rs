//! Promotions and coupons: what they give, to whom and when, and what they come to on an order.
//!
//! Promotions are applied in the order in which they were made, each in its class of discounts.
//! Those that go with others are all applied together; one that does not is applied alone. Of these
//! ways the customer gets the one that takes off the most, of equal ones the first.

mod apply;
mod conditions;
mod decide;
mod state;

pub use apply::{Sale, apply};
pub use conditions::Unmet;
pub use decide::{amend, create, folded_code};
pub use state::{Promotion, PromotionEffect, PromotionTerms};
