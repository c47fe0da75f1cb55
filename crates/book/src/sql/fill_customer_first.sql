-- scan: a fresh fold fills the whole table once.
INSERT INTO customer_first
SELECT customer, month, coalesce((
  SELECT revenue_minor FROM customer_sales
  WHERE grain = 1 AND period = month AND customer_sales.customer = first.customer
), 0)
FROM (
  SELECT customer, unixepoch(first_day * 86400, 'unixepoch', 'start of month') / 86400 AS month
  FROM customer_total WHERE first_day IS NOT NULL
) AS first
