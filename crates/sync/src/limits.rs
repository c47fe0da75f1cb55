//! Upper bounds of everything that crosses between devices, in one place.

/// Bytes of one entry: the largest payload, its personal part and what stands around them.
pub const RECORD_BYTES: usize = 20 * 1024 * 1024;
/// Entries of one push or page.
pub const BATCH_ENTRIES: usize = 2_000;
/// Bytes of one push or page, before they are compressed; one entry may be longer.
pub const BATCH_BYTES: usize = 4 * 1024 * 1024;
/// Bytes of a body that is read from a socket, after it was unpacked.
pub const BODY_BYTES: usize = RECORD_BYTES + BATCH_BYTES;
/// Redactions told at a time.
pub const REDACTIONS: usize = 10_000;
/// Devices of one book.
pub const DEVICES: usize = 10_000;
/// Characters of a device's name.
pub const NAME_CHARS: usize = 100;
/// Bytes of a snapshot's file in one chunk.
pub const CHUNK_BYTES: usize = 2 * 1024 * 1024;
/// Bytes of a chunk as it is stored: what cannot be packed is a little longer.
pub const STORED_CHUNK_BYTES: usize = CHUNK_BYTES + 64 * 1024;
/// Chunks of one snapshot: 32 GiB of a file.
pub const CHUNKS: usize = 16 * 1024;
/// Bytes of a snapshot's manifest, and of its listing without that.
pub const MANIFEST_BYTES: usize = 8 * 1024 * 1024;
