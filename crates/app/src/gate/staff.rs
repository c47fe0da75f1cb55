//! What an open book says of its people, kept between calls: every call asks for it, and it hardly
//! ever changes.
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use book::Book;
use book::dto::{Person, RecordKind};
use domain::person::RoleTerms;

use super::is_guarded;
use crate::error::AppError;
use crate::event::Changed;

/// The people of a book and what they may do.
#[derive(Default)]
pub(crate) struct Looked {
    pub(super) people: Vec<Person>,
    pub(super) roles: Vec<RoleTerms>,
    pub(super) lock_after_min: u32,
}

/// What was looked up of an open book's people.
#[derive(Default)]
pub(crate) struct Staff(Mutex<Option<Arc<Looked>>>);

impl Staff {
    /// What the book says now; what another program changes is known when that program's entries
    /// are.
    pub(super) fn look(&self, book: &Book) -> Result<Arc<Looked>, AppError> {
        // Held while it is looked up: a change that is heard of meanwhile is not forgotten.
        let mut known = self.known();
        if let Some(known) = &*known {
            return Ok(Arc::clone(known));
        }
        let looked = Arc::new(look_up(book)?);
        *known = Some(Arc::clone(&looked));
        Ok(looked)
    }

    /// Forgets what a change may have touched.
    pub(crate) fn hear(&self, changed: &Changed) {
        let about = |kind| matches!(kind, RecordKind::Book | RecordKind::Person);
        if changed.all || changed.touched.iter().any(|touched| about(touched.kind)) {
            *self.known() = None;
        }
    }

    fn known(&self) -> MutexGuard<'_, Option<Arc<Looked>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn look_up(book: &Book) -> Result<Looked, AppError> {
    Ok(book.read_rows(|read| {
        let people = read.people()?;
        // A book without people is asked for nothing more.
        let settings = match is_guarded(&people) {
            true => read.settings()?,
            false => return Ok(Looked::default()),
        };
        Ok(Looked {
            people,
            roles: settings.roles(),
            lock_after_min: settings.lock_after_min(),
        })
    })?)
}
