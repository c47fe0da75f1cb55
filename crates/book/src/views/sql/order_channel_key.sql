SELECT term.text, placed_ms
FROM orders
JOIN term ON term.no = orders.channel
WHERE orders.no = ?1
