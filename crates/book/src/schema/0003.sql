-- Till sessions by the device whose drawer it is; `number` is that of the Z report, once counted.
CREATE TABLE till_session (
  no INTEGER PRIMARY KEY REFERENCES subject,
  device BLOB NOT NULL,
  number TEXT,
  opened_ms INTEGER NOT NULL,
  version INTEGER NOT NULL
) STRICT;
CREATE INDEX till_session_by_device ON till_session (device);
CREATE INDEX till_session_open ON till_session (device) WHERE number IS NULL;
CREATE INDEX till_session_by_number ON till_session (number) WHERE number IS NOT NULL;
