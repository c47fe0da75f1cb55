-- scan: a digest reads every row.
SELECT business_day, hour, documents, lines, revenue_minor
FROM sales_hour
