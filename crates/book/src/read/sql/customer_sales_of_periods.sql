SELECT customer, documents, revenue_minor
FROM customer_sales
WHERE grain = ?1 AND period BETWEEN ?2 AND ?3
