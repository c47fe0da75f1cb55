-- scan: a check reads every leg.
SELECT count(*) FROM (
  SELECT account, business_day, amount_minor FROM money_balance
  EXCEPT
  SELECT account, business_day, sum(amount_minor) FROM money_leg GROUP BY account, business_day
)
