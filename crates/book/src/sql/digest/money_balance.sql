-- scan: a digest reads every row.
SELECT (SELECT text FROM term WHERE no = money_balance.account), business_day, amount_minor
FROM money_balance
