INSERT INTO customer_total (customer, documents, revenue_minor, balance_minor, first_day, last_day)
VALUES (?1, ?2, ?3, ?4, ?5, ?6)
ON CONFLICT DO UPDATE SET
  documents = documents + excluded.documents,
  revenue_minor = revenue_minor + excluded.revenue_minor,
  balance_minor = balance_minor + excluded.balance_minor,
  first_day = min(coalesce(first_day, excluded.first_day), coalesce(excluded.first_day, first_day)),
  last_day = max(coalesce(last_day, excluded.last_day), coalesce(excluded.last_day, last_day))
