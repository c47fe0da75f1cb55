SELECT DISTINCT product FROM lot_balance
WHERE lot = ?1 AND on_hand_milli > 0
  AND location NOT IN (
    SELECT no FROM term
    WHERE text IN ('customer', 'supplier', 'adjustment', 'scrap', 'transit', 'assembly'))
LIMIT 2
