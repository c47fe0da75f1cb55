-- scan: a check reads every leg.
SELECT count(*) FROM (
  SELECT subject FROM money_leg GROUP BY subject HAVING sum(amount_minor) <> 0
)
