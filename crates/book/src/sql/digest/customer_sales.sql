-- scan: a digest reads every row.
SELECT grain, period, (SELECT id FROM subject WHERE no = customer_sales.customer), documents,
       revenue_minor
FROM customer_sales
