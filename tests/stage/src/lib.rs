//! What tests need around the product: a virtual screen for windows under test (an X server in
//! memory, a window manager, pictures and keys), and a PostgreSQL server. Every process started
//! here belongs to a value and ends, by its own id, when that value is dropped. Nothing here knows
//! what Counterbook is.

mod children;
mod display;
mod keys;
mod picture;
#[cfg(target_os = "linux")]
mod postgres;

pub use children::Child;
pub use display::{Display, SCREEN_HEIGHT_PX, SCREEN_WIDTH_PX};
pub use keys::Keys;
pub use picture::Picture;
#[cfg(target_os = "linux")]
pub use postgres::Postgres;
