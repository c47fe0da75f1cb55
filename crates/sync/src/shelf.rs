//! Snapshots to and from a hub, chunk by chunk. What is there is not sent, what has come is not
//! fetched again, and nothing is believed that does not have the hash it was asked for by.

use crate::drive::Failure;
use crate::limits::{CHUNK_BYTES, MANIFEST_BYTES};
use crate::place::PlaceError;
use crate::seal::{Kept, Ring, shelved, unshelved};
use crate::snapshot::{Begun, Chunk, ChunkName, FORMAT, Listing, Manifest, Shelf};
use crate::vector::Vector;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use ring::digest::{SHA256, digest};
use std::fs::File;
use std::io::{Read, Seek as _, SeekFrom, Write as _};
use std::path::Path;

/// A hub, as far as snapshots go.
pub trait Shelves {
    /// What is there.
    ///
    /// # Errors
    /// When it is away, refuses, or knows no snapshots.
    fn shelf(&mut self) -> Result<Shelf, PlaceError>;

    /// Asks to make a snapshot: one device at a time does. `by_hand` also soon after the last one.
    ///
    /// # Errors
    /// `Refused` with `busy` when another device is at it, or the last one is too young.
    fn begin(&mut self, by_hand: bool) -> Result<Begun, PlaceError>;

    /// Whether a chunk is missing there.
    ///
    /// # Errors
    /// When it is away or refuses.
    fn lacks(&mut self, name: &ChunkName) -> Result<bool, PlaceError>;

    /// Gives a chunk.
    ///
    /// # Errors
    /// When it is away or refuses; `full` when the book has more than the hub keeps.
    fn give_chunk(&mut self, bytes: &[u8]) -> Result<(), PlaceError>;

    /// Gives the listing of a snapshot whose chunks are all there. It takes the place of the one
    /// before.
    ///
    /// # Errors
    /// `Refused` with `outdated` when something was erased since it was begun, or a chunk is
    /// missing.
    fn give(&mut self, begun: &Begun, listing: &Listing) -> Result<(), PlaceError>;

    /// A chunk.
    ///
    /// # Errors
    /// `Refused` with `unknown` when it is not there (any more).
    fn chunk(&mut self, name: &ChunkName) -> Result<Vec<u8>, PlaceError>;
}

/// How the work is gone about.
pub struct Pace<'a> {
    /// Hears how many bytes of how many are done; `false` means no more.
    pub on: &'a dyn Fn(u64, u64) -> bool,
    /// Waits before something is tried again for the given time, after the first failure with 1.
    pub pause: &'a dyn Fn(u32),
}

/// How often in a row something is tried that fails because the place does not answer.
const TRIES: u32 = 6;

/// Gives a file that holds `held` as a snapshot: sealed where there is a ring.
///
/// # Errors
/// When the file cannot be read, the place refuses, or whoever waits wants no more.
pub fn upload<S: Shelves + ?Sized>(
    place: &mut S,
    (begun, ring): (&Begun, Option<&Ring>),
    (file, held, made_ms): (&Path, &Vector, i64),
    pace: &Pace<'_>,
) -> Result<Listing, Failure> {
    let mut file = File::open(file).map_err(of_file)?;
    let bytes = file.metadata().map_err(of_file)?.len();
    let mut manifest = Manifest {
        format: FORMAT,
        held: held.clone(),
        bytes,
        chunks: Vec::new(),
    };
    let mut content = vec![0; CHUNK_BYTES];
    let mut done = 0;
    while done < bytes {
        let left = (bytes - done).min(CHUNK_BYTES as u64) as usize;
        let part = &mut content[..left];
        file.read_exact(part).map_err(of_file)?;
        let kept = shelved(ring, Kept::Chunk, part).ok_or(PlaceError::KeyMissing)?;
        let name = hash_of(&kept);
        if again(pace, || place.lacks(&name))? {
            again(pace, || place.give_chunk(&kept))?;
        }
        let hash = hash_of(part);
        manifest.chunks.push(Chunk { name, hash });
        done += left as u64;
        go_on(pace, done, bytes)?;
    }
    let listing = listed(&manifest, ring, made_ms)?;
    again(pace, || place.give(begun, &listing))?;
    Ok(listing)
}

