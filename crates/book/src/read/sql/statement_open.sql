SELECT subject.id, orders.number, orders.business_day, orders.due_day,
       sum(money_leg.amount_minor) AS due_minor, orders.no
FROM orders
JOIN money_leg ON money_leg.subject = orders.no
JOIN subject ON subject.no = orders.no
WHERE orders.customer = ?1 AND money_leg.account = ?2 AND money_leg.business_day <= ?3
GROUP BY orders.no HAVING due_minor <> 0
ORDER BY orders.business_day, orders.placed_ms
