//! What a hub says a snapshot of the book is: its listing, its manifest and its chunks.
#![no_main]

use libfuzzer_sys::fuzz_target;
use sync::limits::{CHUNK_BYTES, CHUNKS};
use sync::seal::{Kept, Key, Ring, shelved, unshelved};
use sync::shelf::manifest_of;
use sync::snapshot::{Listing, Manifest, Shelf};

fuzz_target!(|bytes: &[u8]| {
    let mut ring = Ring::default();
    ring.add(Key::of([7; 16]));
    // Nobody without the key makes anything that is taken.
    assert!(unshelved(Some(&ring), Kept::Chunk, bytes, CHUNK_BYTES).is_none());
    if let Some(content) = unshelved(None, Kept::Chunk, bytes, 4_096) {
        assert!(content.len() <= 4_096);
    }
    let kept = shelved(Some(&ring), Kept::Manifest, bytes).expect("it is sealed");
    let back = unshelved(Some(&ring), Kept::Manifest, &kept, bytes.len());
    assert_eq!(back.as_deref(), Some(bytes));
    if let Some(manifest) = Manifest::read(bytes) {
        assert!(manifest.chunks.len() <= CHUNKS);
        let last = manifest.chunks.len() - 1;
        let (begin, length) = manifest.place(last);
        assert!(length > 0 && length <= CHUNK_BYTES);
        assert_eq!(begin + length as u64, manifest.bytes);
    }
    let shelf = serde_json::from_slice::<Shelf>(bytes).ok();
    let listed = serde_json::from_slice::<Listing>(bytes).ok();
    for listing in listed.into_iter().chain(shelf.and_then(|it| it.newest)) {
        assert!(manifest_of(&listing, Some(&ring)).is_none());
        if let Some(manifest) = manifest_of(&listing, None) {
            assert!(manifest.is_of(&listing) && listing.is_sound());
        }
    }
});
