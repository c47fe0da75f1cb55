SELECT DISTINCT product FROM lot_balance
WHERE lot = ?1 AND on_hand_milli > 0
  AND location = (SELECT no FROM term WHERE text = 'customer')
LIMIT 2
