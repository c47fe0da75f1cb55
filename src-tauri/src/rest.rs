//! What a window that nobody uses gives back: pages of the book that lists and reports have mapped.
//! Nothing runs while nobody calls, and the first call afterwards maps what it needs.

use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Duration;

use app::App;

/// So long after the last call the window counts as idle.
const IDLE: Duration = Duration::from_secs(5);

/// Puts the rest off with every call.
pub struct Rest(Sender<()>);

impl Rest {
    /// Rests the open book whenever nothing was called for a while.
    ///
    /// # Errors
    /// When the system starts no thread.
    pub fn between_calls(app: App) -> std::io::Result<Self> {
        let (calls, heard) = channel();
        std::thread::Builder::new()
            .name("rest".to_owned())
            .spawn(move || rest(&app, &heard))?;
        Ok(Self(calls))
    }

    /// Something was called.
    pub fn put_off(&self) {
        // At the very end nobody hears any more, and nobody rests.
        let _ = self.0.send(());
    }
}

fn rest(app: &App, heard: &Receiver<()>) {
    while heard.recv().is_ok() {
        while heard.recv_timeout(IDLE).is_ok() {}
        app.rest();
    }
}
