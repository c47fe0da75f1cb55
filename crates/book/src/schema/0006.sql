-- Schema 6: stock over several locations, purchasing, what goods cost, devices that sync.

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
