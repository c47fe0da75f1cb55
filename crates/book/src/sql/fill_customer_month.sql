-- scan: a fresh fold fills the whole table once.
INSERT INTO customer_month
SELECT period, sum(revenue_minor), 0, 0 FROM customer_sales WHERE grain = 1 GROUP BY period
