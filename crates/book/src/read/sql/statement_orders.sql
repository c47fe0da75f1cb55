SELECT DISTINCT orders.no
FROM orders JOIN money_leg ON money_leg.subject = orders.no
WHERE orders.customer = ?1 AND money_leg.business_day BETWEEN ?2 AND ?3
