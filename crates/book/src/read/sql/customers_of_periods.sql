SELECT customer
FROM customer_sales
WHERE grain = ?1 AND period BETWEEN ?2 AND ?3 AND documents > 0
