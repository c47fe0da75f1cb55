//! A device's book as the engine sees it; the wrong ones are here, too.

use std::cell::Cell;
use std::collections::BTreeMap;

use book::sync::{Batch, PlaceState};
use book::{Arrival, BookError, Likeness};
use domain::DeviceId;
use sync::{About, End, Greeting, Pulled, Record, Redactions, Replica, Seen, Span, Taken, Vector};
use uuid::Uuid;

use crate::device::Device;
use crate::world::Mutant;

/// A device at a place.
pub struct SimReplica<'a> {
    pub device: &'a Device,
    pub place: &'a str,
    pub mutant: Option<Mutant>,
    /// A name for it, should it need another.
    pub fresh: u128,
    /// The process is killed when this many more things were written; never when `None`.
    pub killed_after: Cell<Option<u32>>,
}

type Result<T> = std::result::Result<T, BookError>;

impl SimReplica<'_> {
    fn state(&self) -> Result<PlaceState> {
        let known = self.device.book().place(self.place)?;
        Ok(known.unwrap_or_else(|| PlaceState {
            place: self.place.to_owned(),
            ..PlaceState::default()
        }))
    }

    fn change(&self, change: impl FnOnce(&mut PlaceState)) -> Result<()> {
        let mut state = self.state()?;
        change(&mut state);
        self.device.book().keep_place(&state)
    }

    fn is(&self, mutant: Mutant) -> bool {
        self.mutant == Some(mutant)
    }

    /// Counts a write; the process may end with it.
    fn written(&self) -> Result<()> {
        match self.killed_after.get() {
            Some(0) => Err(BookError::Cancelled),
            Some(left) => {
                self.killed_after.set(Some(left - 1));
                Ok(())
            }
            None => Ok(()),
        }
    }

    /// Keeps as held what has only been read.
    fn believe(&self, pulled: &Pulled) -> Result<()> {
        self.change(|state| {
            for record in &pulled.records {
                let held = state.held.entry(DeviceId(record.device)).or_default();
                *held = record.seq.max(*held);
            }
        })
    }

    fn arrive(&self, pulled: &Pulled, cursors: Vec<(String, String)>) -> Result<Taken> {
        let records = pulled.records.iter();
        let entries: Vec<_> = records.filter_map(|record| record.entry().ok()).collect();
        if self.is(Mutant::BatchFails) && entries.iter().any(|entry| !entry.is_intact()) {
            return Err(BookError::Cancelled);
        }
        let received = self.device.book().receive_from(Arrival {
            place: self.place,
            at_ms: 0,
            entries,
            cursors,
        })?;
        Ok(Taken {
            applied: received.applied,
            refused: received.refused,
            seen: seen_of(&received.seen),
        })
    }
}

impl Replica for SimReplica<'_> {
    type Error = BookError;

    fn about(&self) -> Result<About> {
        let own = self.device.book().device()?;
        Ok(About {
            device: own.id.0,
            name: String::new(),
            prefix: own.prefix,
        })
    }

    fn vector(&self) -> Result<Vector> {
        let held = self.device.book().version_vector()?;
        let mut held: Vector = held.into_iter().map(|(id, seq)| (id.0, seq)).collect();
        // R1: what the cursor stands behind counts as held, so that nobody looks back for it.
        if self.is(Mutant::CursorFirst) {
            let believed = self.state()?.held;
            believed.iter().for_each(|(id, seq)| held.raise(id.0, *seq));
        }
        // R21: what a snapshot was said to hold counts as held.
        if self.is(Mutant::ClaimMore) {
            held.merge(&self.device.claimed);
        }
        Ok(held)
    }

    fn is_other(&self, device: Uuid, end: &End) -> Result<bool> {
        if self.is(Mutant::KeepName) {
            return Ok(false);
        }
        let held = self.device.book().hash_of(DeviceId(device), end.seq)?;
        Ok(held.is_some_and(|hash| End::new(end.seq, &hash) != *end))
    }

    fn cursors(&self) -> Result<BTreeMap<String, String>> {
        self.device.book().cursors(self.place)
    }

    fn greeted(&self, greeting: &Greeting) -> Result<i64> {
        for about in &greeting.devices {
            let id = DeviceId(about.device);
            self.device.book().describe_device(id, "", &about.prefix)?;
        }
        self.change(|state| {
            if state.history != greeting.history {
                state.redacted_no = 0;
            }
            state.history.clone_from(&greeting.history);
        })?;
        Ok(self.state()?.redacted_no)
    }

    fn read(&self, span: Span) -> Result<Vec<Record>> {
        let batch = Batch {
            entries: 7.min((span.to - span.after) as usize),
            bytes: usize::MAX,
        };
        // R2: what was acknowledged once is never given again.
        let known = self.state()?.held;
        let device = DeviceId(span.device);
        let remembered = known.get(&device).copied().unwrap_or(0);
        let entries = self
            .device
            .book()
            .entries_after(device, span.after, batch)?;
        let records = entries.iter().map(Record::of);
        if self.is(Mutant::TrustMemory) {
            return Ok(records.filter(|record| record.seq > remembered).collect());
        }
        Ok(records.collect())
    }

    fn take(&self, pulled: &Pulled) -> Result<Taken> {
        if self.is(Mutant::CursorFirst) {
            self.believe(pulled)?;
            self.arrive(&Pulled::default(), pulled.cursors.clone())?;
            self.written()?;
            return self.arrive(pulled, Vec::new());
        }
        let mut taken = self.arrive(pulled, pulled.cursors.clone())?;
        self.written()?;
        taken.refused += pulled.unreadable.len() as u64;
        if self.is(Mutant::KeepName) {
            taken.seen = Seen::default();
        }
        Ok(taken)
    }

    fn renew(&self, from: u64) -> Result<Uuid> {
        let fresh = DeviceId(Uuid::from_u128(self.fresh));
        let device = self.device.book().take_new_identity(fresh, Some(from))?;
        Ok(device.id.0)
    }

    fn acknowledged(&self, held: &Vector, _bytes: u64) -> Result<()> {
        self.written()?;
        self.change(|state| {
            for (device, seq) in held.iter() {
                let known = state.held.entry(DeviceId(device)).or_default();
                *known = (*known).max(seq);
            }
        })
    }

    fn redactions(&self, after: i64) -> Result<Redactions> {
        if self.is(Mutant::ForgetErasure) {
            return Ok((Vec::new(), after));
        }
        let found = self.device.book().redactions_after(after, 100)?;
        let last = found.last().map_or(after, |last| last.no);
        let gone = found.iter().map(|one| (one.device.0, one.seq));
        Ok((gone.collect(), last))
    }

    fn redacted(&self, last: i64) -> Result<()> {
        self.change(|state| state.redacted_no = last)
    }

    fn ended(&self, _failure: Option<&str>) -> Result<()> {
        Ok(())
    }
}

fn seen_of(found: &BTreeMap<DeviceId, Likeness>) -> Seen {
    let mut seen = Seen::default();
    for (device, known) in found {
        seen.note(device.0, known.same, known.other);
    }
    seen
}
