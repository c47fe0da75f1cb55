SELECT subject.id, orders.number, orders.external_id
FROM orders INDEXED BY orders_by_external JOIN subject ON subject.no = orders.no
WHERE orders.external_id IS NOT NULL
  AND orders.external_id COLLATE NOCASE >= ?1 AND orders.external_id COLLATE NOCASE < ?2
ORDER BY orders.external_id COLLATE NOCASE
LIMIT ?3
