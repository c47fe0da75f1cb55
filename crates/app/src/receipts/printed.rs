//! Which slips this installation has printed: the first is the original, every other is marked as a
//! copy. The newest few thousand are remembered; older ones are copies by their date.
use std::sync::{Mutex, PoisonError};

use uuid::Uuid;

use crate::App;

const FILE: &str = "printed.json";
const REMEMBERED: usize = 2_000;

/// The slips printed, the oldest first; read from the installation's folder when first asked.
#[derive(Default)]
pub(crate) struct Printed(Mutex<Option<Vec<Uuid>>>);

impl Printed {
    /// Whether it was printed here.
    pub(super) fn holds(&self, app: &App, id: Uuid) -> bool {
        self.with(app, |known| known.contains(&id))
    }

    /// Remembers it.
    pub(super) fn add(&self, app: &App, id: Uuid) {
        self.with(app, |known| {
            known.retain(|other| *other != id);
            known.push(id);
            let over = known.len().saturating_sub(REMEMBERED);
            known.drain(..over);
            // The paper is out: a memory that cannot be written costs the mark on a copy alone.
            let _ = app.settings().write(FILE, known);
        });
    }

    fn with<T>(&self, app: &App, look: impl FnOnce(&mut Vec<Uuid>) -> T) -> T {
        let mut held = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        look(held.get_or_insert_with(|| app.settings().read(FILE).unwrap_or_default()))
    }
}
