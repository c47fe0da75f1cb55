//! A place that is given nothing in clear, and believed nothing that is; or one that is not sealed,
//! whose sealed records are not taken for damaged ones.

use crate::place::{About, Greeting, Place, PlaceError, Pulled};
use crate::record::Record;
use crate::seal::{Opened, Ring, is_sealed};
use crate::vector::Vector;
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// A place whose records are sealed by the keys of a ring, which is asked for each time: a key may
/// come with the entries.
pub struct Sealed<'a, P: Place + ?Sized> {
    place: &'a mut P,
    ring: Option<&'a dyn Fn() -> Ring>,
}

impl<'a, P: Place + ?Sized> Sealed<'a, P> {
    /// A place behind keys; without any it is not sealed.
    pub fn new(place: &'a mut P, ring: Option<&'a dyn Fn() -> Ring>) -> Self {
        Self { place, ring }
    }
}

impl<P: Place + ?Sized> Place for Sealed<'_, P> {
    fn greet(
        &mut self,
        about: &About,
        cursors: &BTreeMap<String, String>,
    ) -> Result<Greeting, PlaceError> {
        self.place.greet(about, cursors)
    }

    fn pull(&mut self, mine: &Vector) -> Result<Pulled, PlaceError> {
        let pulled = self.place.pull(mine)?;
        match self.ring {
            Some(ring) => {
                let ring = ring();
                opened(pulled, |record| ring.open(record))
            }
            None => opened(pulled, in_clear),
        }
    }

    fn rewind(&mut self) -> Result<(), PlaceError> {
        self.place.rewind()
    }

    fn push(&mut self, records: &[Record]) -> Result<(u64, u64), PlaceError> {
        let Some(ring) = self.ring.map(|ring| ring()) else {
            return self.place.push(records);
        };
        let sealed: Option<Vec<Record>> = records.iter().map(|it| ring.seal(it)).collect();
        self.place.push(&sealed.ok_or(PlaceError::KeyMissing)?)
    }

    fn redact(&mut self, gone: &[(Uuid, u64)]) -> Result<(), PlaceError> {
        self.place.redact(gone)
    }
}

/// What was pulled, as far as there are keys for it. A journal is read up to the first entry that
/// there is none for: the key may come with another journal.
fn opened(pulled: Pulled, open: impl Fn(&Record) -> Opened) -> Result<Pulled, PlaceError> {
    let mut locked = BTreeSet::new();
    let (mut records, mut unreadable) = (Vec::new(), pulled.unreadable);
    for record in pulled.records {
        if locked.contains(&record.device) {
            continue;
        }
        match open(&record) {
            Opened::Record(record) => records.push(record),
            Opened::Broken => unreadable.push((record.seq, record.body)),
            Opened::NoKey => {
                locked.insert(record.device);
            }
        }
    }
    if !locked.is_empty() && records.is_empty() && unreadable.is_empty() {
        return Err(PlaceError::KeyMissing);
    }
    Ok(Pulled {
        records,
        unreadable,
        more: pulled.more || !locked.is_empty(),
        ..pulled
    })
}

/// A record of a place that is not sealed.
fn in_clear(record: &Record) -> Opened {
    match is_sealed(record) {
        true => Opened::NoKey,
        false => Opened::Record(record.clone()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::sample;
    use crate::seal::Key;

    /// A place that has what was pushed.
    #[derive(Default)]
    struct Shelf(Vec<Record>);

    impl Place for Shelf {
        fn greet(
            &mut self,
            _: &About,
            _: &BTreeMap<String, String>,
        ) -> Result<Greeting, PlaceError> {
            Ok(Greeting::default())
        }

        fn pull(&mut self, mine: &Vector) -> Result<Pulled, PlaceError> {
            let lacks = |it: &&Record| it.seq > mine.get(it.device);
            Ok(Pulled {
                records: self.0.iter().filter(lacks).cloned().collect(),
                ..Pulled::default()
            })
        }

        fn rewind(&mut self) -> Result<(), PlaceError> {
            Ok(())
        }

        fn push(&mut self, records: &[Record]) -> Result<(u64, u64), PlaceError> {
            self.0.extend_from_slice(records);
            Ok((records.len() as u64, 0))
        }

        fn redact(&mut self, _: &[(Uuid, u64)]) -> Result<(), PlaceError> {
            Ok(())
        }
    }

    fn refused(pulled: Result<Pulled, PlaceError>) -> bool {
        pulled == Err(PlaceError::KeyMissing)
    }

    #[test]
    fn a_place_never_sees_what_it_keeps_and_another_key_takes_nothing_from_it() {
        let mut shelf = Shelf::default();
        let (ours, theirs) = (Ring::fresh().unwrap(), Ring::fresh().unwrap());
        let records = [sample(1, 1), sample(1, 2), sample(1, 3)];
        let ring = || ours.clone();
        let mut place = Sealed::new(&mut shelf, Some(&ring));
        place.push(&records).unwrap();
        assert_eq!(place.pull(&Vector::default()).unwrap().records, records);
        assert!(shelf.0.iter().all(|it| it.entry().is_err()));
        let ring = || theirs.clone();
        let other = Sealed::new(&mut shelf, Some(&ring)).pull(&Vector::default());
        assert!(refused(other));
        let in_clear = Sealed::new(&mut shelf, None).pull(&Vector::default());
        assert!(refused(in_clear), "sealed is not damaged");
        let ring = Ring::default;
        let mut keyless = Sealed::new(&mut shelf, Some(&ring));
        assert!(
            keyless.push(&records).is_err(),
            "nothing goes there in clear"
        );
    }

    #[test]
    fn what_nobody_sealed_is_put_aside() {
        let mut shelf = Shelf(vec![sample(1, 1)]);
        let ours = Ring::fresh().unwrap();
        let ring = || ours.clone();
        let pulled = Sealed::new(&mut shelf, Some(&ring)).pull(&Vector::default());
        let pulled = pulled.unwrap();
        assert_eq!((pulled.records.len(), pulled.unreadable.len()), (0, 1));
    }

    #[test]
    fn a_journal_waits_for_its_key_and_holds_up_no_other() {
        let old = Ring::fresh().unwrap();
        let mut new = old.clone();
        let key = Key::fresh().unwrap();
        new.add(key);
        new.arrange(&[(key.name(), (Uuid::from_u128(1), 1))]);
        let mut shelf = Shelf::default();
        let ring = || new.clone();
        let mut writer = Sealed::new(&mut shelf, Some(&ring));
        let records = [sample(2, 1), sample(1, 1), sample(1, 2)];
        writer.push(&records).unwrap();
        let ring = || old.clone();
        let mut reader = Sealed::new(&mut shelf, Some(&ring));
        let pulled = reader.pull(&Vector::default()).unwrap();
        assert!(pulled.more && pulled.records == [sample(1, 1)]);
        let mut mine = Vector::default();
        mine.raise(Uuid::from_u128(1), 1);
        assert!(refused(reader.pull(&mine)));
    }
}
