-- The hub's tables. Nothing here knows what an entry says.

CREATE TABLE meta (key TEXT PRIMARY KEY, value ANY NOT NULL) STRICT, WITHOUT ROWID;

-- Codes to enrol with, by their hash. `book` is null in a code for a book that is new here.
CREATE TABLE code (
  hash BLOB PRIMARY KEY,
  book BLOB,
  expires_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Enrolled devices, by their public key.
CREATE TABLE member (
  key BLOB PRIMARY KEY,
  book BLOB NOT NULL,
  device BLOB NOT NULL,
  name TEXT NOT NULL,
  prefix TEXT NOT NULL,
  enrolled_ms INTEGER NOT NULL,
  seen_ms INTEGER NOT NULL,
  revoked_ms INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX member_by_book ON member (book);

-- The end of each journal: what its next entry must continue.
CREATE TABLE head (
  book BLOB NOT NULL,
  device BLOB NOT NULL,
  last_seq INTEGER NOT NULL,
  last_hash BLOB NOT NULL,
  PRIMARY KEY (book, device)
) STRICT, WITHOUT ROWID;

CREATE TABLE entry (
  book BLOB NOT NULL,
  device BLOB NOT NULL,
  seq INTEGER NOT NULL,
  hash BLOB NOT NULL,
  body BLOB NOT NULL,
  personal BLOB,
  PRIMARY KEY (book, device, seq)
) STRICT, WITHOUT ROWID;

-- Entries whose personal part is gone for ever, also when an older copy comes later.
CREATE TABLE redaction (
  book BLOB NOT NULL,
  device BLOB NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (book, device, seq)
) STRICT, WITHOUT ROWID;

-- What was sent and not taken in: by a revoked device, or in the place of another entry.
CREATE TABLE quarantine (
  no INTEGER PRIMARY KEY,
  book BLOB NOT NULL,
  device BLOB NOT NULL,
  seq INTEGER NOT NULL,
  reason TEXT NOT NULL,
  sender BLOB NOT NULL,
  at_ms INTEGER NOT NULL,
  frame BLOB NOT NULL
) STRICT;
CREATE UNIQUE INDEX quarantine_once ON quarantine (book, device, seq, sender, reason);
