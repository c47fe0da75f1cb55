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
