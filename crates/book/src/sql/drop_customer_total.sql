DELETE FROM customer_total
WHERE customer = ?1 AND documents = 0 AND revenue_minor = 0 AND balance_minor = 0
