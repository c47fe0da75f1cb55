-- scan: a report on every lot that lies somewhere.
SELECT product, lot, on_hand_milli, expires_day FROM (
  SELECT lot_balance.product, lot_balance.lot, sum(lot_balance.on_hand_milli) AS on_hand_milli,
         iif(EXISTS (SELECT 1 FROM lot_day WHERE lot_day.product = lot_balance.product
                     AND lot_day.lot = lot_balance.lot),
             (SELECT expires_day FROM lot_day WHERE lot_day.product = lot_balance.product
              AND lot_day.lot = lot_balance.lot),
             (SELECT min(expires_day) FROM lot_move WHERE lot_move.product = lot_balance.product
              AND lot_move.lot = lot_balance.lot)) AS expires_day
  FROM lot_balance
  WHERE lot_balance.location NOT IN (
    SELECT no FROM term
    WHERE text IN ('customer', 'supplier', 'adjustment', 'scrap', 'transit', 'assembly'))
  GROUP BY lot_balance.product, lot_balance.lot
)
WHERE on_hand_milli > 0 AND expires_day <= ?1
