//! Where the window was: kept in a small file beside the other settings when a window closes, and
//! used for the first window of the next start, unless no screen shows that place any more. The
//! window for the customer has a file of its own.

use std::fs;
use std::path::PathBuf;

use anyhow::Result;
use serde::{Deserialize, Serialize};
use tauri::{Manager, Monitor, PhysicalPosition, PhysicalSize, WebviewWindow, Window, WindowEvent};

use crate::{customer, files};

/// Of the window's top bar, this much must lie on a screen for a person to take hold of it.
const VISIBLE_PX: i64 = 64;

/// Place and size of a window, in physical pixels of the whole desktop.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
struct Placement {
    x: i32,
    y: i32,
    width: u32,
    height: u32,
    maximized: bool,
}

/// Puts the window where the last one of its kind was, and tells whether there is such a place.
/// Settings that cannot be read are as good as none.
pub fn restore(window: &WebviewWindow) -> bool {
    let kept = settings_file(window, window.label()).and_then(|file| Ok(fs::read_to_string(file)?));
    let Some(placement) = kept
        .ok()
        .and_then(|text| serde_json::from_str::<Placement>(&text).ok())
    else {
        return false;
    };
    let screens = window.available_monitors().unwrap_or_default();
    if !screens
        .iter()
        .any(|screen| placement.is_on(&area_of(screen)))
    {
        return false;
    }
    // What the window system refuses stays at its default.
    let _ = window.set_size(PhysicalSize::new(placement.width, placement.height));
    let _ = window.set_position(PhysicalPosition::new(placement.x, placement.y));
    if placement.maximized {
        let _ = window.maximize();
    }
    true
}

/// Puts the window over the whole of a screen that is not the first one; with one screen it stays.
pub fn to_second_screen(window: &WebviewWindow) -> tauri::Result<()> {
    let first = window.primary_monitor()?.map(|screen| *screen.position());
    let screens = window.available_monitors()?;
    let mut others = screens
        .iter()
        .filter(|screen| Some(*screen.position()) != first);
    let Some(screen) = others.next().filter(|_| screens.len() > 1) else {
        return Ok(());
    };
    window.set_position(*screen.position())?;
    window.maximize()
}

/// Keeps the place of a window that closes.
pub fn on_window_event(window: &Window, event: &WindowEvent) {
    if matches!(event, WindowEvent::CloseRequested { .. })
        && let Err(error) = keep(window)
    {
        eprintln!("the window's place is not remembered: {error:#}");
    }
}

fn keep(window: &Window) -> Result<()> {
    let file = settings_file(window, window.label())?;
    let (place, size) = (window.outer_position()?, window.inner_size()?);
    let placement = Placement {
        x: place.x,
        y: place.y,
        width: size.width,
        height: size.height,
        maximized: window.is_maximized()?,
    };
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    Ok(fs::write(file, serde_json::to_string(&placement)?)?)
}

fn settings_file(manager: &impl Manager<tauri::Wry>, label: &str) -> Result<PathBuf> {
    let name = if label == customer::LABEL {
        "customer_window.json"
    } else {
        "window.json"
    };
    Ok(files::settings_folder(manager)?.join(name))
}

/// A rectangle of the desktop: left, top, right, bottom.
type Area = [i64; 4];

fn area_of(screen: &Monitor) -> Area {
    let (place, size) = (screen.position(), screen.size());
    let (left, top) = (i64::from(place.x), i64::from(place.y));
    [
        left,
        top,
        left + i64::from(size.width),
        top + i64::from(size.height),
    ]
}

impl Placement {
    fn is_on(&self, [left, top, right, bottom]: &Area) -> bool {
        let (x, y, width) = (i64::from(self.x), i64::from(self.y), i64::from(self.width));
        let shown = (x + width).min(*right) - x.max(*left);
        shown >= VISIBLE_PX && y >= *top && y + VISIBLE_PX <= *bottom
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCREEN: Area = [0, 0, 1920, 1080];

    fn at(x: i32, y: i32) -> Placement {
        Placement {
            x,
            y,
            width: 1280,
            height: 800,
            maximized: false,
        }
    }

    #[test]
    fn a_window_whose_top_bar_shows_is_on_the_screen() {
        assert!(at(0, 0).is_on(&SCREEN) && at(1800, 1000).is_on(&SCREEN));
        assert!(at(-1200, 10).is_on(&SCREEN));
    }

    #[test]
    fn a_window_of_a_screen_that_is_gone_is_not() {
        assert!(!at(1900, 10).is_on(&SCREEN) && !at(2500, 10).is_on(&SCREEN));
        assert!(!at(10, 1050).is_on(&SCREEN) && !at(10, -40).is_on(&SCREEN));
    }
}
