//! An open book and its verbs: what every command works with.
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};

use app::jobs::{JobPhase, JobState};
use app::{App, AppError, AppOptions, Event};
use serde_json::{Value, json};

use crate::failure::Failure;
use crate::progress::Progress;

/// The product, with one book open.
pub struct House {
    app: App,
    jobs: Receiver<JobState>,
}

impl House {
    /// The product without a book.
    pub fn empty() -> Self {
        let app = App::new(AppOptions {
            keys_folder: keys_folder(),
            ..AppOptions::scripted()
        });
        let (sender, jobs) = channel();
        app.subscribe(Box::new(move |event| {
            if let Event::Job(state) = event {
                // Nobody listens any more when the command is done.
                let _ = sender.send(JobState::clone(state));
            }
        }));
        Self { app, jobs }
    }

    /// Opens a book.
    pub fn open(book: &Path) -> Result<Self, AppError> {
        let house = Self::empty();
        house.call("book.open", json!({ "path": text_of(book) }))?;
        Ok(house)
    }

    /// The product.
    pub fn app(&self) -> &App {
        &self.app
    }

    /// Runs a verb.
    pub fn call(&self, verb: &str, input: Value) -> Result<Value, AppError> {
        self.app.call(verb, input)
    }

    /// Runs a verb that starts a job, and waits for what comes out of it.
    pub fn job(&self, verb: &str, input: Value) -> Result<Value, AppError> {
        let started = self.call(verb, input)?;
        let job = started["job"].clone();
        let mut progress = Progress::new();
        loop {
            let Ok(state) = self.jobs.recv() else {
                return Err(AppError::broken("internal"));
            };
            if json!(state.job) != job {
                continue;
            }
            progress.show(&state);
            match state.state {
                JobPhase::Running => {}
                JobPhase::Done => return Ok(state.output.unwrap_or_default()),
                JobPhase::Cancelled => {
                    return state
                        .output
                        .ok_or_else(|| AppError::unavailable("cancelled"));
                }
                JobPhase::Failed => {
                    return Err(state.error.unwrap_or_else(|| AppError::broken("internal")));
                }
            }
        }
    }
}

impl Drop for House {
    /// Closes the book, so that its log is folded into its file.
    fn drop(&mut self) {
        // Closing changes nothing that could be lost.
        let _ = self.call("book.close", Value::Null);
    }
}

/// Where this user keeps what no other may read: the keys by which hubs know this installation.
fn keys_folder() -> Option<PathBuf> {
    let set = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty());
    let home = || set("HOME").map(|home| PathBuf::from(home).join(".config"));
    let base = set("XDG_CONFIG_HOME").or_else(|| set("APPDATA"));
    let base = base.map(PathBuf::from).or_else(home)?;
    Some(base.join("counterbook"))
}

/// A path as verbs take it.
pub fn text_of(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

/// Prints JSON on standard output.
pub fn print(value: &Value) -> Result<(), Failure> {
    let text = serde_json::to_string_pretty(value);
    let text = text.map_err(|error| Failure::Words(error.to_string()))?;
    write_out(format!("{text}\n").as_bytes())
}

/// Writes to standard output; a reader that has gone away is no failure.
pub fn write_out(data: &[u8]) -> Result<(), Failure> {
    use std::io::{ErrorKind, Write};
    match std::io::stdout().lock().write_all(data) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(error.into()),
        _ => Ok(()),
    }
}
