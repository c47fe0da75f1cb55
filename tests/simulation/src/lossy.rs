//! Places in a lossy world: calls that never arrive, answers that get lost, halves, repeats, mixed
//! orders and flipped bytes.

use std::cell::RefCell;
use std::collections::BTreeMap;

use hub::{HubError, Store};
use sync::shelf::Shelves;
use sync::snapshot::{Begun, ChunkName, Listing, Shelf};
use sync::{About, Greeting, Place, PlaceError, Pulled, Record, Vector};
use uuid::Uuid;

use crate::device::BOOK;
use crate::dice::Dice;

/// The hub's store as a place, without a network.
pub struct SimHub<'a> {
    /// What it keeps.
    pub store: &'a Store,
    /// The number of the device that calls.
    pub caller: u8,
    /// Its clock.
    pub now_ms: i64,
    /// R21, erasure: it keeps snapshots whatever is erased.
    pub keeps_snapshots: bool,
}

fn refused(error: HubError) -> PlaceError {
    match error {
        HubError::Forked { seq } => PlaceError::Forked {
            device: Uuid::nil(),
            seq,
        },
        // A device goes by these words; everything else it tries again later.
        HubError::Busy | HubError::Outdated | HubError::Unknown => {
            PlaceError::Refused(error.code().to_owned())
        }
        other => PlaceError::Away(other.to_string()),
    }
}

impl Place for SimHub<'_> {
    fn greet(
        &mut self,
        _about: &About,
        _cursors: &BTreeMap<String, String>,
    ) -> Result<Greeting, PlaceError> {
        Ok(Greeting {
            history: self.store.history().map_err(refused)?,
            held: self.store.held(BOOK).map_err(refused)?,
            ends: self.store.ends(BOOK).map_err(refused)?,
            ..Greeting::default()
        })
    }

    fn pull(&mut self, mine: &Vector) -> Result<Pulled, PlaceError> {
        let page = self.store.page(BOOK, mine).map_err(refused)?;
        Ok(Pulled {
            records: page.records,
            held: page.held,
            more: page.more,
            ..Pulled::default()
        })
    }

    fn rewind(&mut self) -> Result<(), PlaceError> {
        Ok(())
    }

    fn push(&mut self, records: &[Record]) -> Result<(u64, u64), PlaceError> {
        let Some(device) = records.first().map(|record| record.device) else {
            return Ok((0, 0));
        };
        match self.store.push((BOOK, b"device"), records, 0) {
            Ok(pushed) => Ok((pushed.held, 0)),
            Err(HubError::Forked { seq }) => Err(PlaceError::Forked { device, seq }),
            Err(other) => Err(refused(other)),
        }
    }

    fn redact(&mut self, gone: &[(Uuid, u64)]) -> Result<(), PlaceError> {
        let kept = self.keeps_snapshots.then(|| self.taken_off()).flatten();
        self.store.redact(BOOK, gone).map_err(refused)?;
        if let Some((listing, chunks)) = kept {
            let begun = self.begin(true)?;
            chunks.iter().try_for_each(|it| self.give_chunk(it))?;
            self.give(&begun, &listing)?;
        }
        Ok(())
    }
}

impl SimHub<'_> {
    fn holder(&self) -> [u8; 1] {
        [self.caller]
    }

    /// The snapshot with its chunks.
    fn taken_off(&mut self) -> Option<(Listing, Vec<Vec<u8>>)> {
        let listing = self.shelf().ok()?.newest?;
        let chunks = listing
            .chunks
            .iter()
            .map(|name| self.store.chunk(BOOK, name));
        let chunks = chunks.collect::<Result<_, _>>().ok()?;
        Some((listing, chunks))
    }
}

impl Shelves for SimHub<'_> {
    fn shelf(&mut self) -> Result<Shelf, PlaceError> {
        self.store.shelf(BOOK).map_err(refused)
    }

    fn begin(&mut self, by_hand: bool) -> Result<Begun, PlaceError> {
        let caller = (BOOK, &self.holder()[..]);
        let begun = self.store.begin_snapshot(caller, by_hand, self.now_ms);
        begun.map_err(refused)
    }

    fn lacks(&mut self, name: &ChunkName) -> Result<bool, PlaceError> {
        self.store.lacks_chunk(BOOK, name).map_err(refused)
    }

    fn give_chunk(&mut self, bytes: &[u8]) -> Result<(), PlaceError> {
        let caller = (BOOK, &self.holder()[..]);
        let put = self.store.put_chunk(caller, bytes, self.now_ms);
        put.map_err(refused)
    }

    fn give(&mut self, begun: &Begun, listing: &Listing) -> Result<(), PlaceError> {
        let caller = (BOOK, &self.holder()[..]);
        let put = self
            .store
            .put_snapshot(caller, (begun, listing), self.now_ms);
        put.map_err(refused)
    }

    fn chunk(&mut self, name: &ChunkName) -> Result<Vec<u8>, PlaceError> {
        self.store.chunk(BOOK, name).map_err(refused)
    }
}

