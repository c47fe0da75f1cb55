//! Who is at work, and what they may do. Every call of a verb passes here: what a verb needs stands
//! in one table (`needs`), what only its content tells is asked for by [`App::require`] in the verb
//! itself. A book without an owner who has a PIN asks nobody anything.
mod audit;
mod caller;
mod door;
mod needs;
mod pins;
mod session;
mod staff;
#[cfg(test)]
mod tests;
mod wrong;

pub(crate) use caller::Caller;
pub(crate) use door::through;
pub(crate) use pins::{check_pin, hash_pin};
pub(crate) use session::{Desk, Session, is_guarded};
pub(crate) use staff::Staff;
pub(crate) use wrong::WrongPins;
