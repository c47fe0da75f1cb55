-- scan: one row per product and place, a fraction of the lines.
SELECT product.no, sum(on_hand_milli) AS held, product.cost_micro, product.unit_price_micro
FROM stock_balance
JOIN product ON product.no = stock_balance.product
WHERE location NOT IN (SELECT no FROM term WHERE text IN
  ('customer', 'adjustment', 'supplier', 'transit', 'scrap'))
GROUP BY stock_balance.product
HAVING held <> 0
