-- The first schema. `journal`, `personal`, `device` and `pending` are the truth; every other
-- table is a projection that `rebuild` computes again.
--
-- `no` and `pos` are numbers of this file alone: they keep rows and indexes small, never leave
-- the file and do not count when projections are compared.

CREATE TABLE meta (key TEXT PRIMARY KEY, value ANY NOT NULL) STRICT, WITHOUT ROWID;

-- Devices whose journals this file holds. `last_seq` and `last_hash` are the journal's head.
CREATE TABLE device (
  no INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  mine INTEGER NOT NULL,
  prefix TEXT NOT NULL,
  last_seq INTEGER NOT NULL,
  last_hash BLOB NOT NULL,
  last_hlc INTEGER NOT NULL     -- of the own device: the highest reading seen anywhere
) STRICT;

-- Short texts that repeat: kinds, actors, channels, countries, accounts, locations.
CREATE TABLE term (no INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE) STRICT;

-- Records that entries belong to. `kind` is SubjectKind's code.
CREATE TABLE subject (
  no INTEGER PRIMARY KEY,
  kind INTEGER NOT NULL,
  id BLOB NOT NULL UNIQUE
) STRICT;
CREATE INDEX subject_runs ON subject (kind) WHERE kind = 6;

-- Entries in order of arrival. The hash of the entry before is that of (device, seq - 1).
CREATE TABLE journal (
  pos INTEGER PRIMARY KEY,
  device INTEGER NOT NULL REFERENCES device,
  seq INTEGER NOT NULL,
  hlc INTEGER NOT NULL,
  at_ms INTEGER NOT NULL,
  offset_min INTEGER NOT NULL,
  business_day INTEGER NOT NULL,
  actor INTEGER NOT NULL,
  subject INTEGER NOT NULL REFERENCES subject,
  kind INTEGER NOT NULL,
  version INTEGER NOT NULL,
  request_id BLOB NOT NULL,
  personal_digest BLOB,
  hash BLOB NOT NULL,
  payload TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX journal_by_seq ON journal (device, seq);
CREATE INDEX journal_by_subject ON journal (subject);
CREATE INDEX journal_by_request ON journal (request_id);

-- Personal parts, apart, so that they can be erased.
CREATE TABLE personal (
  pos INTEGER PRIMARY KEY REFERENCES journal,
  salt BLOB NOT NULL,
  text TEXT NOT NULL
) STRICT;

-- Entries received ahead of their journal's head; applied when the gap closes.
CREATE TABLE pending (
  device BLOB NOT NULL,
  seq INTEGER NOT NULL,
  entry TEXT NOT NULL,
  PRIMARY KEY (device, seq)
) STRICT, WITHOUT ROWID;

-- Highest number used in a series (`order:A`).
CREATE TABLE series (name TEXT PRIMARY KEY, last INTEGER NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE settings (
  no INTEGER PRIMARY KEY REFERENCES subject,
  terms TEXT NOT NULL,
  version INTEGER NOT NULL
) STRICT;

CREATE TABLE customer (
  no INTEGER PRIMARY KEY REFERENCES subject,
  code TEXT,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL,       -- folded for sorting
  company INTEGER NOT NULL,
  country TEXT,
  city TEXT,
  email TEXT,
  phone TEXT,
  archived INTEGER NOT NULL,
  erased INTEGER NOT NULL,
  run INTEGER,
  version INTEGER NOT NULL
) STRICT;
CREATE INDEX customer_by_name ON customer (name_key);
CREATE INDEX customer_by_code ON customer (code) WHERE code IS NOT NULL;
CREATE INDEX customer_by_run ON customer (run) WHERE run IS NOT NULL;
CREATE TABLE customer_tag (
  tag TEXT NOT NULL,
  customer INTEGER NOT NULL REFERENCES subject,
  PRIMARY KEY (tag, customer)
) STRICT, WITHOUT ROWID;
CREATE INDEX customer_tag_by_customer ON customer_tag (customer);

CREATE TABLE product (
  no INTEGER PRIMARY KEY REFERENCES subject,
  sku TEXT NOT NULL,
  title TEXT NOT NULL,
  title_key TEXT NOT NULL,      -- folded for sorting
  category TEXT,
  unit_price_micro INTEGER NOT NULL,
  cost_micro INTEGER,
  tax TEXT,
  service INTEGER NOT NULL,
  archived INTEGER NOT NULL,
  reorder_point_milli INTEGER,
  reorder_to_milli INTEGER,
  run INTEGER,
  version INTEGER NOT NULL
) STRICT;
CREATE INDEX product_by_sku ON product (sku);
CREATE INDEX product_by_title ON product (title_key);
CREATE INDEX product_by_run ON product (run) WHERE run IS NOT NULL;
CREATE INDEX product_to_reorder ON product (no, reorder_point_milli)
  WHERE reorder_point_milli IS NOT NULL AND archived = 0 AND service = 0;
CREATE TABLE barcode (
  barcode TEXT NOT NULL,
  product INTEGER NOT NULL REFERENCES subject,
  PRIMARY KEY (barcode, product)
) STRICT, WITHOUT ROWID;
CREATE INDEX barcode_by_product ON barcode (product);

-- state: 0 draft, 1 placed, 2 closed, 3 cancelled. kind: 0 sale, 1 return, 2 adjustment.
-- payment and fulfilment: codes of PaymentStatus and FulfilmentStatus.
-- flags: 1 shipped after cancel, 2 paid after cancel, 4 shipped more than ordered.
CREATE TABLE orders (
  no INTEGER PRIMARY KEY REFERENCES subject,
  number TEXT,
  external_id TEXT,
  kind INTEGER NOT NULL,
  state INTEGER NOT NULL,
  payment INTEGER NOT NULL,
  fulfilment INTEGER NOT NULL,
  placed_ms INTEGER NOT NULL,
  offset_min INTEGER NOT NULL,
  business_day INTEGER NOT NULL,
  customer INTEGER REFERENCES subject,
  channel INTEGER NOT NULL,
  country INTEGER,
  items_milli INTEGER NOT NULL,
  line_count INTEGER NOT NULL,
  total_minor INTEGER NOT NULL,
  tax_minor INTEGER NOT NULL,
  paid_minor INTEGER NOT NULL,
  refunded_minor INTEGER NOT NULL,
  flags INTEGER NOT NULL,
  run INTEGER,
  version INTEGER NOT NULL
) STRICT;
CREATE INDEX orders_by_placed ON orders (placed_ms);
CREATE INDEX orders_by_day ON orders (business_day);
CREATE INDEX orders_by_kind ON orders (kind, placed_ms) WHERE kind <> 0;
CREATE INDEX orders_by_number ON orders (number COLLATE NOCASE);
CREATE INDEX orders_by_external ON orders (external_id COLLATE NOCASE)
  WHERE external_id IS NOT NULL;
CREATE INDEX orders_by_customer ON orders (customer, placed_ms);
CREATE INDEX orders_by_channel ON orders (channel, placed_ms);
CREATE INDEX orders_by_total ON orders (total_minor);
CREATE INDEX orders_by_items ON orders (items_milli);
CREATE INDEX orders_by_payment ON orders (payment, placed_ms);
CREATE INDEX orders_by_fulfilment ON orders (fulfilment, placed_ms);
CREATE INDEX orders_by_state ON orders (state, placed_ms);
CREATE INDEX orders_by_run ON orders (run) WHERE run IS NOT NULL;
CREATE INDEX orders_by_flags ON orders (flags) WHERE flags <> 0;

-- Which orders hold a product: the way from a product or SKU to its orders.
CREATE TABLE order_line (
  product INTEGER NOT NULL,
  order_no INTEGER NOT NULL,
  line INTEGER NOT NULL,
  quantity_milli INTEGER NOT NULL,
  total_minor INTEGER NOT NULL,
  PRIMARY KEY (product, order_no, line)
) STRICT, WITHOUT ROWID;

-- Stock ledger. A row is both ends of a move; locations are terms.
CREATE TABLE stock_move (
  product INTEGER NOT NULL,
  at_ms INTEGER NOT NULL,
  subject INTEGER NOT NULL,
  part INTEGER NOT NULL,
  from_location INTEGER NOT NULL,
  to_location INTEGER NOT NULL,
  quantity_milli INTEGER NOT NULL,
  offset_min INTEGER NOT NULL,
  PRIMARY KEY (product, at_ms, subject, part)
) STRICT, WITHOUT ROWID;

-- Stock documents that are not orders.
CREATE TABLE stock_document (
  no INTEGER PRIMARY KEY REFERENCES subject,
  reason TEXT NOT NULL,
  external_id TEXT,
  at_ms INTEGER NOT NULL,
  offset_min INTEGER NOT NULL,
  business_day INTEGER NOT NULL,
  run INTEGER
) STRICT;
CREATE INDEX stock_document_by_external ON stock_document (external_id)
  WHERE external_id IS NOT NULL;
CREATE INDEX stock_document_by_run ON stock_document (run) WHERE run IS NOT NULL;

-- Money ledger: legs per subject, account and day; their sum is zero per subject.
CREATE TABLE money_leg (
  subject INTEGER NOT NULL,
  account INTEGER NOT NULL,
  business_day INTEGER NOT NULL,
  amount_minor INTEGER NOT NULL,
  PRIMARY KEY (subject, account, business_day)
) STRICT, WITHOUT ROWID;

-- Balances: sums of the ledgers.
CREATE TABLE stock_balance (
  product INTEGER NOT NULL,
  location INTEGER NOT NULL,
  on_hand_milli INTEGER NOT NULL,
  allocated_milli INTEGER NOT NULL,
  PRIMARY KEY (product, location)
) STRICT, WITHOUT ROWID;
-- The few balances that a person must look at.
CREATE INDEX stock_balance_short ON stock_balance (location)
  WHERE on_hand_milli < allocated_milli OR on_hand_milli < 0;
CREATE TABLE money_balance (
  account INTEGER NOT NULL,
  business_day INTEGER NOT NULL,
  amount_minor INTEGER NOT NULL,
  PRIMARY KEY (account, business_day)
) STRICT, WITHOUT ROWID;

-- Roll-ups: sums of what counts as sales. Revenue is without tax. `documents` counts orders,
-- returns, adjustments and the stock corrections that a channel sent; `units_milli` is sold less
-- returned, corrections of a channel included.
CREATE TABLE sales_day (
  business_day INTEGER NOT NULL,
  channel INTEGER NOT NULL,
  country INTEGER NOT NULL,
  documents INTEGER NOT NULL,
  lines INTEGER NOT NULL,
  units_milli INTEGER NOT NULL,
  revenue_minor INTEGER NOT NULL,
  tax_minor INTEGER NOT NULL,
  returns INTEGER NOT NULL,
  return_lines INTEGER NOT NULL,
  returned_milli INTEGER NOT NULL,
  returned_minor INTEGER NOT NULL,
  adjustments INTEGER NOT NULL,
  adjusted_minor INTEGER NOT NULL,
  corrections INTEGER NOT NULL,
  corrected_milli INTEGER NOT NULL,
  PRIMARY KEY (business_day, channel, country)
) STRICT, WITHOUT ROWID;
CREATE TABLE sales_hour (
  business_day INTEGER NOT NULL,
  hour INTEGER NOT NULL,        -- 0-23 of the local wall clock
  documents INTEGER NOT NULL,
  lines INTEGER NOT NULL,
  revenue_minor INTEGER NOT NULL,
  PRIMARY KEY (business_day, hour)
) STRICT, WITHOUT ROWID;

-- grain: 0 day, 1 month, 2 year, 3 week; period: the first day of it.
CREATE TABLE product_sales (
  grain INTEGER NOT NULL,
  period INTEGER NOT NULL,
  product INTEGER NOT NULL,
  lines INTEGER NOT NULL,
  units_milli INTEGER NOT NULL,
  revenue_minor INTEGER NOT NULL,
  PRIMARY KEY (grain, period, product)
) STRICT, WITHOUT ROWID;
CREATE TABLE customer_sales (
  grain INTEGER NOT NULL,
  period INTEGER NOT NULL,
  customer INTEGER NOT NULL,
  documents INTEGER NOT NULL,
  revenue_minor INTEGER NOT NULL,
  PRIMARY KEY (grain, period, customer)
) STRICT, WITHOUT ROWID;
-- How many customers bought in a period.
CREATE TABLE customer_count (
  grain INTEGER NOT NULL,
  period INTEGER NOT NULL,
  customers INTEGER NOT NULL,
  PRIMARY KEY (grain, period)
) STRICT, WITHOUT ROWID;
CREATE TABLE customer_country (
  country INTEGER NOT NULL,
  customer INTEGER NOT NULL,
  documents INTEGER NOT NULL,
  PRIMARY KEY (country, customer)
) STRICT, WITHOUT ROWID;
CREATE TABLE product_total (
  product INTEGER PRIMARY KEY,
  lines INTEGER NOT NULL,
  units_milli INTEGER NOT NULL,
  revenue_minor INTEGER NOT NULL
) STRICT;
-- first_day and last_day are those of documents that count.
CREATE TABLE customer_total (
  customer INTEGER PRIMARY KEY,
  documents INTEGER NOT NULL,
  revenue_minor INTEGER NOT NULL,
  balance_minor INTEGER NOT NULL,
  first_day INTEGER,
  last_day INTEGER
) STRICT;
CREATE INDEX customer_total_by_first_day ON customer_total (first_day);

-- Stock moves per day and flow (from, to), for the report on movements.
CREATE TABLE stock_day (
  business_day INTEGER NOT NULL,
  from_location INTEGER NOT NULL,
  to_location INTEGER NOT NULL,
  moves INTEGER NOT NULL,
  quantity_milli INTEGER NOT NULL,
  PRIMARY KEY (business_day, from_location, to_location)
) STRICT, WITHOUT ROWID;

-- How many rows a list has without a filter, so that no screen counts a big table.
CREATE TABLE row_count (name TEXT PRIMARY KEY, rows INTEGER NOT NULL) STRICT, WITHOUT ROWID;

-- Search by the beginnings of words; texts are folded (case, diacritics) before they come here.
CREATE VIRTUAL TABLE customer_search USING fts5(
  words, content='', contentless_delete=1, prefix='1 2 3', detail=none,
  tokenize="unicode61 remove_diacritics 0"
);
CREATE VIRTUAL TABLE product_search USING fts5(
  words, content='', contentless_delete=1, prefix='1 2 3', detail=none,
  tokenize="unicode61 remove_diacritics 0"
);
