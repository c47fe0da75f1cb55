-- scan: a digest reads every row.
SELECT (SELECT id FROM subject WHERE no = credit_balance.holder), amount_minor
FROM credit_balance
