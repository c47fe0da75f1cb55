SELECT subject.id, coalesce(orders.number, orders.external_id),
       CASE customer.erased WHEN 1 THEN 'Erased customer ' || lower(substr(hex(buyer.id), 27))
         ELSE customer.name END
FROM orders JOIN subject ON subject.no = orders.no
LEFT JOIN subject AS buyer ON buyer.no = orders.customer
LEFT JOIN customer ON customer.no = orders.customer
WHERE orders.number = ?1 COLLATE NOCASE AND ?2 = ?2
LIMIT ?3
