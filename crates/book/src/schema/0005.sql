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
