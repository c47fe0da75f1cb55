//! The start: opens the verbs, opens the book that was asked for on the command line or by a
//! double click, shows the first window and passes events on to the pages.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use app::{App, AppOptions, Event};
use serde_json::json;
use tauri::{AppHandle, Builder, Emitter, Manager, RunEvent};

use crate::rest::Rest;
use crate::{calls, customer, fatal, files, placement, windows};

/// Runs the application until its last window is closed.
pub fn start() -> Result<()> {
    let asked_for = AskedFor::on_the_command_line();
    let shell = Builder::default()
        .invoke_handler(tauri::generate_handler![
            calls::call,
            calls::call_bytes,
            customer::customer_view
        ])
        .on_window_event(placement::on_window_event)
        .on_window_event(customer::on_window_event)
        .setup(move |shell| Ok(set_up(shell.handle(), &asked_for)?))
        .build(tauri::generate_context!())
        .context("the window system is not available")?;
    shell.run(on_run_event);
    Ok(())
}

/// What the application is started for.
enum AskedFor {
    /// A book, by its path: a double click, or an argument.
    Book(PathBuf),
    /// `--sample`: the sample shop, made first where it is not there.
    Sample,
    /// Whatever the person chooses.
    Nothing,
}

impl AskedFor {
    fn on_the_command_line() -> Self {
        let mut arguments = std::env::args_os().skip(1);
        match arguments.find(|argument| argument == "--sample" || is_book(argument.as_ref())) {
            Some(argument) if argument == "--sample" => Self::Sample,
            Some(book) => Self::Book(book.into()),
            None => Self::Nothing,
        }
    }
}

fn set_up(shell: &AppHandle, asked_for: &AskedFor) -> Result<()> {
    let app = App::new(options(shell)?);
    match asked_for {
        AskedFor::Book(book) => open(&app, book),
        AskedFor::Sample => open_sample(&app),
        AskedFor::Nothing => {}
    }
    let hears = shell.clone();
    app.subscribe(Box::new(move |event| pass_on(&hears, event)));
    app.keep_in_sync()
        .map_err(|error| anyhow::anyhow!("sync cannot begin: {error}"))?;
    read_ahead(&app);
    shell.manage(Rest::between_calls(app.clone())?);
    shell.manage(app);
    shell.manage(customer::Shown::default());
    windows::open(shell).context("no window can be opened")
}

/// The folder of settings, and the sample shop's data where this installation has it.
fn options(shell: &AppHandle) -> Result<AppOptions> {
    let mut options = AppOptions::new(files::settings_folder(shell)?);
    options.sample_file = files::resource(shell, "sample/OnlineRetail.csv.zst");
    Ok(options)
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

fn on_run_event(handle: &AppHandle, event: RunEvent) {
    if let RunEvent::Exit = event {
        handle.state::<App>().leave();
    }
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
    path.extension()
        .is_some_and(|ending| ending == "counterbook")
}

/// Opens a book before its page asks for it; a book that cannot be opened is named in a dialog,
/// and the page then offers the others.
fn open(app: &App, book: &Path) {
    let path = std::path::absolute(book).unwrap_or_else(|_| book.to_path_buf());
    if let Err(error) = app.call("book.open", json!({ "path": path })) {
        fatal::tell_unopened(&path.to_string_lossy(), &error);
    }
}

/// Reads what the first screen shows while the web view starts: its page then finds the statements
/// prepared and the pages of the file read.
fn read_ahead(app: &App) {
    let app = app.clone();
    // What fails here fails again when the page asks, and is told there.
    std::thread::spawn(move || app.call("book.today", json!({})));
}

/// Starts the job that opens the sample shop: the page shows how it goes.
fn open_sample(app: &App) {
    if let Err(error) = app.call("book.sample", json!({})) {
        fatal::tell_unopened("Sample shop", &error);
    }
}
