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

-- What one unit cost when it came in, millionths of the major unit of the book's currency; null
-- for goods that leave, and where nobody said it.
ALTER TABLE stock_move ADD COLUMN unit_cost_micro INTEGER;
