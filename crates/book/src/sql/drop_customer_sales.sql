DELETE FROM customer_sales
WHERE grain = ?1 AND period = ?2 AND customer = ?3 AND documents = 0 AND revenue_minor = 0
