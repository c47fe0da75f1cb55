//! A file to and from a place that is not to be relied on, and that may be hostile.

use super::*;
use std::cell::Cell;
use std::collections::BTreeMap;
use uuid::Uuid;

/// A hub that has what it was given, and does not answer at times.
#[derive(Default)]
struct Attic {
    chunks: BTreeMap<String, Vec<u8>>,
    listing: Option<Listing>,
    given: usize,
    fetched: usize,
    /// Every so many calls one does not arrive.
    lost_every: usize,
    calls: usize,
    /// Nothing answers after so many chunks.
    ends_after: Option<usize>,
}

impl Attic {
    fn call(&mut self) -> Result<(), PlaceError> {
        self.calls += 1;
        let is_lost = self.lost_every > 0 && self.calls.is_multiple_of(self.lost_every);
        let has_ended = self.ends_after.is_some_and(|most| self.fetched >= most);
        match is_lost || has_ended {
            true => Err(PlaceError::Away("lost".into())),
            false => Ok(()),
        }
    }
}

impl Shelves for Attic {
    fn shelf(&mut self) -> Result<Shelf, PlaceError> {
        Ok(Shelf::default())
    }

    fn begin(&mut self, _: bool) -> Result<Begun, PlaceError> {
        Ok(Begun::default())
    }

    fn lacks(&mut self, name: &ChunkName) -> Result<bool, PlaceError> {
        self.call()?;
        Ok(!self.chunks.contains_key(name))
    }

    fn give_chunk(&mut self, bytes: &[u8]) -> Result<(), PlaceError> {
        self.call()?;
        self.given += 1;
        self.chunks.insert(hash_of(bytes), bytes.to_vec());
        Ok(())
    }

    fn give(&mut self, _: &Begun, listing: &Listing) -> Result<(), PlaceError> {
        self.call()?;
        self.listing = Some(listing.clone());
        Ok(())
    }

    fn chunk(&mut self, name: &ChunkName) -> Result<Vec<u8>, PlaceError> {
        self.call()?;
        self.fetched += 1;
        let unknown = || PlaceError::Refused("unknown".into());
        self.chunks.get(name).cloned().ok_or_else(unknown)
    }
}

const PACE: Pace<'_> = Pace {
    on: &|_, _| true,
    pause: &|_| (),
};

/// A file of three chunks, none like another.
fn file(folder: &Path) -> (std::path::PathBuf, Vec<u8>) {
    let bytes: Vec<u8> = (0..2 * CHUNK_BYTES as u64 + 99)
        .map(|at| (at / 1_000 % 251) as u8)
        .collect();
    let path = folder.join("file");
    std::fs::write(&path, &bytes).unwrap();
    (path, bytes)
}

fn held() -> Vector {
    [(Uuid::from_u128(1), 7)].into_iter().collect()
}

fn given(attic: &mut Attic, path: &Path, ring: Option<&Ring>) -> Result<Listing, Failure> {
    upload(attic, (&Begun::default(), ring), (path, &held(), 5), &PACE)
}

#[test]
fn a_file_goes_there_and_back_over_a_place_that_is_not_to_be_relied_on() {
    let folder = tempfile::tempdir().unwrap();
    let (path, bytes) = file(folder.path());
    let ring = Ring::fresh().unwrap();
    for ring in [None, Some(&ring)] {
        let mut attic = Attic {
            lost_every: 3,
            ..Attic::default()
        };
        let listing = given(&mut attic, &path, ring).unwrap();
        assert_eq!(attic.listing.as_ref(), Some(&listing));
        assert_eq!(attic.given, 3);
        let manifest = manifest_of(&listing, ring).unwrap();
        let to = folder.path().join(format!("back-{}", ring.is_some()));
        download(&mut attic, (&manifest, ring), &to, &PACE).unwrap();
        assert_eq!(std::fs::read(&to).unwrap(), bytes);
        // What is there is not sent again.
        given(&mut attic, &path, ring).unwrap();
        assert_eq!(attic.given, 3);
    }
}

#[test]
fn a_download_that_broke_off_goes_on_where_it_was_and_mends_what_is_wrong() {
    let folder = tempfile::tempdir().unwrap();
    let (path, bytes) = file(folder.path());
    let mut attic = Attic::default();
    let listing = given(&mut attic, &path, None).unwrap();
    let manifest = manifest_of(&listing, None).unwrap();
    let to = folder.path().join("back");
    attic.ends_after = Some(2);
    let ended = download(&mut attic, (&manifest, None), &to, &PACE);
    assert!(matches!(ended, Err(Failure::Place(PlaceError::Away(_)))));
    attic.ends_after = None;
    download(&mut attic, (&manifest, None), &to, &PACE).unwrap();
    assert_eq!(attic.fetched, 3);
    let mut rotten = std::fs::read(&to).unwrap();
    rotten[9] ^= 1;
    rotten.extend(b"more than there is");
    std::fs::write(&to, rotten).unwrap();
    download(&mut attic, (&manifest, None), &to, &PACE).unwrap();
    assert_eq!(
        (attic.fetched, std::fs::read(&to).unwrap() == bytes),
        (4, true)
    );
}

#[test]
fn chunks_that_are_others_and_listings_that_claim_more_are_not_taken() {
    let folder = tempfile::tempdir().unwrap();
    let (path, _) = file(folder.path());
    let (ours, theirs) = (Ring::fresh().unwrap(), Ring::fresh().unwrap());
    let mut attic = Attic::default();
    let listing = given(&mut attic, &path, Some(&ours)).unwrap();
    assert_eq!(manifest_of(&listing, Some(&theirs)), None);
    assert_eq!(manifest_of(&listing, None), None);
    let mut more = listing.clone();
    more.held.raise(Uuid::from_u128(1), 8);
    assert_eq!(manifest_of(&more, Some(&ours)), None, "it claims more");
    let manifest = manifest_of(&listing, Some(&ours)).unwrap();
    let other = attic.chunks.values().next().unwrap().clone();
    attic
        .chunks
        .values_mut()
        .for_each(|it| it.clone_from(&other));
    let to = folder.path().join("back");
    let tried = Cell::new(0);
    let pace = Pace {
        on: &|_, _| true,
        pause: &|_| tried.set(tried.get() + 1),
    };
    let wrong = download(&mut attic, (&manifest, Some(&ours)), &to, &pace);
    assert!(matches!(wrong, Err(Failure::Place(PlaceError::Away(_)))));
    assert_eq!(tried.get(), TRIES - 1);
    attic.chunks.clear();
    let gone = download(&mut attic, (&manifest, Some(&ours)), &to, &pace);
    let unknown = Failure::Place(PlaceError::Refused("unknown".into()));
    assert_eq!(gone, Err(unknown));
}

#[test]
fn whoever_wants_no_more_is_heard() {
    let folder = tempfile::tempdir().unwrap();
    let (path, _) = file(folder.path());
    let mut attic = Attic::default();
    let pace = Pace {
        on: &|done, total| done == total,
        pause: &|_| (),
    };
    let asked = (&Begun::default(), None);
    let ended = upload(&mut attic, asked, (&path, &held(), 5), &pace);
    assert_eq!(ended, Err(Failure::Cancelled));
    assert_eq!(attic.listing, None, "no half snapshot");
}
