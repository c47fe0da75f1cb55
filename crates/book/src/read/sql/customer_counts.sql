SELECT period, customers
FROM customer_count
WHERE grain = ?1 AND period BETWEEN ?2 AND ?3
