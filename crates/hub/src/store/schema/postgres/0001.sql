-- The hub's tables. Nothing here knows what an entry says.

CREATE TABLE meta (key text PRIMARY KEY, value bytea NOT NULL);

-- Codes to enrol with, by their hash. `book` is null in a code for a book that is new here.
CREATE TABLE code (
  hash bytea PRIMARY KEY,
  book uuid,
  expires_ms bigint NOT NULL
);

-- Enrolled devices, by their public key.
CREATE TABLE member (
  key bytea PRIMARY KEY,
  book uuid NOT NULL,
  device uuid NOT NULL,
  name text NOT NULL,
  prefix text NOT NULL,
  enrolled_ms bigint NOT NULL,
  seen_ms bigint NOT NULL,
  revoked_ms bigint
);
CREATE INDEX member_by_book ON member (book);

-- The end of each journal: what its next entry must continue. Its row is what writers of one
-- journal wait for each other at. Half of each page stays free, so that a new end is written
-- beside the old one and no index is touched.
CREATE TABLE head (
  book uuid NOT NULL,
  device uuid NOT NULL,
  last_seq bigint NOT NULL,
  last_hash bytea NOT NULL,
  PRIMARY KEY (book, device)
) WITH (fillfactor = 50);

CREATE TABLE entry (
  book uuid NOT NULL,
  device uuid NOT NULL,
  seq bigint NOT NULL,
  hash bytea NOT NULL,
  body bytea NOT NULL,
  personal bytea,
  PRIMARY KEY (book, device, seq)
);

-- Entries whose personal part is gone for ever, also when an older copy comes later.
CREATE TABLE redaction (
  book uuid NOT NULL,
  device uuid NOT NULL,
  seq bigint NOT NULL,
  PRIMARY KEY (book, device, seq)
);

-- What was sent and not taken in: by a revoked device, or in the place of another entry.
CREATE TABLE quarantine (
  no bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  book uuid NOT NULL,
  device uuid NOT NULL,
  seq bigint NOT NULL,
  reason text NOT NULL,
  sender bytea NOT NULL,
  at_ms bigint NOT NULL,
  frame bytea NOT NULL
);
CREATE UNIQUE INDEX quarantine_once ON quarantine (book, device, seq, sender, reason);
