SELECT subject.id,
       CASE customer.erased WHEN 0 THEN customer.name
         ELSE 'Erased customer ' || lower(substr(hex(subject.id), 27)) END,
       customer.code
FROM customer JOIN subject ON subject.no = customer.no
WHERE customer.code IS NOT NULL AND customer.code = ?1 AND ?2 = ?2
LIMIT ?3
