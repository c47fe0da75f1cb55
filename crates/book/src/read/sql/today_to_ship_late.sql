SELECT count(*) FROM orders
WHERE fulfilment IN (2, 3) AND state = 1 AND business_day < ?1
