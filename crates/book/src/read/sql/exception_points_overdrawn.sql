-- scan: the partial index holds the overdrawn balances alone.
SELECT customer.no, customer.name, CAST(points AS TEXT)
FROM points_balance INDEXED BY points_balance_overdrawn
JOIN customer ON customer.no = points_balance.customer
WHERE points < 0 AND ?1 = ?1
