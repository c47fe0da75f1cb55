-- scan: a digest reads every row.
SELECT grain, period, customers
FROM customer_count
