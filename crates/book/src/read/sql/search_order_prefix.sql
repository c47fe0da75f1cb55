SELECT subject.id, orders.number, customer.name
FROM orders JOIN subject ON subject.no = orders.no
LEFT JOIN customer ON customer.no = orders.customer
WHERE orders.number COLLATE NOCASE >= ?1 AND orders.number COLLATE NOCASE < ?2
ORDER BY orders.number COLLATE NOCASE
LIMIT ?3
