-- Parts of snapshots, by the hash of their bytes. Which snapshot they belong to its listing says.
CREATE TABLE chunk (
  no INTEGER PRIMARY KEY,
  book BLOB NOT NULL,
  hash TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  body BLOB NOT NULL
) STRICT;
CREATE UNIQUE INDEX chunk_by_hash ON chunk (book, hash, bytes);

-- The newest snapshot of each book: its listing, as JSON.
CREATE TABLE snapshot (
  book BLOB PRIMARY KEY,
  came_ms INTEGER NOT NULL,
  bytes INTEGER NOT NULL,
  stored_bytes INTEGER NOT NULL,
  entries INTEGER NOT NULL,
  listing BLOB NOT NULL
) STRICT;

-- Which device makes a book's next snapshot, and until when nobody else does; and when the last one
-- came, whether it is still there or not.
CREATE TABLE snapshot_work (
  book BLOB PRIMARY KEY,
  holder BLOB NOT NULL,
  until_ms INTEGER NOT NULL,
  came_ms INTEGER
) STRICT, WITHOUT ROWID;
