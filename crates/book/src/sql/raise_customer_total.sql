UPDATE customer_total SET
  documents = documents + ?2,
  revenue_minor = revenue_minor + ?3,
  balance_minor = balance_minor + ?4,
  last_day = max(coalesce(last_day, ?6), coalesce(?6, last_day))
WHERE customer = ?1 AND (?5 IS NULL OR first_day <= ?5)
  AND (documents + ?2 <> 0 OR revenue_minor + ?3 <> 0 OR balance_minor + ?4 <> 0)
