//! Upper bounds of what devices may ask of a hub, in one place.

/// Bytes of a body as it comes over the network.
pub const BODY_BYTES: usize = sync::limits::BODY_BYTES;
/// Bytes of a small request: all but pushes.
pub const SMALL_BYTES: usize = 1024 * 1024;
/// Calls of one device in a minute, and of all strangers at one address.
pub const CALLS_PER_MIN: u32 = 3_000;
/// Wrong codes from one address in a minute.
pub const KNOCKS_PER_MIN: u32 = 30;
/// How long a code to enrol with is good.
pub const CODE_MS: i64 = 24 * 60 * 60_000;
/// How long a token is good.
pub const TOKEN_MS: i64 = 15 * 60_000;
/// How long a nonce is good.
pub const NONCE_MS: i64 = 60_000;
/// Bytes in quarantine for one book.
pub const QUARANTINE_BYTES: i64 = 256 * 1024 * 1024;
/// Codes of one book that are good at a time.
pub const OPEN_CODES: i64 = 20;
