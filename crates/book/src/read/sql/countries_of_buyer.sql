SELECT DISTINCT term.no
FROM orders
JOIN term ON term.text = coalesce((SELECT text FROM term AS named WHERE named.no = country), '')
WHERE customer = ?1 AND business_day BETWEEN ?2 AND ?3 AND state IN (1, 2, 3)
