-- scan: a digest reads every row.
SELECT (SELECT id FROM subject WHERE no = customer_total.customer), documents, revenue_minor,
       balance_minor, first_day, last_day
FROM customer_total
