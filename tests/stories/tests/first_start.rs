//! The first start: a person who has just installed the application.

use anyhow::{Result, ensure};
use stories::Window;

#[test]
#[ignore = "opens a window: cargo xtask test"]
fn the_first_start_offers_to_create_to_open_and_to_look_around() -> Result<()> {
    let window = Window::first_start()?;
    let ways = window.wait_until("three ways to begin", || {
        let buttons = window.all("button")?;
        let names: Vec<String> = buttons
            .iter()
            .filter_map(|button| button.name().ok())
            .collect();
        Ok((names.len() >= 3).then_some(names))
    })?;
    for way in [
        "Create a book",
        "Open a book",
        "Look around in the sample shop",
    ] {
        ensure!(
            ways.iter().any(|name| name.starts_with(way)),
            "no “{way}” among {ways:?}"
        );
    }
    window.check_accessibility("the start")?;
    window.end()
}
