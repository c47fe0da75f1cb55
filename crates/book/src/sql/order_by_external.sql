SELECT subject.id FROM orders JOIN subject ON subject.no = orders.no
WHERE orders.external_id = ?1 COLLATE NOCASE AND orders.external_id = ?1 AND orders.channel = ?2
LIMIT 1
