-- scan: a check reads every move.
SELECT count(*) FROM (
  SELECT product, location, on_hand_milli FROM stock_balance WHERE on_hand_milli <> 0
  EXCEPT
  SELECT product, location, sum(quantity_milli) FROM (
    SELECT product, to_location AS location, quantity_milli FROM stock_move
    UNION ALL
    SELECT product, from_location, -quantity_milli FROM stock_move
  ) GROUP BY product, location
)
