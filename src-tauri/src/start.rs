//! The start: opens the verbs, opens the book that was asked for on the command line or by a double click,
//! shows the first window and passes events on to the pages.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow};
use app::{App, AppOptions, Event};
use serde_json::json;
use tauri::{AppHandle, Builder, Emitter, Manager, RunEvent, Wry};

use crate::{calls, fatal, placement, windows};

/// Runs the application until its last window is closed.
pub fn start() -> Result<()> {
    let app = App::new(options()).map_err(|error| anyhow!("{}", json!(error)))?;
    let asked_for = std::env::args_os().skip(1).map(PathBuf::from).find(|path| is_book(path));
    if let Some(book) = asked_for {
        open(&app, &book);
    }
    let window = build(app)?;
    window.run(on_run_event);
    Ok(())
}

fn build(app: App) -> Result<tauri::App<Wry>> {
    Builder::default()
        .invoke_handler(tauri::generate_handler![calls::call, calls::call_bytes])
        .on_window_event(placement::on_window_event)
        .setup(move |shell| {
            let handle = shell.handle().clone();
            app.subscribe(Box::new(move |event| pass_on(&handle, event)));
            shell.manage(app);
            windows::open(shell.handle())?;
            Ok(())
        })
        .build(tauri::generate_context!())
        .context("the window system is not available")
}

/// Events reach every window: each page knows which of its records were touched.
fn pass_on(handle: &AppHandle, event: &Event) {
    let name = match event {
        Event::Changed(_) => "changed",
        Event::Job(_) => "job",
    };
    // A window that is closing no longer hears: nothing is lost, it has no page to refresh.
    let _ = handle.emit(name, event);
}

#[allow(unused_variables)]
fn on_run_event(handle: &AppHandle, event: RunEvent) {
    // macOS hands a double-clicked file to the running application as an event.
    #[cfg(target_os = "macos")]
    if let RunEvent::Opened { urls } = event {
        let app = handle.state::<App>();
        for book in urls.iter().filter_map(|url| url.to_file_path().ok()) {
            open(&app, &book);
        }
    }
}

fn is_book(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending == "counterbook")
}

/// Opens a book before its page asks for it; a book that cannot be opened is named in a dialog, and the
/// page then offers the others.
fn open(app: &App, book: &Path) {
    let path = std::path::absolute(book).unwrap_or_else(|_| book.to_path_buf());
    if let Err(error) = app.call("book.open", json!({ "path": path })) {
        fatal::tell_unopened(&path, &error);
    }
}

fn options() -> AppOptions {
    AppOptions::default()
}
