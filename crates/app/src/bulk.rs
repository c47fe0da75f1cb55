//! Many entries in few transactions: the door of imports and of the seed. Each transaction has a
//! request of its own, so that a repeat of the work is never mistaken for a repeat of one request.
use std::cell::Cell;

use ::book::{Act, Outcome, Tx, journal};
use domain::RequestId;

use crate::App;
use crate::desk::OpenBook;
use crate::error::AppError;
use crate::event::Event;
use crate::write::carry_out;

/// The door, for one piece of work.
pub(crate) struct Bulk<'a> {
    app: &'a App,
    open: &'a OpenBook,
    dry_run: bool,
}

impl<'a> Bulk<'a> {
    pub(crate) fn new(app: &'a App, open: &'a OpenBook, dry_run: bool) -> Self {
        Self { app, open, dry_run }
    }

    pub(crate) fn is_dry_run(&self) -> bool {
        self.dry_run
    }

    /// One transaction, now.
    pub(crate) fn write<T>(
        &self,
        run: impl FnOnce(&mut Tx<'_>) -> Result<T, AppError>,
    ) -> Result<T, AppError> {
        self.write_at(self.app.now_ms(), run)
    }

    /// One transaction at another time. Times in bulk are wall clocks, written as if they were UTC.
    pub(crate) fn write_at<T>(
        &self,
        at_ms: i64,
        run: impl FnOnce(&mut Tx<'_>) -> Result<T, AppError>,
    ) -> Result<T, AppError> {
        let written = self.write_as(RequestId(self.app.new_id()), at_ms, run)?;
        // A new request cannot have been carried out before.
        written.ok_or_else(|| AppError::broken("internal"))
    }

    /// One transaction, now, under the caller's request; `None` when that was carried out before.
    pub(crate) fn write_once<T>(
        &self,
        request: RequestId,
        run: impl FnOnce(&mut Tx<'_>) -> Result<T, AppError>,
    ) -> Result<Option<T>, AppError> {
        self.write_as(request, self.app.now_ms(), run)
    }

    fn write_as<T>(
        &self,
        request_id: RequestId,
        at_ms: i64,
        run: impl FnOnce(&mut Tx<'_>) -> Result<T, AppError>,
    ) -> Result<Option<T>, AppError> {
        let act = Act {
            actor: self.app.actor(),
            request_id,
            at_ms,
            offset_min: 0,
            dry_run: self.dry_run,
        };
        let grown = Cell::new((0, 0));
        let outcome = carry_out(self.app, self.open, &act, |tx| {
            // What is there already is looked up in tables that orders may wait for.
            tx.settle()?;
            let before = journal::last_pos(tx.read().conn)?;
            let output = run(tx)?;
            grown.set((before, journal::last_pos(tx.read().conn)?));
            Ok(output)
        })?;
        let (from, to) = grown.get();
        if !self.dry_run && self.open.grew(from, to) {
            self.tell();
        }
        Ok(match outcome {
            Outcome::Done { output, .. } => Some(output),
            Outcome::Repeated { .. } => None,
        })
    }

    /// Tells everybody that everything may have changed.
    pub(crate) fn tell(&self) {
        if !self.dry_run {
            self.app.tell(&Event::all_changed());
        }
    }
}
