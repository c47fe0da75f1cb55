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

-- The sums of sales_day by month, so that years of sales by country or channel are few rows. `month`
-- is the first day of it.
CREATE TABLE sales_month (
  month INTEGER NOT NULL,
  channel INTEGER NOT NULL,
  country INTEGER NOT NULL,
  documents INTEGER NOT NULL,
  lines INTEGER NOT NULL,
  units_milli INTEGER NOT NULL,
  revenue_minor INTEGER NOT NULL,
  tax_minor INTEGER NOT NULL,
  returns INTEGER NOT NULL,
  return_lines INTEGER NOT NULL,
  returned_milli INTEGER NOT NULL,
  returned_minor INTEGER NOT NULL,
  adjustments INTEGER NOT NULL,
  adjusted_minor INTEGER NOT NULL,
  corrections INTEGER NOT NULL,
  corrected_milli INTEGER NOT NULL,
  PRIMARY KEY (month, channel, country)
) STRICT, WITHOUT ROWID;
INSERT INTO sales_month
SELECT unixepoch(business_day * 86400, 'unixepoch', 'start of month') / 86400 AS month, channel, country,
       sum(documents), sum(lines), sum(units_milli), sum(revenue_minor), sum(tax_minor),
       sum(returns), sum(return_lines), sum(returned_milli), sum(returned_minor),
       sum(adjustments), sum(adjusted_minor), sum(corrections), sum(corrected_milli)
FROM sales_day
GROUP BY month, channel, country;

-- Who bought for the first time in which month, and what: `customer_first` per customer, and
-- `customer_month` the sums of it beside the revenue of all customers that are known.
CREATE TABLE customer_first (
  customer INTEGER PRIMARY KEY,
  month INTEGER NOT NULL,
  revenue_minor INTEGER NOT NULL
) STRICT;
CREATE TABLE customer_month (
  month INTEGER PRIMARY KEY,
  revenue_minor INTEGER NOT NULL,
  new_customers INTEGER NOT NULL,
  new_revenue_minor INTEGER NOT NULL
) STRICT;
INSERT INTO customer_first
SELECT customer, month, coalesce((
  SELECT revenue_minor FROM customer_sales
  WHERE grain = 1 AND period = month AND customer_sales.customer = first.customer
), 0)
FROM (
  SELECT customer, unixepoch(first_day * 86400, 'unixepoch', 'start of month') / 86400 AS month
  FROM customer_total WHERE first_day IS NOT NULL
) AS first;
INSERT INTO customer_month
SELECT period, sum(revenue_minor), 0, 0 FROM customer_sales WHERE grain = 1 GROUP BY period;
INSERT INTO customer_month
SELECT month, 0, count(*), sum(revenue_minor) FROM customer_first WHERE true GROUP BY month
ON CONFLICT DO UPDATE SET new_customers = excluded.new_customers,
                          new_revenue_minor = excluded.new_revenue_minor;
DELETE FROM customer_month WHERE revenue_minor = 0 AND new_customers = 0 AND new_revenue_minor = 0;
