SELECT DISTINCT coalesce(country, (SELECT no FROM term WHERE text = ''))
FROM orders
WHERE customer = ?1 AND business_day BETWEEN ?2 AND ?3
  AND (state IN (1, 2) OR (state = 3 AND number IS NOT NULL AND total_minor <> 0))
