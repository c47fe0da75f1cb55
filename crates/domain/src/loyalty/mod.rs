//! The points programme: customers earn points for what they buy, and pay less for them later.
//!
//! Points are whole numbers. What an order earns is a function of its facts and of the terms that
//! stand on it, so that no change of the programme changes what was earned. Points that are
//! redeemed are a discount and no payment: they were never bought, so they lower what is taxed.

mod by_hand;
mod earned;
mod programme;
mod purse;
mod redeem;

pub use by_hand::{PointsAdjusted, adjust, customer_points};
pub use earned::{PointsKind, PointsMove, order_points};
pub use programme::{Earning, PointWorth, Programme};
pub use purse::{Booked, Purse, Step};
pub use redeem::{POINTS, PointsSpent, check_redeem, redeem};

pub(crate) use programme::checked;
