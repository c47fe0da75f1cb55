//! Gift cards: bearer vouchers that can be spent on anything, in parts, until nothing is left.
//!
//! A card's key is made of its code, so that two devices that meet the same pre-printed card mean
//! the same record. What is on it is a sum of movements, see [`crate::credit`].

mod code;
mod decide;
mod state;

pub use code::{code_of, folded, id_of_code, shown};
pub use decide::{adjust, amend, block, check_code, check_spendable, issue, replace, unblock};
pub use state::{
    Adjusted, Adjustment, Amended, Blocked, CardLine, GiftCard, Issued, Replaced, Replacement,
};
