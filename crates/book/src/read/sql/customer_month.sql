SELECT documents, revenue_minor
FROM customer_sales
WHERE grain = 1 AND period = ?2 AND customer = ?1
