//! What copying journals asks of the book: what it holds, entries going out, the places that it
//! is copied to, what could not be taken in, and another name for a device whose own was taken.

pub(crate) mod cut;
mod identity;
mod outgoing;
pub(crate) mod places;
pub(crate) mod quarantine;
mod status;

pub use outgoing::{Batch, Redaction};
pub use places::PlaceState;
pub use quarantine::Quarantined;
pub use status::{DeviceState, LocalOnly};
