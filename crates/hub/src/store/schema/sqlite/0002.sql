-- Channels that bring foreign documents, each with a secret of its own.
CREATE TABLE channel (
  channel BLOB PRIMARY KEY,
  book BLOB NOT NULL,
  name TEXT NOT NULL,
  secret TEXT NOT NULL,
  opened_ms INTEGER NOT NULL,
  closed_ms INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX channel_by_book ON channel (book);

-- What channels have brought. `ident` is the sender's own id for it, or the hash of the body: what
-- came once is known for ever, the body only until a device has made something of it.
CREATE TABLE document (
  no INTEGER PRIMARY KEY,
  document BLOB NOT NULL UNIQUE,
  book BLOB NOT NULL,
  channel BLOB NOT NULL,
  ident TEXT NOT NULL,
  media_type TEXT NOT NULL,
  hash BLOB NOT NULL,
  body BLOB,
  received_ms INTEGER NOT NULL,
  lease BLOB,
  leased_until_ms INTEGER NOT NULL,
  done_ms INTEGER,
  UNIQUE (channel, ident)
) STRICT;
CREATE INDEX document_waiting ON document (book, no) WHERE done_ms IS NULL;

-- Pages that tell customers how far an order is, by the hash of their link. A page that was
-- withdrawn stays as a row without one, so that no late device brings it back.
CREATE TABLE tracking (
  link BLOB PRIMARY KEY,
  book BLOB NOT NULL,
  revision INTEGER NOT NULL,
  page BLOB,
  published_ms INTEGER NOT NULL,
  expires_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX tracking_by_book ON tracking (book);
CREATE INDEX tracking_by_end ON tracking (expires_ms);