impl<P: Shelves> Shelves for Lossy<'_, P> {
    fn shelf(&mut self) -> Result<Shelf, PlaceError> {
        self.arrive()?;
        self.inner.shelf()
    }

    fn begin(&mut self, by_hand: bool) -> Result<Begun, PlaceError> {
        self.arrive()?;
        let begun = self.inner.begin(by_hand)?;
        self.arrive()?;
        Ok(begun)
    }

    fn lacks(&mut self, name: &ChunkName) -> Result<bool, PlaceError> {
        self.arrive()?;
        self.inner.lacks(name)
    }

    fn give_chunk(&mut self, bytes: &[u8]) -> Result<(), PlaceError> {
        self.arrive()?;
        self.inner.give_chunk(bytes)?;
        self.arrive()
    }

    fn give(&mut self, begun: &Begun, listing: &Listing) -> Result<(), PlaceError> {
        self.arrive()?;
        self.inner.give(begun, listing)?;
        self.arrive()
    }

    fn chunk(&mut self, name: &ChunkName) -> Result<Vec<u8>, PlaceError> {
        self.arrive()?;
        let mut bytes = self.inner.chunk(name)?;
        if self.once_in(4) {
            let at = self.dice.borrow_mut().throw(bytes.len() as u64) as usize;
            bytes[at] ^= 0x10;
        }
        Ok(bytes)
    }
}

/// A place that is not to be relied on.
pub struct Lossy<'a, P> {
    pub inner: P,
    pub dice: &'a RefCell<Dice>,
    /// Nothing is lost.
    pub healed: bool,
}

impl<P> Lossy<'_, P> {
    fn once_in(&self, of: u64) -> bool {
        !self.healed && self.dice.borrow_mut().once_in(of)
    }

    fn arrive(&self) -> Result<(), PlaceError> {
        match self.once_in(9) {
            true => Err(PlaceError::Away("lost".to_owned())),
            false => Ok(()),
        }
    }

    fn mix(&self, records: &mut Vec<Record>) {
        if self.once_in(4) {
            let again: Vec<Record> = records.iter().step_by(2).cloned().collect();
            records.extend(again);
        }
        if self.once_in(4) {
            for at in (1..records.len()).rev() {
                let other = self.dice.borrow_mut().throw(at as u64 + 1) as usize;
                records.swap(at, other);
            }
        }
        if self.once_in(6) {
            let at = self.dice.borrow_mut().throw(records.len() as u64) as usize;
            if let Some(record) = records.get_mut(at) {
                record.hash[5] ^= 1;
            }
        }
    }
}

impl<P: Place> Place for Lossy<'_, P> {
    fn greet(
        &mut self,
        about: &About,
        cursors: &BTreeMap<String, String>,
    ) -> Result<Greeting, PlaceError> {
        self.arrive()?;
        self.inner.greet(about, cursors)
    }

    fn pull(&mut self, mine: &Vector) -> Result<Pulled, PlaceError> {
        self.arrive()?;
        let mut pulled = self.inner.pull(mine)?;
        // What is read from a file is what is in the file.
        if pulled.cursors.is_empty() {
            self.mix(&mut pulled.records);
        }
        self.arrive()?;
        Ok(pulled)
    }

    fn rewind(&mut self) -> Result<(), PlaceError> {
        self.inner.rewind()
    }

    fn push(&mut self, records: &[Record]) -> Result<(u64, u64), PlaceError> {
        self.arrive()?;
        if self.once_in(8) {
            self.inner.push(&records[..records.len().div_ceil(2)])?;
            return Err(PlaceError::Away("cut".to_owned()));
        }
        let pushed = self.inner.push(records)?;
        self.arrive()?;
        Ok(pushed)
    }

    fn redact(&mut self, gone: &[(Uuid, u64)]) -> Result<(), PlaceError> {
        self.arrive()?;
        self.inner.redact(gone)?;
        self.arrive()
    }
}
