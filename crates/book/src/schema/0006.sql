-- Schema 6: stock over several locations, purchasing, what goods cost, devices that sync.

-- Suppliers: what was agreed and whom to ask, as JSON; few rows, whatever the shop buys.
CREATE TABLE supplier (
  no INTEGER PRIMARY KEY REFERENCES subject,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL,       -- folded for sorting
  archived INTEGER NOT NULL,
  terms TEXT NOT NULL,
  personal TEXT NOT NULL,
  version INTEGER NOT NULL
) STRICT;

-- What products are called and cost at their suppliers.
CREATE TABLE supply (
  product INTEGER NOT NULL,
  supplier INTEGER NOT NULL,
  code TEXT,
  pack_barcode TEXT,
  pack_milli INTEGER,
  minimum_milli INTEGER,
  unit_cost_micro INTEGER,
  lead_time_days INTEGER,
  preferred INTEGER NOT NULL,
  PRIMARY KEY (product, supplier)
) STRICT, WITHOUT ROWID;
CREATE INDEX supply_by_supplier ON supply (supplier, product);
CREATE INDEX supply_by_code ON supply (code) WHERE code IS NOT NULL;
CREATE INDEX supply_by_pack ON supply (pack_barcode) WHERE pack_barcode IS NOT NULL;

-- Orders at suppliers. stage: 0 draft, 1 ordered, 2 partly received, 3 received, 4 closed short,
-- 5 cancelled, 6 goods that went back by themselves.
CREATE TABLE purchase (
  no INTEGER PRIMARY KEY REFERENCES subject,
  number TEXT,
  supplier INTEGER NOT NULL,
  stage INTEGER NOT NULL,
  began_ms INTEGER NOT NULL,
  began_day INTEGER NOT NULL,
  ordered_day INTEGER,
  expected_day INTEGER,         -- the first day on which something open is to come
  line_count INTEGER NOT NULL,
  ordered_milli INTEGER NOT NULL,
  open_milli INTEGER NOT NULL,
  total_minor INTEGER NOT NULL,
  version INTEGER NOT NULL
) STRICT;
CREATE INDEX purchase_by_began ON purchase (began_ms);
CREATE INDEX purchase_by_stage ON purchase (stage, began_ms);
CREATE INDEX purchase_by_supplier ON purchase (supplier, began_ms);

-- What is on its way: the open lines of purchases.
CREATE TABLE incoming (
  product INTEGER NOT NULL,
  purchase INTEGER NOT NULL,
  line INTEGER NOT NULL,
  location INTEGER NOT NULL,
  expected_day INTEGER,
  quantity_milli INTEGER NOT NULL,
  PRIMARY KEY (product, purchase, line)
) STRICT, WITHOUT ROWID;
CREATE INDEX incoming_by_purchase ON incoming (purchase);

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

-- Locations. `place` and `parent` are terms, as movements and balances name locations; the virtual
-- ones have no row, and `main` has one only once something was said of it.
CREATE TABLE location (
  no INTEGER PRIMARY KEY REFERENCES subject,
  place INTEGER NOT NULL,
  parent INTEGER,
  name TEXT NOT NULL,
  code TEXT,
  kind INTEGER NOT NULL,
  sellable INTEGER NOT NULL,
  archived INTEGER NOT NULL,
  version INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX location_by_place ON location (place);
CREATE INDEX location_by_parent ON location (parent) WHERE parent IS NOT NULL;
CREATE INDEX location_by_code ON location (code) WHERE code IS NOT NULL;

-- What lies at a location, product by product. No balance that moves touches it.
CREATE INDEX stock_balance_by_location ON stock_balance (location, product);

-- What is kept back of a product wherever it is sold.
ALTER TABLE product ADD COLUMN safety_milli INTEGER;

-- Counts. State: 0 under way, 1 finished, 2 thrown away.
CREATE TABLE stock_count (
  no INTEGER PRIMARY KEY REFERENCES subject,
  location INTEGER NOT NULL,
  state INTEGER NOT NULL,
  title TEXT,
  began_ms INTEGER NOT NULL,
  offset_min INTEGER NOT NULL,
  products INTEGER NOT NULL,
  version INTEGER NOT NULL
) STRICT;
CREATE INDEX stock_count_by_time ON stock_count (began_ms);

-- What finished counts say: that much was there then. The differences that they found are rows of
-- `stock_move`, derived anew when something before them changes.
CREATE TABLE count_anchor (
  product INTEGER NOT NULL,
  location INTEGER NOT NULL,
  at_ms INTEGER NOT NULL,
  subject INTEGER NOT NULL,
  counted_milli INTEGER NOT NULL,
  offset_min INTEGER NOT NULL,
  business_day INTEGER NOT NULL,
  PRIMARY KEY (product, location, at_ms, subject)
) STRICT, WITHOUT ROWID;
CREATE INDEX count_anchor_by_time ON count_anchor (at_ms);

-- Transfers. State: 0 draft, 1 under way, 2 done, 3 thrown away. `at_ms` is when it was written
-- down; `open_milli` what is still under way.
CREATE TABLE transfer (
  no INTEGER PRIMARY KEY REFERENCES subject,
  number TEXT NOT NULL,
  from_location INTEGER NOT NULL,
  to_location INTEGER NOT NULL,
  state INTEGER NOT NULL,
  title TEXT,
  at_ms INTEGER NOT NULL,
  offset_min INTEGER NOT NULL,
  open_milli INTEGER NOT NULL,
  version INTEGER NOT NULL
) STRICT;
CREATE INDEX transfer_by_time ON transfer (at_ms);
CREATE INDEX transfer_under_way ON transfer (at_ms) WHERE state = 1;

-- Adjustments by time, for the list of them.
CREATE INDEX stock_document_by_time ON stock_document (at_ms);
-- What products were said to cost, and from when on; null where a cost was taken back. Goods that
-- came in without a cost are worth what was said at their moment.
CREATE TABLE product_cost (
  product INTEGER NOT NULL,
  from_ms INTEGER NOT NULL,
  cost_micro INTEGER,
  PRIMARY KEY (product, from_ms)
) STRICT, WITHOUT ROWID;
INSERT OR IGNORE INTO meta (key, value) SELECT 'rebuild', 1 WHERE EXISTS (SELECT 1 FROM product);
