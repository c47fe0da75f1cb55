-- Parts of snapshots, by the hash of their bytes. Which snapshot they belong to its listing says.
CREATE TABLE chunk (
  book uuid NOT NULL,
  hash text NOT NULL,
  bytes bigint NOT NULL,
  body bytea NOT NULL,
  PRIMARY KEY (book, hash)
);
-- They are packed, and mostly sealed: PostgreSQL would pack them in vain.
ALTER TABLE chunk ALTER COLUMN body SET STORAGE EXTERNAL;

-- The newest snapshot of each book: its listing, as JSON.
CREATE TABLE snapshot (
  book uuid PRIMARY KEY,
  came_ms bigint NOT NULL,
  bytes bigint NOT NULL,
  stored_bytes bigint NOT NULL,
  entries bigint NOT NULL,
  listing bytea NOT NULL
);

-- Which device makes a book's next snapshot, and until when nobody else does; and when the last one
-- came, whether it is still there or not.
CREATE TABLE snapshot_work (
  book uuid PRIMARY KEY,
  holder bytea NOT NULL,
  until_ms bigint NOT NULL,
  came_ms bigint
);
