//! The lists of one kind that are kept: found, followed, built, and forgotten when unused.

use super::asked::Span;
use super::head::head;
use super::list::{List, Window, follow, sorted};
use super::spec::{Few, Spec};
use super::{Reader, build};
use crate::error::Result;
use crate::journal::last_pos;
use crate::read::Read;
use rusqlite::{Connection, InterruptHandle};
use std::collections::HashMap;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// Lists that are kept: four bytes a row each.
const KEPT: usize = 6;
/// Lists built at the same time; beyond, the one that was asked for longest ago is given up.
const BUILDS: usize = 3;
/// Up to so many rows a list is built at once, while the caller waits.
pub(super) const SMALL_ROWS: i64 = 4_000;
/// Windows that end beyond wait for the list.
const HEAD_ROWS: usize = 1_000;
/// How long a window that came out too short waits for the list.
const PATIENCE: Duration = Duration::from_millis(25);

/// The kept lists of one kind.
pub(super) struct Lists<S: Spec> {
    shared: Arc<Shared<S>>,
}

/// What the callers share with the threads that build.
pub(super) struct Shared<S: Spec> {
    pub reader: Reader,
    state: Mutex<State<S>>,
    changed: Condvar,
}

struct State<S> {
    slots: HashMap<S, Slot>,
    tick: u64,
    building: usize,
    closed: bool,
}

struct Slot {
    content: Content,
    used: u64,
}

/// What the short way to a list leads to.
enum Short {
    List(Arc<List>),
    /// Some rows of many, or nothing where there are no look-ups.
    Some(Option<Vec<u32>>),
}

enum Content {
    Building(Option<InterruptHandle>),
    Ready(Arc<List>),
}

impl<S: Spec> Lists<S> {
    pub fn new(reader: Reader) -> Self {
        let state = State {
            slots: HashMap::new(),
            tick: 0,
            building: 0,
            closed: false,
        };
        let shared = Shared {
            reader,
            state: Mutex::new(state),
            changed: Condvar::new(),
        };
        Self {
            shared: Arc::new(shared),
        }
    }

    /// A window of a list.
    pub fn window(&self, read: Read<'_>, spec: S, span: Span) -> Result<Window> {
        let few = match self.short_way(read, &spec)? {
            Short::List(list) => return Ok(Window::of(&list, span)),
            Short::Some(few) => few,
        };
        build::start(&self.shared, &spec);
        if span.end() > HEAD_ROWS || !spec.is_indexed() {
            let list = self.built(read.conn, &spec)?;
            return Ok(Window::of(&list, span));
        }
        let ids = match few {
            Some(rows) => {
                let mut ids = sorted(read.conn, &spec, &rows)?;
                if span.descending {
                    ids.reverse();
                }
                ids
            }
            None => head(read.conn, &spec, span)?,
        };
        if ids.len() < span.end()
            && let Some(list) = self.shared.wait(&spec, Some(PATIENCE))
        {
            return Ok(Window::of(&list, span));
        }
        self.provisional(read, &spec, span, &ids)
    }

    /// The place of a row in a list, from 0.
    pub fn position(
        &self,
        read: Read<'_>,
        spec: S,
        descending: bool,
        no: i64,
    ) -> Result<Option<i64>> {
        let list = match self.short_way(read, &spec)? {
            Short::List(list) => list,
            Short::Some(_) => {
                build::start(&self.shared, &spec);
                self.built(read.conn, &spec)?
            }
        };
        let place = list.ids.iter().position(|id| i64::from(*id) == no);
        let last = list.ids.len().saturating_sub(1);
        Ok(place.map(|place| if descending { last - place } else { place } as i64))
    }

    /// Forgets every list that is there.
    pub fn forget(&self) {
        let mut state = self.shared.lock();
        state
            .slots
            .retain(|_, slot| matches!(slot.content, Content::Building(_)));
    }

    /// The list when it is kept or built in no time; else what a few look-ups found of it.
    fn short_way(&self, read: Read<'_>, spec: &S) -> Result<Short> {
        if let Some(list) = self.shared.current(read.conn, spec)? {
            return Ok(Short::List(list));
        }
        if read.row_count(S::NAME)? <= SMALL_ROWS {
            return build::now(&self.shared, read.conn, spec).map(Short::List);
        }
        let rows = match spec.few(read.conn)? {
            Few::All(rows) => rows,
            Few::Some(rows) => return Ok(Short::Some(Some(rows))),
            Few::None => return Ok(Short::Some(None)),
        };
        let pos = spec.pos(read.conn)?;
        let ids = sorted(read.conn, spec, &rows)?;
        Ok(Short::List(self.shared.keep(spec, List { ids, pos })))
    }

    /// Waits until the list is built; builds it here when that failed in the background.
    fn built(&self, conn: &Connection, spec: &S) -> Result<Arc<List>> {
        self.shared.wait(spec, None);
        match self.shared.current(conn, spec)? {
            Some(list) => Ok(list),
            None => build::now(&self.shared, conn, spec),
        }
    }

