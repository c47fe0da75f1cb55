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
/// Channels of one book that are open at a time.
pub const CHANNELS: i64 = 50;
/// Bytes of documents that wait for one book's devices.
pub const INBOX_BYTES: i64 = 256 * 1024 * 1024;
/// How far the time of a signature may be from the hub's, seconds.
pub const REPLAY_S: i64 = 300;
/// Characters of a sender's id for a document.
pub const EXTERNAL_CHARS: usize = 200;
/// Documents of one channel in a minute.
pub const DOCUMENTS_PER_MIN: u32 = 600;
/// Documents that are handed out at a time.
pub const TAKEN: i64 = 10;
/// Waiting documents that are listed at a time.
pub const LISTED: i64 = 500;
/// How long a document is a device's to make something of.
pub const LEASE_MS: i64 = 5 * 60_000;
/// Pages for customers of one book.
pub const PAGES: i64 = 100_000;
/// Bytes of such a page.
pub const PAGE_BYTES: usize = 256 * 1024;
/// How long a link to such a page is good at most.
pub const LINK_MS: i64 = 400 * 24 * 60 * 60_000;
/// Pages that are shown to one address in a minute.
pub const VIEWS_PER_MIN: u32 = 120;
/// Bytes of snapshots that are kept for one book, as they are stored: the newest one, and the one
/// that is to take its place.
pub const SNAPSHOT_BYTES: i64 = 32 * 1024 * 1024 * 1024;
/// How long a device that makes a snapshot may say nothing before another one may make it.
pub const SNAPSHOT_WORK_MS: i64 = 60 * 60_000;
/// How soon after a book's last snapshot came another one is made, unless a person asks for it.
pub const SNAPSHOT_EVERY_MS: i64 = 24 * 60 * 60_000;
