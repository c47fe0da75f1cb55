UPDATE customer_total SET (first_day, last_day) = (
  SELECT min(business_day), max(business_day) FROM orders
  WHERE orders.customer = ?1 AND (state IN (1, 2) OR (state = 3 AND number IS NOT NULL AND fulfilment <> 0))
)
WHERE customer = ?1
