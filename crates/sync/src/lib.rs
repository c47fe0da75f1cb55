//! Copying journals from device to device, over whatever lies between them.
//!
//! Knows entries and no orders. The wire form and the plan are pure; the engine is a state machine
//! without clock, thread or socket; folders and hubs are places behind one trait. What a place
//! lacks is found by comparing version vectors and the ends of journals, never by remembering what
//! was sent.

#[cfg(feature = "client")]
pub mod drive;
#[cfg(feature = "client")]
pub mod engine;
#[cfg(feature = "client")]
pub mod folder;
pub mod frame;
#[cfg(feature = "client")]
pub mod hand;
#[cfg(feature = "client")]
pub mod hub;
pub mod limits;
pub mod plan;
pub mod record;
#[cfg(feature = "client")]
pub mod seal;
#[cfg(feature = "client")]
pub mod sealed;
pub mod seen;
#[cfg(feature = "client")]
pub mod shelf;
pub mod snapshot;
pub mod vector;

#[cfg(feature = "client")]
mod place;

#[cfg(feature = "client")]
pub use place::{About, Greeting, Place, PlaceError, Pulled, Redactions, Replica, Taken};
pub use plan::{Span, plan};
pub use record::Record;
pub use seen::{End, Seen};
pub use vector::Vector;
