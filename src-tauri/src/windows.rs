//! Windows on the open book. Any number may be open; each follows the changes that another makes.
//! A page can go nowhere but to itself, and takes its window's title along.

use app::AppError;
use tauri::webview::NewWindowResponse;
use tauri::{AppHandle, Manager, Url, Webview, WebviewUrl, WebviewWindow, WebviewWindowBuilder};

use crate::{customer, errors, placement};

const WIDTH: f64 = 1280.0;
const HEIGHT: f64 = 800.0;
const MIN_WIDTH: f64 = 720.0;
const MIN_HEIGHT: f64 = 480.0;
/// A window further down and right by this much does not hide the one below.
const CASCADE_PX: i32 = 32;

/// Opens the first window where it was when the application was last closed.
pub fn open(shell: &AppHandle) -> tauri::Result<()> {
    let window = build(shell)?;
    let _ = placement::restore(&window);
    show(&window)
}

/// Opens another window on the same book, a little beside `window`.
pub fn open_beside(window: &WebviewWindow) -> Result<(), AppError> {
    let beside = || -> tauri::Result<()> {
        let new = build(window.app_handle())?;
        new.set_size(window.inner_size()?)?;
        let place = window.outer_position()?;
        new.set_position(tauri::PhysicalPosition::new(
            place.x.saturating_add(CASCADE_PX),
            place.y.saturating_add(CASCADE_PX),
        ))?;
        show(&new)
    };
    beside().map_err(errors::window)
}

/// Shows a window with the keyboard in its page. A page that was hidden when it was made has
/// not got it.
fn show(window: &WebviewWindow) -> tauri::Result<()> {
    window.show()?;
    window.set_focus()?;
    let page: &Webview = window.as_ref();
    page.set_focus()
}

fn build(shell: &AppHandle) -> tauri::Result<WebviewWindow> {
    build_page(shell, &free_label(shell), "index.html")
}

/// Makes the window for the customer, hidden: its page can do nothing but ask what to show.
pub fn build_customer(shell: &AppHandle) -> tauri::Result<WebviewWindow> {
    build_page(shell, customer::LABEL, "customer.html")
}

fn build_page(shell: &AppHandle, label: &str, page: &str) -> tauri::Result<WebviewWindow> {
    let page = WebviewUrl::App(page.into());
    WebviewWindowBuilder::new(shell, label, page)
        .title("Counterbook")
        .inner_size(WIDTH, HEIGHT)
        .min_inner_size(MIN_WIDTH, MIN_HEIGHT)
        .visible(false)
        .zoom_hotkeys_enabled(true)
        .on_navigation(is_own_page)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .on_document_title_changed(|window, title| {
            // A closed window keeps no title.
            let _ = window.set_title(&title);
        })
        .build()
}

/// Only the embedded page: `tauri://localhost`, or `http(s)://tauri.localhost` on Windows.
fn is_own_page(url: &Url) -> bool {
    match url.scheme() {
        "tauri" => url.host_str() == Some("localhost"),
        "http" | "https" => url.host_str() == Some("tauri.localhost"),
        _ => false,
    }
}

fn free_label(shell: &AppHandle) -> String {
    let is_free = |label: &String| shell.get_webview_window(label).is_none();
    (1..)
        .map(|number| format!("book-{number}"))
        .find(is_free)
        .expect("there are free numbers")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_goes_nowhere_but_to_itself() {
        let goes = |url: &str| is_own_page(&url.parse().unwrap());
        assert!(goes("tauri://localhost/index.html#/orders") && goes("http://tauri.localhost/"));
        assert!(!goes("https://example.com/") && !goes("file:///etc/passwd"));
        assert!(!goes("tauri://elsewhere/") && !goes("http://localhost/"));
    }
}
