-- scan: a check reads every balance.
SELECT count(*) FROM (
  SELECT holder, amount_minor FROM credit_balance
  EXCEPT
  SELECT holder, sum(amount_minor) FROM credit_move GROUP BY holder
)
