-- scan: a digest reads every row.
SELECT (SELECT id FROM subject WHERE no = customer_first.customer), month, revenue_minor
FROM customer_first
