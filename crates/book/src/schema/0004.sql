-- From here on the rows of orders wait as their sums do. Where some wait in the older sense, whose
-- rows are in the tables already, all tables are computed again from the journal before use.
INSERT INTO meta (key, value) SELECT 'rebuild', 1 WHERE EXISTS (SELECT 1 FROM waiting);

-- Whose order waits, so that the doubles of an order are found among those that wait.
ALTER TABLE waiting ADD COLUMN customer INTEGER REFERENCES subject;
