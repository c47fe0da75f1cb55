-- Payloads are packed where that makes them shorter; `payload` is then empty. `said` is the one of
-- both that counts.
ALTER TABLE journal ADD COLUMN packed BLOB;
ALTER TABLE journal ADD COLUMN said ANY
  GENERATED ALWAYS AS (CASE WHEN payload = '' THEN packed ELSE payload END) VIRTUAL;

-- People of the shop, and what was refused and approved.
--
-- The hash of a PIN is in no table but the journal's personal parts: here stands only that there is
-- one. `role` is the key of one of the settings' roles.
CREATE TABLE person (
  no INTEGER PRIMARY KEY REFERENCES subject,
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  has_pin INTEGER NOT NULL,
  archived INTEGER NOT NULL,
  version INTEGER NOT NULL
) STRICT;

-- Refusals and approvals, by time: `said` is what the entry says, as JSON.
CREATE TABLE audit (
  no INTEGER PRIMARY KEY REFERENCES subject,
  at_ms INTEGER NOT NULL,
  offset_min INTEGER NOT NULL,
  kind TEXT NOT NULL,
  actor TEXT NOT NULL,
  said TEXT NOT NULL
) STRICT;
CREATE INDEX audit_by_time ON audit (at_ms);

-- Store credit and gift cards.
--
-- What moves the balances, by whose they are (a customer or a card) and by what moved them (an
-- order, or the customer or card itself). Few orders have any.
CREATE TABLE credit_move (
  holder INTEGER NOT NULL,
  at_ms INTEGER NOT NULL,
  cause INTEGER NOT NULL,
  part INTEGER NOT NULL,
  offset_min INTEGER NOT NULL,
  business_day INTEGER NOT NULL,
  kind INTEGER NOT NULL,
  amount_minor INTEGER NOT NULL,
  PRIMARY KEY (holder, at_ms, cause, part)
) STRICT, WITHOUT ROWID;

-- The balances: sums of the movements. The index holds what somebody must look at.
CREATE TABLE credit_balance (
  holder INTEGER PRIMARY KEY,
  amount_minor INTEGER NOT NULL
) STRICT;
CREATE INDEX credit_balance_overdrawn ON credit_balance (holder) WHERE amount_minor < 0;

-- The gift cards. State: 0 can be spent, 1 blocked, 2 replaced.
CREATE TABLE gift_card (
  no INTEGER PRIMARY KEY REFERENCES subject,
  code TEXT NOT NULL,
  issued_ms INTEGER NOT NULL,
  issued_day INTEGER NOT NULL,
  expires_day INTEGER,
  state INTEGER NOT NULL,
  version INTEGER NOT NULL
) STRICT;
CREATE INDEX gift_card_by_issue ON gift_card (issued_ms);

-- Orders in another currency than the book's: the amounts of their documents. Those of their rows
-- are the book's, so that rows sort and sum.
CREATE TABLE order_foreign (
  no INTEGER PRIMARY KEY REFERENCES subject,
  currency TEXT NOT NULL,
  total_minor INTEGER NOT NULL,
  paid_minor INTEGER NOT NULL
) STRICT;

-- The points programme, and the cards that customers are known by at the counter.
--
-- What moves somebody's points. The balances are what is left of them, point by point with its
-- last day, once all movements have happened; the index holds what somebody must look at.
CREATE TABLE points_move (
  customer INTEGER NOT NULL,
  at_ms INTEGER NOT NULL,
  cause INTEGER NOT NULL,
  part INTEGER NOT NULL,
  offset_min INTEGER NOT NULL,
  business_day INTEGER NOT NULL,
  kind INTEGER NOT NULL,
  points INTEGER NOT NULL,
  expires_day INTEGER,
  PRIMARY KEY (customer, at_ms, cause, part)
) STRICT, WITHOUT ROWID;
CREATE TABLE points_balance (
  customer INTEGER PRIMARY KEY,
  points INTEGER NOT NULL
) STRICT;
CREATE INDEX points_balance_overdrawn ON points_balance (customer) WHERE points < 0;
CREATE TABLE loyalty_card (
  code TEXT NOT NULL,
  customer INTEGER NOT NULL,
  PRIMARY KEY (code, customer)
) STRICT, WITHOUT ROWID;

-- What was approved of a record stands in its history.
CREATE INDEX audit_by_record ON audit (json_extract(said, '$.record'))
  WHERE kind = 'audit.approved';
