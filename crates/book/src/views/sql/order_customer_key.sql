SELECT name_key, orders.customer, placed_ms
FROM orders
LEFT JOIN customer ON customer.no = orders.customer
WHERE orders.no = ?1
