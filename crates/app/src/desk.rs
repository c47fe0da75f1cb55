//! The book on the desk: at most one is open. Work that holds it keeps it alive when another one
//! is put in its place.
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, PoisonError, RwLock, Weak};
use std::thread;
use std::time::Duration;

use ::book::views::Views;
use ::book::{Book, Read};

use crate::App;
use crate::error::AppError;
use crate::event::Event;
use crate::gate::Staff;
use crate::place::Chosen;

/// How often the journal is looked at for entries of other programs.
const LOOK_EVERY: Duration = Duration::from_millis(500);

/// An open book with its long lists, its people, and the newest entry that this program knows of.
pub(crate) struct OpenBook {
    pub(crate) book: Arc<Book>,
    pub(crate) views: Views,
    pub(crate) staff: Staff,
    pub(crate) chosen: Chosen,
    known_pos: AtomicI64,
}

impl OpenBook {
    /// An open book that is not on the desk.
    pub(crate) fn new(book: Book) -> Result<Self, AppError> {
        let pos = book.read_rows(|read| ::book::journal::last_pos(read.conn))?;
        let book = Arc::new(book);
        let reading = Arc::clone(&book);
        let views = Views::new(move || reading.reader());
        Ok(Self {
            book,
            views,
            staff: Staff::default(),
            chosen: Chosen::default(),
            known_pos: AtomicI64::new(pos),
        })
    }

    /// Notes that the journal has grown by an own write, from a position to another. True when
    /// another program had written in between.
    pub(crate) fn grew(&self, from: i64, to: i64) -> bool {
        self.known_pos.swap(to, Ordering::AcqRel) < from
    }

    /// True when the journal holds entries that this program does not know of; asking makes them
    /// known.
    fn has_foreign(&self) -> bool {
        let Ok(pos) = self
            .book
            .read_rows(|read| ::book::journal::last_pos(read.conn))
        else {
            return false;
        };
        self.known_pos.fetch_max(pos, Ordering::AcqRel) < pos
    }
}

/// The place of the open book.
#[derive(Default)]
pub(crate) struct Desk(RwLock<Option<Arc<OpenBook>>>);

impl Desk {
    fn put(&self, book: Option<Arc<OpenBook>>) {
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = book;
    }

    fn book(&self) -> Option<Arc<OpenBook>> {
        self.0
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }
}

impl App {
    /// Puts a book on the desk; every screen asks again.
    pub(crate) fn put_book(&self, book: Book) -> Result<Arc<OpenBook>, AppError> {
        let open = Arc::new(OpenBook::new(book)?);
        self.desk().put(Some(Arc::clone(&open)));
        watch(self, Arc::downgrade(&open))?;
        self.tell(&Event::all_changed());
        Ok(open)
    }

    /// Takes the book off the desk.
    pub(crate) fn take_book(&self) {
        self.jobs().cancel_all();
        self.desk().put(None);
        self.tell(&Event::all_changed());
    }

    /// Lets go of the open book before the process ends, so that its file is whole by itself: what
    /// is copied from then on needs no log beside it.
    pub fn leave(&self) {
        self.take_book();
    }

    /// Tells that a book has entries that other devices wrote; a book that is not on the desk is
    /// nobody's to look at.
    pub(crate) fn tell_foreign(&self, open: &OpenBook) {
        let shown = self.maybe_book();
        if shown.is_some_and(|shown| std::ptr::eq(&*shown, open)) {
            open.has_foreign();
            self.tell(&Event::all_changed());
        }
    }

    /// The open book, if there is one.
    pub(crate) fn maybe_book(&self) -> Option<Arc<OpenBook>> {
        self.desk().book()
    }

    /// The open book.
    pub(crate) fn book(&self) -> Result<Arc<OpenBook>, AppError> {
        self.maybe_book()
            .ok_or_else(|| AppError::unavailable("no_book"))
    }

    /// Runs queries on one consistent state of the open book.
    pub(crate) fn read<T>(
        &self,
        run: impl FnOnce(Read<'_>) -> ::book::Result<T>,
    ) -> Result<T, AppError> {
        Ok(self.book()?.book.read(run)?)
    }

    /// Runs queries on records and balances alone, see [`Book::read_rows`].
    pub(crate) fn read_rows<T>(
        &self,
        run: impl FnOnce(Read<'_>) -> ::book::Result<T>,
    ) -> Result<T, AppError> {
        Ok(self.book()?.book.read_rows(run)?)
    }
}

/// Looks for entries of other programs until the book is closed. Without this, what another window
/// or the command line writes would show only after the next own write.
fn watch(app: &App, open: Weak<OpenBook>) -> Result<(), AppError> {
    let app = app.clone();
    let spawned = thread::Builder::new().name("watch".into()).spawn(move || {
        loop {
            thread::sleep(LOOK_EVERY);
            let Some(open) = open.upgrade() else { return };
            if open.has_foreign() {
                app.tell(&Event::all_changed());
            }
        }
    });
    spawned.map_err(|error| AppError::unavailable("no_thread").with(error))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::testing::Shop;
    use crate::{App, AppOptions};

    #[test]
    fn what_another_program_writes_is_noticed_once_and_an_own_write_never() {
        let shop = Shop::open();
        let open = shop.app.book().unwrap();
        shop.customer("Ada");
        assert!(!open.has_foreign());
        let other = App::new(AppOptions::scripted());
        let path = shop.path("shop.counterbook");
        other.call("book.open", json!({ "path": path })).unwrap();
        let input = json!({ "name": "Grace", "request_id": shop.request() });
        other.call("customers.create", input).unwrap();
        assert!(open.has_foreign());
        assert!(!open.has_foreign());
    }

    #[test]
    fn an_own_write_after_a_foreign_one_tells_that_everything_may_have_changed() {
        let shop = Shop::open();
        let other = App::new(AppOptions::scripted());
        let path = shop.path("shop.counterbook");
        other.call("book.open", json!({ "path": path })).unwrap();
        let input = json!({ "name": "Grace", "request_id": shop.request() });
        other.call("customers.create", input).unwrap();
        shop.events.lock().unwrap().clear();
        shop.customer("Ada");
        let events = serde_json::to_value(&*shop.events.lock().unwrap()).unwrap();
        assert_eq!(events[0]["all"], true, "{events}");
    }
}