fn listed(manifest: &Manifest, ring: Option<&Ring>, made_ms: i64) -> Result<Listing, Failure> {
    let text = serde_json::to_vec(manifest).map_err(of_file)?;
    let kept = shelved(ring, Kept::Manifest, &text).ok_or(PlaceError::KeyMissing)?;
    Ok(Listing {
        held: manifest.held.clone(),
        made_ms,
        bytes: manifest.bytes,
        chunks: manifest.chunks.iter().map(|it| it.name.clone()).collect(),
        manifest: BASE64.encode(kept),
    })
}

/// The manifest of a listing; `None` when it is not one of the book's, as far as the ring tells.
pub fn manifest_of(listing: &Listing, ring: Option<&Ring>) -> Option<Manifest> {
    if !listing.is_sound() {
        return None;
    }
    let kept = BASE64.decode(&listing.manifest).ok()?;
    let text = unshelved(ring, Kept::Manifest, &kept, MANIFEST_BYTES)?;
    Manifest::read(&text).filter(|manifest| manifest.is_of(listing))
}

/// Fetches the file of a snapshot. What lies at `to` from an earlier try and is right stays.
///
/// # Errors
/// When the place is away or refuses, what comes is not what was asked for, the file cannot be
/// written, or whoever waits wants no more. What has come stays for the next try.
pub fn download<S: Shelves + ?Sized>(
    place: &mut S,
    (manifest, ring): (&Manifest, Option<&Ring>),
    to: &Path,
    pace: &Pace<'_>,
) -> Result<(), Failure> {
    let mut opening = std::fs::OpenOptions::new();
    opening.read(true).write(true).create(true).truncate(false);
    let mut file = opening.open(to).map_err(of_file)?;
    for (index, chunk) in manifest.chunks.iter().enumerate() {
        let (begin, length) = manifest.place(index);
        if !is_there(&mut file, (begin, length), chunk) {
            let content = again(pace, || fetched(place, chunk, (ring, length)))?;
            file.seek(SeekFrom::Start(begin)).map_err(of_file)?;
            file.write_all(&content).map_err(of_file)?;
        }
        go_on(pace, begin + length as u64, manifest.bytes)?;
    }
    file.set_len(manifest.bytes).map_err(of_file)?;
    file.sync_all().map_err(of_file)
}

/// Whether a part of the file is there from before.
fn is_there(file: &mut File, (begin, length): (u64, usize), chunk: &Chunk) -> bool {
    let mut found = Vec::new();
    let read = file
        .seek(SeekFrom::Start(begin))
        .and_then(|_| file.take(length as u64).read_to_end(&mut found));
    read.is_ok() && found.len() == length && hash_of(&found) == chunk.hash
}

/// What a chunk holds. What was damaged on its way is fetched again like what never came.
fn fetched<S: Shelves + ?Sized>(
    place: &mut S,
    chunk: &Chunk,
    (ring, length): (Option<&Ring>, usize),
) -> Result<Vec<u8>, PlaceError> {
    let kept = place.chunk(&chunk.name)?;
    let damaged = || PlaceError::Away("a part of the snapshot is damaged".to_owned());
    if hash_of(&kept) != chunk.name {
        return Err(damaged());
    }
    let content = unshelved(ring, Kept::Chunk, &kept, length).ok_or_else(damaged)?;
    match content.len() == length && hash_of(&content) == chunk.hash {
        true => Ok(content),
        false => Err(damaged()),
    }
}

/// Tries until it is done, refused, or has failed too often.
fn again<T>(pace: &Pace<'_>, mut run: impl FnMut() -> Result<T, PlaceError>) -> Result<T, Failure> {
    let mut tried = 0;
    loop {
        match run() {
            Err(PlaceError::Away(_)) if tried + 1 < TRIES => {
                tried += 1;
                (pace.pause)(tried);
            }
            done => return Ok(done?),
        }
    }
}

fn go_on(pace: &Pace<'_>, done: u64, total: u64) -> Result<(), Failure> {
    match (pace.on)(done, total) {
        true => Ok(()),
        false => Err(Failure::Cancelled),
    }
}

fn hash_of(bytes: &[u8]) -> String {
    let hashed = digest(&SHA256, bytes);
    hashed
        .as_ref()
        .iter()
        .map(|it| format!("{it:02x}"))
        .collect()
}

fn of_file(error: impl std::fmt::Display) -> Failure {
    Failure::Book(error.to_string())
}

#[cfg(test)]
mod tests;