    /// A window of a list whose end is not known; without a filter its length is.
    fn provisional(&self, read: Read<'_>, spec: &S, span: Span, ids: &[u32]) -> Result<Window> {
        let bare = spec.is_bare();
        let total = if bare {
            read.row_count(S::NAME)?
        } else {
            ids.len() as i64
        };
        let (from, to) = (span.offset.min(ids.len()), span.end().min(ids.len()));
        let ids = ids[from..to].to_vec();
        Ok(Window {
            ids,
            total,
            complete: bare,
            offset: span.offset as i64,
        })
    }
}

impl<S: Spec> Drop for Lists<S> {
    /// Ends what is being built and waits for it, so that nothing holds the file any more.
    fn drop(&mut self) {
        let mut state = self.shared.lock();
        state.closed = true;
        for slot in state.slots.values() {
            interrupt(slot);
        }
        while state.building > 0 {
            state = self
                .shared
                .changed
                .wait(state)
                .unwrap_or_else(PoisonError::into_inner);
        }
    }
}

impl<S: Spec> Shared<S> {
    /// A kept list, brought up to the journal's end.
    pub fn current(&self, conn: &Connection, spec: &S) -> Result<Option<Arc<List>>> {
        let Some(list) = self.ready(spec) else {
            return Ok(None);
        };
        if list.pos >= last_pos(conn)? {
            return Ok(Some(list));
        }
        match follow(conn, spec, &list, spec.pos(conn)?)? {
            Some(list) => Ok(Some(self.keep(spec, list))),
            None => {
                self.lock().slots.remove(spec);
                Ok(None)
            }
        }
    }

    fn ready(&self, spec: &S) -> Option<Arc<List>> {
        let mut state = self.lock();
        state.tick += 1;
        let tick = state.tick;
        let slot = state.slots.get_mut(spec)?;
        slot.used = tick;
        match &slot.content {
            Content::Ready(list) => Some(list.clone()),
            Content::Building(_) => None,
        }
    }

    /// Keeps a list; the one unused for longest goes.
    pub fn keep(&self, spec: &S, list: List) -> Arc<List> {
        let list = Arc::new(list);
        let mut state = self.lock();
        state.tick += 1;
        let slot = Slot {
            content: Content::Ready(list.clone()),
            used: state.tick,
        };
        state.slots.insert(spec.clone(), slot);
        let ready = |slot: &Slot| matches!(slot.content, Content::Ready(_));
        while state.slots.values().filter(|slot| ready(slot)).count() > KEPT {
            let oldest = state.slots.iter().filter(|(_, slot)| ready(slot));
            let Some(oldest) = oldest.min_by_key(|(_, slot)| slot.used) else {
                break;
            };
            let oldest = oldest.0.clone();
            state.slots.remove(&oldest);
        }
        drop(state);
        self.changed.notify_all();
        list
    }

    /// Notes that a list is going to be built; false when it is not to be.
    pub fn begin(&self, spec: &S) -> bool {
        let mut state = self.lock();
        if state.closed || state.slots.contains_key(spec) {
            return false;
        }
        let building = |slot: &&Slot| matches!(slot.content, Content::Building(_));
        if state.slots.values().filter(building).count() >= BUILDS
            && let Some(oldest) = state.slots.values().filter(building).min_by_key(|s| s.used)
        {
            interrupt(oldest);
        }
        state.tick += 1;
        state.building += 1;
        let slot = Slot {
            content: Content::Building(None),
            used: state.tick,
        };
        state.slots.insert(spec.clone(), slot);
        true
    }

    /// Lets a build be interrupted; false when it need not go on at all.
    pub fn interruptible(&self, spec: &S, handle: InterruptHandle) -> bool {
        let mut state = self.lock();
        let open = !state.closed;
        if let Some(slot) = state.slots.get_mut(spec)
            && matches!(slot.content, Content::Building(_))
        {
            slot.content = Content::Building(Some(handle));
        }
        open
    }

    /// Notes that a build came to an end, with a list or without.
    pub fn end(&self, spec: &S, list: Option<List>) {
        match list {
            Some(list) => {
                self.keep(spec, list);
            }
            None => {
                let mut state = self.lock();
                let gone = |slot: &Slot| matches!(slot.content, Content::Building(_));
                if state.slots.get(spec).is_some_and(gone) {
                    state.slots.remove(spec);
                }
            }
        }
        self.lock().building -= 1;
        self.changed.notify_all();
    }

    /// Waits for a list that is being built; without a time for as long as that takes.
    fn wait(&self, spec: &S, patience: Option<Duration>) -> Option<Arc<List>> {
        let pending = |state: &mut State<S>| {
            let content = state.slots.get(spec).map(|slot| &slot.content);
            matches!(content, Some(Content::Building(_)))
        };
        let state = self.lock();
        let state = match patience {
            Some(time) => {
                let waited = self.changed.wait_timeout_while(state, time, pending);
                waited.unwrap_or_else(PoisonError::into_inner).0
            }
            None => {
                let waited = self.changed.wait_while(state, pending);
                waited.unwrap_or_else(PoisonError::into_inner)
            }
        };
        match &state.slots.get(spec)?.content {
            Content::Ready(list) => Some(list.clone()),
            Content::Building(_) => None,
        }
    }

    fn lock(&self) -> MutexGuard<'_, State<S>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn interrupt(slot: &Slot) {
    if let Content::Building(Some(handle)) = &slot.content {
        handle.interrupt();
    }
}
