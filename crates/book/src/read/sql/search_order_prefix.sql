SELECT subject.id, orders.number,
       CASE customer.erased WHEN 1 THEN 'Erased customer ' || lower(substr(hex(buyer.id), 27))
         ELSE customer.name END
FROM orders JOIN subject ON subject.no = orders.no
LEFT JOIN subject AS buyer ON buyer.no = orders.customer
LEFT JOIN customer ON customer.no = orders.customer
WHERE orders.number COLLATE NOCASE >= ?1 AND orders.number COLLATE NOCASE < ?2
ORDER BY orders.number COLLATE NOCASE
LIMIT ?3
