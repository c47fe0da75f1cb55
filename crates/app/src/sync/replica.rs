//! The open book as the engine sees it: what it holds, entries going out and coming in.
use std::collections::BTreeMap;

use ::book::sync::{Batch, PlaceState, SnapshotState};
use ::book::{Arrival, BookError, Likeness};
use domain::DeviceId;
use sync::limits::{BATCH_BYTES, BATCH_ENTRIES, REDACTIONS};
use sync::{About, End, Greeting, Pulled, Record, Redactions, Replica, Seen, Span, Taken, Vector};
use uuid::Uuid;

use crate::App;
use crate::desk::OpenBook;

/// The open book and the place that it is copied to and from.
pub(super) struct BookReplica<'a> {
    pub app: &'a App,
    pub open: &'a OpenBook,
    pub place: &'a str,
}

/// Contacts closer to each other than this are one.
const CONTACT_MS: i64 = 60_000;

type Result<T> = std::result::Result<T, BookError>;

impl BookReplica<'_> {
    fn state(&self) -> Result<PlaceState> {
        let known = self.open.book.place(self.place)?;
        Ok(known.unwrap_or_else(|| PlaceState {
            place: self.place.to_owned(),
            ..PlaceState::default()
        }))
    }

    fn change(&self, change: impl FnOnce(&mut PlaceState)) -> Result<()> {
        let before = self.state()?;
        let mut state = before.clone();
        change(&mut state);
        if state == before {
            return Ok(());
        }
        self.open.book.keep_place(&state)
    }

    /// Notes what devices say of themselves. Of two that have one prefix the one with the lower id
    /// keeps it; this device takes another where it is the other one.
    fn meet(&self, devices: &[About]) -> Result<()> {
        let own = self.open.book.device()?;
        for about in devices.iter().filter(|about| about.device != own.id.0) {
            let id = DeviceId(about.device);
            self.open
                .book
                .describe_device(id, &about.name, &about.prefix)?;
        }
        let mut others = devices.iter().filter(|other| !other.prefix.is_empty());
        if others.any(|other| other.prefix == own.prefix && other.device < own.id.0) {
            let taken: Vec<String> = devices.iter().map(|it| it.prefix.clone()).collect();
            let prefix = self.open.book.free_prefix(&taken)?;
            self.open.book.describe_device(own.id, "", &prefix)?;
        }
        Ok(())
    }
}

