-- scan: a check reads every move.
SELECT count(*) FROM (
  SELECT product, lot, location, sum(quantity_milli) FROM (
    SELECT product, lot, to_location AS location, quantity_milli FROM lot_move
    UNION ALL
    SELECT product, lot, from_location, -quantity_milli FROM lot_move
  ) GROUP BY product, lot, location HAVING sum(quantity_milli) <> 0
  EXCEPT
  SELECT product, lot, location, on_hand_milli FROM lot_balance
)
