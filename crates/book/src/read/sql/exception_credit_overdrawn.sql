-- scan: the partial index holds the overdrawn balances alone.
SELECT customer.no, customer.name, CAST(amount_minor AS TEXT)
FROM credit_balance INDEXED BY credit_balance_overdrawn
JOIN customer ON customer.no = credit_balance.holder
WHERE amount_minor < 0 AND ?1 = ?1
