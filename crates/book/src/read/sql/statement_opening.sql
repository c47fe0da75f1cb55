SELECT coalesce(sum(money_leg.amount_minor), 0)
FROM orders JOIN money_leg ON money_leg.subject = orders.no
WHERE orders.customer = ?1 AND money_leg.account = ?2 AND money_leg.business_day < ?3
