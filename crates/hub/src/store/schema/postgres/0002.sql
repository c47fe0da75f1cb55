-- Channels that bring foreign documents, each with a secret of its own.
CREATE TABLE channel (
  channel uuid PRIMARY KEY,
  book uuid NOT NULL,
  name text NOT NULL,
  secret text NOT NULL,
  opened_ms bigint NOT NULL,
  closed_ms bigint
);
CREATE INDEX channel_by_book ON channel (book);

-- What channels have brought. `ident` is the sender's own id for it, or the hash of the body: what
-- came once is known for ever, the body only until a device has made something of it.
CREATE TABLE document (
  no bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  document uuid NOT NULL UNIQUE,
  book uuid NOT NULL,
  channel uuid NOT NULL,
  ident text NOT NULL,
  media_type text NOT NULL,
  hash bytea NOT NULL,
  body bytea,
  received_ms bigint NOT NULL,
  lease uuid,
  leased_until_ms bigint NOT NULL,
  done_ms bigint,
  UNIQUE (channel, ident)
);
CREATE INDEX document_waiting ON document (book, no) WHERE done_ms IS NULL;

-- Pages that tell customers how far an order is, by the hash of their link. A page that was
-- withdrawn stays as a row without one, so that no late device brings it back.
CREATE TABLE tracking (
  link bytea PRIMARY KEY,
  book uuid NOT NULL,
  revision bigint NOT NULL,
  page bytea,
  published_ms bigint NOT NULL,
  expires_ms bigint NOT NULL
);
CREATE INDEX tracking_by_book ON tracking (book);
CREATE INDEX tracking_by_end ON tracking (expires_ms);
