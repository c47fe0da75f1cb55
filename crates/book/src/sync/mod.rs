//! What copying journals asks of the book: what it holds, entries going out, the places that it
//! is copied to, what could not be taken in, copies to start from, and another name for a device
//! whose own was taken.

pub(crate) mod cut;
mod identity;
mod outgoing;
mod pages;
pub(crate) mod places;
pub(crate) mod quarantine;
pub(crate) mod settle;
mod snapshot;
mod status;

pub use outgoing::{Batch, Redaction};
pub use pages::PageDue;
pub use places::{PlaceState, SnapshotState};
pub use quarantine::Quarantined;
pub use settle::PutAside;
pub use snapshot::adopt;
pub use status::{DeviceState, LocalOnly};
