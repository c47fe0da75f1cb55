SELECT subject.id, coalesce(orders.number, orders.external_id), customer.name
FROM orders JOIN subject ON subject.no = orders.no
LEFT JOIN customer ON customer.no = orders.customer
WHERE orders.number = ?1 COLLATE NOCASE AND ?2 = ?2
LIMIT ?3
