//! The window for the customer at the counter: it shows what a counter's page hands over, and can
//! ask for nothing else. Its page has one command, which waits for the next thing to show: no
//! events, no verbs. What was shown last is kept here, so that a page that loads again shows it at
//! once.

use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::Duration;

use app::AppError;
use app::shell::CustomerView;
use serde::Serialize;
use tauri::async_runtime::spawn_blocking;
use tauri::{AppHandle, Manager, State, WebviewWindow, Window, WindowEvent};

use crate::{errors, placement, windows};

/// The label of the window, which its capability names.
pub const LABEL: &str = "customer";
/// A page that hears nothing for so long asks again: a question is never left behind for good.
const PATIENCE: Duration = Duration::from_secs(20);

/// What is shown, and how often it has changed.
#[derive(Default)]
pub struct Shown(Arc<(Mutex<Answer>, Condvar)>);

/// What a page is told.
#[derive(Clone, Default, Serialize)]
pub struct Answer {
    version: u64,
    view: Option<CustomerView>,
}

/// Opens the window where it was, the first time over the whole of a second screen if there is one.
/// Asked for again, it comes to the front, and onto its whole screen or off it. The keyboard stays
/// with the clerk.
pub fn open(clerk: &WebviewWindow) -> Result<(), AppError> {
    let shell = clerk.app_handle();
    let front = || -> tauri::Result<()> {
        let window = match shell.get_webview_window(LABEL) {
            Some(window) => {
                // It has no frame to take hold of: the same key takes it off the whole screen.
                if window.is_visible()? && !window.is_minimized()? {
                    placement::toggle_fullscreen(&window)?;
                }
                window
            }
            None => placed(windows::build_customer(shell)?, clerk)?,
        };
        window.unminimize()?;
        window.show()?;
        clerk.set_focus()
    };
    front().map_err(errors::window)
}

fn placed(window: WebviewWindow, clerk: &WebviewWindow) -> tauri::Result<WebviewWindow> {
    if !placement::restore(&window) {
        placement::for_customer(&window, clerk)?;
    }
    Ok(window)
}

/// Closes the window with the last one of the clerks.
pub fn on_window_event(window: &Window, event: &WindowEvent) {
    let shell = window.app_handle();
    let open = shell.webview_windows();
    let any_clerk = open
        .keys()
        .any(|label| label != LABEL && label != window.label());
    if !matches!(event, WindowEvent::Destroyed) || window.label() == LABEL || any_clerk {
        return;
    }
    if let Some(customer) = shell.get_webview_window(LABEL) {
        // A window that is gone already needs no closing.
        let _ = customer.close();
    }
}

/// Shows this from now on.
pub fn show(shell: &AppHandle, view: CustomerView) {
    let (answer, changed) = &*shell.state::<Shown>().0;
    let mut answer = answer.lock().unwrap_or_else(PoisonError::into_inner);
    if answer.view.as_ref() == Some(&view) {
        return;
    }
    answer.version += 1;
    answer.view = Some(view);
    changed.notify_all();
}

/// What is shown, as soon as it is something else than what the page has seen.
#[tauri::command]
pub async fn customer_view(shown: State<'_, Shown>, seen: u64) -> Result<Answer, AppError> {
    let shown = shown.0.clone();
    let waited = spawn_blocking(move || {
        let (answer, changed) = &*shown;
        let answer = answer.lock().unwrap_or_else(PoisonError::into_inner);
        let same = |answer: &mut Answer| answer.version == seen;
        let waited = changed.wait_timeout_while(answer, PATIENCE, same);
        let (answer, _) = waited.unwrap_or_else(PoisonError::into_inner);
        answer.clone()
    });
    waited.await.map_err(errors::internal)
}
