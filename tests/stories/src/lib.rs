//! What a person does in the real window, told as tests: the stories lie in `tests/`, what they
//! stand on lies here. A story finds things as a person or a screen reader does, by role and name,
//! and acts through real key strokes; it never names a CSS class. Each story has its own screen,
//! application and folder.

mod accessibility;
pub mod counter;
mod driver;
mod element;
mod hub;
pub mod paper;
mod places;
mod roles;
mod shop;
mod window;

pub use element::Element;
pub use hub::Hub;
pub use places::{picture_folder, sample_data};
pub use shop::{MUG, Shop};
pub use window::Window;
