SELECT subject.id, customer.name, customer.code
FROM customer JOIN subject ON subject.no = customer.no
WHERE customer.code IS NOT NULL AND customer.code = ?1 AND ?2 = ?2
LIMIT ?3
