//! The first start: a person who has just installed the application.

use anyhow::Result;
use stories::Window;

#[test]
#[ignore = "opens a window: cargo xtask test"]
fn the_first_start_offers_to_create_to_open_and_to_look_around() -> Result<()> {
    let window = Window::first_start()?;
    window.find("button", "Create a book")?;
    window.find("button", "Open a book")?;
    window.find("button", "Look around in the sample shop")?;
    window.is_accessible()
}