impl Replica for BookReplica<'_> {
    type Error = BookError;

    fn about(&self) -> Result<About> {
        let own = self.open.book.device()?;
        Ok(About {
            device: own.id.0,
            name: own.name,
            prefix: own.prefix,
        })
    }

    fn vector(&self) -> Result<Vector> {
        let held = self.open.book.version_vector()?;
        Ok(held.into_iter().map(|(id, seq)| (id.0, seq)).collect())
    }

    fn is_other(&self, device: Uuid, end: &End) -> Result<bool> {
        let held = self.open.book.hash_of(DeviceId(device), end.seq)?;
        Ok(held.is_some_and(|hash| End::new(end.seq, &hash) != *end))
    }

    fn cursors(&self) -> Result<BTreeMap<String, String>> {
        self.open.book.cursors(self.place)
    }

    fn greeted(&self, greeting: &Greeting) -> Result<i64> {
        self.meet(&greeting.devices)?;
        if self.state()?.history != greeting.history {
            // It may have lost pages, or shows some again that were withdrawn.
            self.open.book.forget_pages_sent(self.place)?;
        }
        let now_ms = self.app.now_ms();
        self.change(|state| {
            if state.history != greeting.history {
                // Another history may have come back with what had been let go of.
                state.redacted_no = 0;
            }
            state.history.clone_from(&greeting.history);
            state.held = held_of(&greeting.held);
            // Not every look at a folder is worth a write to the disk.
            if state
                .contact_ms
                .is_none_or(|last| (now_ms - last).abs() >= CONTACT_MS)
            {
                state.contact_ms = Some(now_ms);
            }
            state.offset_ms = greeting.clock_ms.map(|clock_ms| clock_ms - now_ms);
            state.snapshot = greeting.snapshot.map(|there| SnapshotState {
                came_ms: there.came_ms,
                bytes: there.bytes,
                entries: there.entries,
            });
        })?;
        Ok(self.state()?.redacted_no)
    }

    fn read(&self, span: Span) -> Result<Vec<Record>> {
        let batch = Batch {
            entries: BATCH_ENTRIES.min((span.to - span.after) as usize),
            bytes: BATCH_BYTES,
        };
        let device = DeviceId(span.device);
        let entries = self.open.book.entries_after(device, span.after, batch)?;
        Ok(entries.iter().map(Record::of).collect())
    }

    fn take(&self, pulled: &Pulled) -> Result<Taken> {
        let at_ms = self.app.now_ms();
        let mut taken = Taken::default();
        let mut entries = Vec::with_capacity(pulled.records.len());
        for record in &pulled.records {
            match record.entry() {
                Ok(entry) => entries.push(entry),
                Err(_) => {
                    taken.refused += 1;
                    let source = (self.place, at_ms);
                    self.open
                        .book
                        .quarantine_bytes(source, record.seq, &record.body)?;
                }
            }
        }
        for (at, bytes) in &pulled.unreadable {
            taken.refused += 1;
            let source = (self.place, at_ms);
            self.open.book.quarantine_bytes(source, *at, bytes)?;
        }
        self.meet(&pulled.devices)?;
        if entries.is_empty() && pulled.cursors.is_empty() {
            return Ok(taken);
        }
        let received = self.open.book.receive_from(Arrival {
            place: self.place,
            at_ms,
            entries,
            cursors: pulled.cursors.clone(),
        })?;
        if received.cut {
            self.open.views.forget();
        }
        if received.applied > 0 {
            self.app.tell_foreign(self.open);
        }
        let held = held_of(&pulled.held);
        self.change(|state| {
            merge(&mut state.held, &held);
            state.bytes_in = state.bytes_in.saturating_add_unsigned(pulled.bytes);
        })?;
        Ok(Taken {
            applied: received.applied,
            refused: taken.refused + received.refused,
            seen: seen_of(&received.seen),
        })
    }

    fn renew(&self, from: u64) -> Result<Uuid> {
        let fresh = DeviceId(self.app.new_id());
        let device = self.open.book.take_new_identity(fresh, Some(from))?;
        self.open.views.forget();
        self.app.tell_foreign(self.open);
        Ok(device.id.0)
    }

    fn acknowledged(&self, held: &Vector, bytes: u64) -> Result<()> {
        let held = held_of(held);
        self.change(|state| {
            merge(&mut state.held, &held);
            state.bytes_out = state.bytes_out.saturating_add_unsigned(bytes);
        })
    }

    fn redactions(&self, after: i64) -> Result<Redactions> {
        let found = self.open.book.redactions_after(after, REDACTIONS)?;
        let last = found.last().map_or(after, |last| last.no);
        let gone = found.iter().map(|one| (one.device.0, one.seq));
        Ok((gone.collect(), last))
    }

    fn redacted(&self, last: i64) -> Result<()> {
        self.change(|state| state.redacted_no = last)
    }

    fn ended(&self, failure: Option<&str>) -> Result<()> {
        self.change(|state| state.failure = failure.map(str::to_owned))
    }
}

fn held_of(vector: &Vector) -> BTreeMap<DeviceId, u64> {
    let held = vector.iter();
    held.map(|(device, seq)| (DeviceId(device), seq)).collect()
}

fn merge(held: &mut BTreeMap<DeviceId, u64>, more: &BTreeMap<DeviceId, u64>) {
    for (device, seq) in more {
        let known = held.entry(*device).or_default();
        *known = (*known).max(*seq);
    }
}

fn seen_of(found: &BTreeMap<DeviceId, Likeness>) -> Seen {
    let mut seen = Seen::default();
    for (device, known) in found {
        seen.note(device.0, known.same, known.other);
    }
    seen
}
