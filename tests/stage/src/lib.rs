//! A virtual screen for windows under test: an X server in memory, a window manager, pictures and
//! keys. Every process started here belongs to a value and ends, by its own id, when that value is
//! dropped. Nothing here knows what Counterbook is.

mod children;
mod display;
mod keys;
mod picture;

pub use children::Child;
pub use display::{Display, SCREEN_HEIGHT_PX, SCREEN_WIDTH_PX};
pub use keys::Keys;
pub use picture::Picture;
