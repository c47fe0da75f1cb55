-- Schema 7: what lies in lots, bundles, fields of the shop's own.

-- Goods that placed orders wait for: ordered, and not set aside yet.
CREATE TABLE backorder (
  order_no INTEGER NOT NULL REFERENCES subject,
  product INTEGER NOT NULL REFERENCES subject,
  quantity_milli INTEGER NOT NULL,
  PRIMARY KEY (order_no, product)
) STRICT, WITHOUT ROWID;

-- Pictures of products. Their bytes are in `attachment`; a small one of each is made once, when the
-- picture is put there, and is no projection either.
CREATE TABLE product_image (
  product INTEGER NOT NULL REFERENCES subject,
  place INTEGER NOT NULL,
  image BLOB NOT NULL,
  sha256 BLOB NOT NULL,
  PRIMARY KEY (product, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX product_image_by_hash ON product_image (sha256);
CREATE TABLE thumbnail (sha256 BLOB PRIMARY KEY, bytes BLOB NOT NULL) STRICT;

-- Products whose goods are told apart: 1 by lot, 2 by serial number. Others have no row.
CREATE TABLE product_tracking (product INTEGER PRIMARY KEY, tracking INTEGER NOT NULL) STRICT;

-- Movements of lots, beside those of `stock_move`: goods without a lot have no row. The last day
-- is that which goods said when they came in.
CREATE TABLE lot_move (
  product INTEGER NOT NULL,
  lot TEXT NOT NULL,
  at_ms INTEGER NOT NULL,
  subject INTEGER NOT NULL,
  part INTEGER NOT NULL,
  from_location INTEGER NOT NULL,
  to_location INTEGER NOT NULL,
  quantity_milli INTEGER NOT NULL,
  offset_min INTEGER NOT NULL,
  expires_day INTEGER,
  PRIMARY KEY (product, lot, at_ms, subject, part)
) STRICT, WITHOUT ROWID;

-- What lies of lots where; what a place holds beyond its lots lies there without one.
CREATE TABLE lot_balance (
  product INTEGER NOT NULL,
  lot TEXT NOT NULL,
  location INTEGER NOT NULL,
  on_hand_milli INTEGER NOT NULL,
  PRIMARY KEY (product, location, lot)
) STRICT, WITHOUT ROWID;
CREATE INDEX lot_balance_by_lot ON lot_balance (lot);
CREATE INDEX lot_balance_below ON lot_balance (product) WHERE on_hand_milli < 0;

-- What finished counts say of lots: that much of each was there then. The differences that they
-- found are rows of `lot_move`, derived anew like those of the goods as a whole.
CREATE TABLE lot_counted (
  product INTEGER NOT NULL,
  location INTEGER NOT NULL,
  at_ms INTEGER NOT NULL,
  subject INTEGER NOT NULL,
  lot TEXT NOT NULL,
  counted_milli INTEGER NOT NULL,
  expires_day INTEGER,
  PRIMARY KEY (product, location, at_ms, subject, lot)
) STRICT, WITHOUT ROWID;

-- Last days of lots that were said beside what their goods say.
CREATE TABLE lot_day (
  product INTEGER NOT NULL,
  lot TEXT NOT NULL,
  expires_day INTEGER,
  PRIMARY KEY (product, lot)
) STRICT, WITHOUT ROWID;

-- The links under which hubs show how far orders are, until when, and those that were withdrawn.
CREATE TABLE order_page (
  link TEXT NOT NULL,
  order_no INTEGER NOT NULL REFERENCES subject,
  customer INTEGER REFERENCES subject,
  until_ms INTEGER NOT NULL,
  withdrawn INTEGER NOT NULL,
  PRIMARY KEY (link, order_no)
) STRICT, WITHOUT ROWID;
CREATE INDEX order_page_by_end ON order_page (until_ms);

-- What each of them is to say: the last entries that it is made of, or that it is gone.
CREATE VIEW page_wanted AS
  SELECT link, order_no, until_ms, withdrawn, CASE WHEN withdrawn THEN 'gone' ELSE
    (SELECT max(pos) FROM journal WHERE subject = order_no) || ' ' ||
    coalesce((SELECT max(pos) FROM journal WHERE subject = customer), 0) || ' ' ||
    (SELECT max(pos) FROM journal WHERE subject = (SELECT no FROM settings)) END AS said
  FROM order_page;

-- Sync: what each hub was last told of them from here, and why it refused.
CREATE TABLE page_sent (
  link TEXT NOT NULL,
  place TEXT NOT NULL,
  said TEXT NOT NULL,
  sent_ms INTEGER NOT NULL,
  failure TEXT,
  PRIMARY KEY (link, place)
) STRICT, WITHOUT ROWID;

-- What devices set of a product or customer without knowing of each other, and nobody has looked.
CREATE TABLE fields_apart (
  no INTEGER PRIMARY KEY REFERENCES subject,
  fields TEXT NOT NULL
) STRICT;

-- What bundles are made of. Of kind 0 are those that are sold from the stock of their components,
-- of kind 1 those with a stock of their own.
CREATE TABLE bundle (product INTEGER PRIMARY KEY, kind INTEGER NOT NULL) STRICT;
CREATE TABLE bundle_component (
  product INTEGER NOT NULL,
  place INTEGER NOT NULL,
  component INTEGER NOT NULL,
  quantity_milli INTEGER NOT NULL,
  PRIMARY KEY (product, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX bundle_component_of ON bundle_component (component);

-- Placed orders whose bundles take goods of a product, with what of it was wanted in them.
CREATE TABLE component_line (
  product INTEGER NOT NULL,
  order_no INTEGER NOT NULL,
  day INTEGER NOT NULL,
  quantity_milli INTEGER NOT NULL,
  PRIMARY KEY (product, order_no)
) STRICT, WITHOUT ROWID;
CREATE INDEX component_line_by_day ON component_line (day, product, quantity_milli);

-- Records that put bundles together or took them apart, with the products that they moved.
CREATE TABLE assembly (
  product INTEGER NOT NULL,
  no INTEGER NOT NULL,
  PRIMARY KEY (product, no)
) STRICT, WITHOUT ROWID;
CREATE INDEX assembly_by_record ON assembly (no, product);

-- What is filled in of the book's own fields of products and customers, each as JSON.
CREATE TABLE custom_value (
  no INTEGER NOT NULL REFERENCES subject,
  key TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (no, key)
) STRICT, WITHOUT ROWID;

-- What is kept back of products over all places, and at places that say their own.
ALTER TABLE product ADD COLUMN kept_back_milli INTEGER;
UPDATE product SET kept_back_milli = safety_milli;
CREATE TABLE safety_stock (
  product INTEGER NOT NULL,
  location INTEGER NOT NULL,
  quantity_milli INTEGER NOT NULL,
  PRIMARY KEY (product, location)
) STRICT, WITHOUT ROWID;

-- How much of a product a code means that is no unit's: a pack's.
ALTER TABLE barcode ADD COLUMN quantity_milli INTEGER;

-- The index of products with a reorder point holds all that the day at a glance asks of them.
DROP INDEX product_to_reorder;
CREATE INDEX product_with_reorder_point ON product (no, reorder_point_milli, kept_back_milli)
  WHERE reorder_point_milli IS NOT NULL AND archived = 0 AND service = 0;

-- Shares of goods (ADR 43): which device keeps the rest of a product at a place, and what each
-- device was given, has taken and asks for.
CREATE TABLE share (
  no INTEGER PRIMARY KEY REFERENCES subject,
  product INTEGER NOT NULL,
  location INTEGER NOT NULL,
  keeper BLOB NOT NULL,
  open INTEGER NOT NULL,
  version INTEGER NOT NULL
) STRICT;
CREATE INDEX share_of_product ON share (product) WHERE open;
CREATE TABLE share_part (
  product INTEGER NOT NULL,
  location INTEGER NOT NULL,
  device BLOB NOT NULL,
  given_milli INTEGER NOT NULL,
  used_milli INTEGER NOT NULL,
  asked_milli INTEGER NOT NULL,
  PRIMARY KEY (product, location, device)
) STRICT, WITHOUT ROWID;

-- The days of goods as reports add them up, packed, product by product (ADR 47): nothing that is not
-- computed from movements and stated costs. `meta` tells by which rules, as `goods_kept`; without
-- that nothing is kept. What was kept of stale products does not hold any more.
CREATE TABLE goods_kept (product INTEGER PRIMARY KEY, days BLOB NOT NULL) STRICT;
CREATE TABLE goods_stale (product INTEGER PRIMARY KEY) STRICT;

-- What documents about goods (purchases, transfers, counts, adjustments) are found by: the words
-- that they say, folded, the place that they name and no other table has, and the products.
CREATE TABLE goods_word (
  no INTEGER PRIMARY KEY REFERENCES subject,
  words TEXT NOT NULL,
  location INTEGER
) STRICT;
CREATE TABLE goods_named (
  product INTEGER NOT NULL,
  no INTEGER NOT NULL,
  PRIMARY KEY (product, no)
) STRICT, WITHOUT ROWID;
INSERT OR IGNORE INTO meta (key, value) SELECT 'rebuild', 1 WHERE EXISTS (
  SELECT 1 FROM stock_document UNION ALL SELECT 1 FROM stock_count
  UNION ALL SELECT 1 FROM transfer UNION ALL SELECT 1 FROM purchase
);

-- What promotions took off orders in another currency counts in the book's.
INSERT OR IGNORE INTO meta (key, value) SELECT 'rebuild', 1 WHERE EXISTS (
  SELECT 1 FROM promotion_use JOIN order_foreign ON no = order_no
);
-- `mine` of a device is 1 for the one that the file belongs to, and 2 for names that it had before.
-- The snapshot that a hub has of the book: when it came there, the bytes of its file, and how many
-- entries it covers.
ALTER TABLE sync_place ADD COLUMN snapshot_ms INTEGER;
ALTER TABLE sync_place ADD COLUMN snapshot_bytes INTEGER;
ALTER TABLE sync_place ADD COLUMN snapshot_entries INTEGER;
