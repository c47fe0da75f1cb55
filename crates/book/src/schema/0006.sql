-- Schema 6: stock over several locations, purchasing, what goods cost, devices that sync.

-- Sync: what the shop calls its devices.
ALTER TABLE device ADD COLUMN name TEXT NOT NULL DEFAULT '';

-- Sync: the places that this book's entries are copied to and from. `held` is the version vector
-- that the place has acknowledged, as JSON; `redacted_no` the last redaction that it knows.
CREATE TABLE sync_place (
  place TEXT PRIMARY KEY,
  history TEXT NOT NULL,
  held TEXT NOT NULL,
  redacted_no INTEGER NOT NULL,
  contact_ms INTEGER,
  offset_ms INTEGER,
  bytes_out INTEGER NOT NULL,
  bytes_in INTEGER NOT NULL,
  failure TEXT
) STRICT, WITHOUT ROWID;

-- Sync: how far each part of a place was read; moves in the transaction that keeps what was read.
CREATE TABLE sync_cursor (
  place TEXT NOT NULL,
  part TEXT NOT NULL,
  cursor TEXT NOT NULL,
  PRIMARY KEY (place, part)
) STRICT, WITHOUT ROWID;

-- Sync: what came and could not be taken in, with its bytes, until somebody looks.
CREATE TABLE quarantine (
  no INTEGER PRIMARY KEY,
  place TEXT NOT NULL,
  device BLOB NOT NULL,
  seq INTEGER NOT NULL,
  reason TEXT NOT NULL,
  at_ms INTEGER NOT NULL,
  bytes BLOB NOT NULL
) STRICT;
CREATE UNIQUE INDEX quarantine_once ON quarantine (device, seq, reason, place);

-- Sync: entries whose personal part is gone for ever, in the order in which that became known here;
-- places are told, so that they let go of it, too.
CREATE TABLE redaction (
  no INTEGER PRIMARY KEY,
  device INTEGER NOT NULL REFERENCES device,
  seq INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX redaction_once ON redaction (device, seq);
INSERT INTO redaction (device, seq)
  SELECT device, seq FROM journal LEFT JOIN personal ON personal.pos = journal.pos
  WHERE personal_digest IS NOT NULL AND personal.pos IS NULL
  ORDER BY device, seq;

-- What one unit cost when it came in, millionths of the major unit of the book's currency; null
-- for goods that leave, and where nobody said it.
ALTER TABLE stock_move ADD COLUMN unit_cost_micro INTEGER;

-- Products that come in variants, and which variant of which product one is (a JSON array of the
-- values of that product's options).
ALTER TABLE product ADD COLUMN varied INTEGER NOT NULL DEFAULT 0;
ALTER TABLE product ADD COLUMN variant_of INTEGER;
ALTER TABLE product ADD COLUMN variant TEXT;
CREATE INDEX product_by_family ON product (variant_of) WHERE variant_of IS NOT NULL;
