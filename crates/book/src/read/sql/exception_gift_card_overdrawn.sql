-- scan: the partial index holds the overdrawn balances alone.
SELECT gift_card.no, gift_card.code, CAST(amount_minor AS TEXT)
FROM credit_balance INDEXED BY credit_balance_overdrawn
JOIN gift_card ON gift_card.no = credit_balance.holder
WHERE amount_minor < 0 AND ?1 = ?1
