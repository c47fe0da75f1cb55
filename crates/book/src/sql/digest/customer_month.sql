-- scan: a digest reads every row.
SELECT month, revenue_minor, new_customers, new_revenue_minor
FROM customer_month
