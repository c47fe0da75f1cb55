//! The hub: keeps the journals of books and wakes their devices. It knows entries by their place
//! and hash and nothing of orders, so that it need not be upgraded with the desktop.

pub mod auth;
pub mod code;
mod error;
pub mod limits;
mod metrics;
mod relay;
pub mod routes;
pub mod server;
pub mod signature;
pub mod store;
pub mod tls;

pub use error::HubError;
pub use routes::{Hub, router};
pub use store::{Database, Store};
