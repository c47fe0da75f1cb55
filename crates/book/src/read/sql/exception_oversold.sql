SELECT product.no, product.sku || ' ' || product.title,
       CAST(stock_balance.allocated_milli - max(stock_balance.on_hand_milli, 0) AS TEXT)
FROM stock_balance INDEXED BY stock_balance_short
JOIN product ON product.no = stock_balance.product
WHERE stock_balance.location = ?1
  AND (stock_balance.on_hand_milli < stock_balance.allocated_milli
       OR stock_balance.on_hand_milli < 0)
  AND stock_balance.allocated_milli > 0
  AND stock_balance.allocated_milli > stock_balance.on_hand_milli
ORDER BY product.sku
