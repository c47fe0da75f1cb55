-- Orders whose share of the sums is still to be added: a sale writes its own rows and the balances
-- that the next sale needs; what only reports and histories show is added for many orders at once,
-- before anybody reads it. The sums hold the record's entries up to `summed_pos`.
CREATE TABLE waiting (
  subject INTEGER PRIMARY KEY REFERENCES subject,
  summed_pos INTEGER NOT NULL
) STRICT;

-- Nearly every order ends closed, paid and shipped: the indexes by status hold the others alone, so
-- that a counter sale, which ends at once, touches none of them. The common ones are walked by
-- time, in an index that knows the statuses and gives ties in the order of numbers.
DROP INDEX orders_by_placed;
DROP INDEX orders_by_payment;
DROP INDEX orders_by_fulfilment;
DROP INDEX orders_by_state;
CREATE INDEX orders_by_placed ON orders (placed_ms, no, state, payment, fulfilment);
CREATE INDEX orders_by_payment ON orders (payment, placed_ms) WHERE payment <> 2;
CREATE INDEX orders_by_fulfilment ON orders (fulfilment, placed_ms) WHERE fulfilment <> 4;
CREATE INDEX orders_by_state ON orders (state, placed_ms) WHERE state <> 2;
