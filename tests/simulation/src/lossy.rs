//! Places in a lossy world: calls that never arrive, answers that get lost, halves, repeats, mixed
//! orders and flipped bytes.

use std::cell::RefCell;
use std::collections::BTreeMap;

use hub::Store;
use sync::{About, Greeting, Place, PlaceError, Pulled, Record, Vector};
use uuid::Uuid;

use crate::device::BOOK;
use crate::dice::Dice;

/// The hub's store as a place, without a network.
pub struct SimHub<'a>(pub &'a Store);

fn refused(error: hub::HubError) -> PlaceError {
    match error {
        hub::HubError::Forked { seq } => PlaceError::Forked {
            device: Uuid::nil(),
            seq,
        },
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
            history: self.0.history().map_err(refused)?,
            held: self.0.held(BOOK).map_err(refused)?,
            ends: self.0.ends(BOOK).map_err(refused)?,
            ..Greeting::default()
        })
    }

    fn pull(&mut self, mine: &Vector) -> Result<Pulled, PlaceError> {
        let page = self.0.page(BOOK, mine).map_err(refused)?;
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
        match self.0.push((BOOK, b"device"), records, 0) {
            Ok(pushed) => Ok((pushed.held, 0)),
            Err(hub::HubError::Forked { seq }) => Err(PlaceError::Forked { device, seq }),
            Err(other) => Err(refused(other)),
        }
    }

    fn redact(&mut self, gone: &[(Uuid, u64)]) -> Result<(), PlaceError> {
        self.0.redact(BOOK, gone).map_err(refused)
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
