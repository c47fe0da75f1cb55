SELECT product.no, subject.id, product.sku, product.title, product.cost_micro, on_hand_milli
FROM stock_balance INDEXED BY stock_balance_by_location
JOIN product ON product.no = stock_balance.product
JOIN subject ON subject.no = product.no
WHERE stock_balance.location = ?1 AND on_hand_milli <> 0
  AND (?2 IS NULL OR product.category = ?2)
ORDER BY product.sku
