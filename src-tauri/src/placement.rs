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
    /// Over the whole screen, without a frame.
    #[serde(default)]
    fullscreen: bool,
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
    if placement.fullscreen {
        let _ = window.set_fullscreen(true);
    } else if placement.maximized {
        let _ = window.maximize();
    }
    true
}

/// Puts the window over the whole of a screen that the clerk's window is not on; with one screen
/// beside the clerk's window, or where it covers least of it.
pub fn for_customer(window: &WebviewWindow, clerk: &WebviewWindow) -> tauri::Result<()> {
    let own = clerk.current_monitor()?.or(clerk.primary_monitor()?);
    let Some(own) = own else { return Ok(()) };
    let screens = window.available_monitors()?;
    let mut others = screens
        .iter()
        .filter(|screen| screen.position() != own.position());
    if let Some(screen) = others.next() {
        window.set_position(*screen.position())?;
        return window.set_fullscreen(true);
    }
    let (place, size) = (clerk.outer_position()?, clerk.outer_size()?);
    let beside = Placement::beside(&area(&place, &size), &area_of(&own));
    window.set_size(PhysicalSize::new(beside.width, beside.height))?;
    window.set_position(PhysicalPosition::new(beside.x, beside.y))
}

/// Takes the window off its whole screen, or puts it over it.
pub fn toggle_fullscreen(window: &WebviewWindow) -> tauri::Result<()> {
    window.set_fullscreen(!window.is_fullscreen()?)
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
        fullscreen: window.is_fullscreen()?,
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
    area(screen.position(), screen.size())
}

fn area(place: &PhysicalPosition<i32>, size: &PhysicalSize<u32>) -> Area {
    let (left, top) = (i64::from(place.x), i64::from(place.y));
    [
        left,
        top,
        left + i64::from(size.width),
        top + i64::from(size.height),
    ]
}

/// The part of a screen that the window for the customer has when there is one screen alone.
const CUSTOMER_PART: i64 = 3;
/// Narrower than this, a place beside the clerk's window is none.
const NARROWEST_PX: i64 = 360;

impl Placement {
    /// Beside the clerk's window where there is room, else in the lower corner of its screen.
    fn beside(
        [left, top, right, _]: &Area,
        [screen_left, screen_top, screen_right, screen_bottom]: &Area,
    ) -> Self {
        let width = (screen_right - screen_left) / CUSTOMER_PART;
        let height = (screen_bottom - screen_top) / 2;
        let (before, after) = (left - screen_left, screen_right - right);
        let (x, y, width) = if after.max(before) >= NARROWEST_PX {
            let wide = width.min(after.max(before));
            let x = if after >= before { *right } else { left - wide };
            (x, (*top).max(*screen_top), wide)
        } else {
            (screen_right - width, screen_bottom - height, width)
        };
        let whole = |px: i64| i32::try_from(px).unwrap_or(0);
        Self {
            x: whole(x),
            y: whole(y),
            width: u32::try_from(width).unwrap_or(0),
            height: u32::try_from(height).unwrap_or(0),
            maximized: false,
            fullscreen: false,
        }
    }

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
            fullscreen: false,
        }
    }

    #[test]
    fn the_customer_looks_beside_the_clerk_or_into_the_lower_corner() {
        let room = Placement::beside(&[0, 40, 1280, 900], &SCREEN);
        assert_eq!(
            (room.x, room.y, room.width, room.height),
            (1280, 40, 640, 540)
        );
        let left = Placement::beside(&[500, 0, 1920, 1080], &SCREEN);
        assert_eq!((left.x, left.width), (0, 500));
        let none = Placement::beside(&SCREEN, &SCREEN);
        assert_eq!((none.x, none.y), (1280, 540));
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
