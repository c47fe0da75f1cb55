SELECT at_ms, business_day, amount_minor, cause
FROM credit_move WHERE holder = ?1 AND business_day BETWEEN ?2 AND ?3
ORDER BY at_ms, cause, part
