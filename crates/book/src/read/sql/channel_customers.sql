SELECT channel, count(DISTINCT customer)
FROM orders
WHERE business_day BETWEEN ?1 AND ?2 AND state IN (1, 2)
GROUP BY channel
