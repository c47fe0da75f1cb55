-- scan: a check reads every balance.
SELECT count(*) FROM (
  SELECT product FROM stock_balance GROUP BY product HAVING sum(on_hand_milli) <> 0
)
