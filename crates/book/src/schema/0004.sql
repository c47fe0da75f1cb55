-- From here on the rows of orders wait as their sums do. Where some wait in the older sense, whose
-- rows are in the tables already, all tables are computed again from the journal before use.
INSERT INTO meta (key, value) SELECT 'rebuild', 1 WHERE EXISTS (SELECT 1 FROM waiting);

-- Whose order waits, so that the doubles of an order are found among those that wait.
ALTER TABLE waiting ADD COLUMN customer INTEGER REFERENCES subject;

-- `attachment` is truth like the journal; the other tables are projections.
--
-- Days that orders wait for: the last on which a quote can be accepted, and the one for which open
-- goods were promised. Orders that wait for none have no row.
CREATE TABLE order_wait (
  no INTEGER PRIMARY KEY REFERENCES subject,
  until_day INTEGER NOT NULL
) STRICT;
CREATE INDEX order_wait_by_day ON order_wait (until_day);

-- Tags of orders.
CREATE TABLE order_tag (
  tag TEXT NOT NULL,
  order_no INTEGER NOT NULL REFERENCES subject,
  PRIMARY KEY (tag, order_no)
) STRICT, WITHOUT ROWID;

-- Who looks after what needs a person, by record and kind of exception.
CREATE TABLE exception_owner (
  no INTEGER NOT NULL REFERENCES subject,
  code TEXT NOT NULL,
  owner TEXT NOT NULL,
  PRIMARY KEY (no, code)
) STRICT, WITHOUT ROWID;

-- The bytes of files at orders, by their content; these are no projection.
CREATE TABLE attachment (sha256 BLOB PRIMARY KEY, bytes BLOB NOT NULL) STRICT;
-- Which orders name them.
CREATE TABLE order_attachment (
  sha256 BLOB NOT NULL,
  order_no INTEGER NOT NULL REFERENCES subject,
  PRIMARY KEY (sha256, order_no)
) STRICT, WITHOUT ROWID;
CREATE INDEX order_attachment_by_order ON order_attachment (order_no);

-- Price lists and promotions: their terms as JSON. There are few of them.
CREATE TABLE price_list (
  no INTEGER PRIMARY KEY REFERENCES subject,
  terms TEXT NOT NULL,
  version INTEGER NOT NULL
) STRICT;
CREATE TABLE promotion (
  no INTEGER PRIMARY KEY REFERENCES subject,
  terms TEXT NOT NULL,
  version INTEGER NOT NULL
) STRICT;

-- Prices of the lists, by product: a sale asks for those of its products.
CREATE TABLE price (
  product INTEGER NOT NULL,
  list INTEGER NOT NULL,
  from_milli INTEGER NOT NULL,
  unit_price_micro INTEGER NOT NULL,
  PRIMARY KEY (product, list, from_milli)
) STRICT, WITHOUT ROWID;
CREATE INDEX price_by_list ON price (list, product);

-- What promotions took off orders that were placed and not called off.
CREATE TABLE promotion_use (
  promotion INTEGER NOT NULL,
  order_no INTEGER NOT NULL,
  off_minor INTEGER NOT NULL,
  PRIMARY KEY (promotion, order_no)
) STRICT, WITHOUT ROWID;

-- The business day by which an order on account is to be paid. The index holds what is open alone:
-- an order that is paid when it is placed touches it never.
ALTER TABLE orders ADD COLUMN due_day INTEGER;
CREATE INDEX orders_on_account ON orders (due_day, customer)
  WHERE due_day IS NOT NULL AND payment IN (0, 1) AND state = 1;
