-- scan: locations are few.
SELECT product.no, product.sku || ' ' || product.title,
       CAST(stock_balance.on_hand_milli AS TEXT)
FROM stock_balance INDEXED BY stock_balance_short
JOIN product ON product.no = stock_balance.product
WHERE stock_balance.location IN (SELECT ?1 UNION SELECT place FROM location)
  AND (stock_balance.on_hand_milli < stock_balance.allocated_milli
       OR stock_balance.on_hand_milli < 0)
  AND stock_balance.on_hand_milli < 0 AND stock_balance.allocated_milli <= 0
  AND stock_balance.on_hand_milli + coalesce((
    SELECT sum(there.on_hand_milli) FROM location AS shelf
    JOIN stock_balance AS there
      ON there.product = stock_balance.product AND there.location = shelf.place
    WHERE shelf.parent = stock_balance.location), 0) < 0
ORDER BY product.sku
