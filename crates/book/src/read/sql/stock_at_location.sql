SELECT subject.id, product.sku, product.title, on_hand_milli, allocated_milli, cost_micro
FROM product INDEXED BY product_by_sku
JOIN stock_balance ON stock_balance.product = product.no AND stock_balance.location = ?1
JOIN subject ON subject.no = product.no
WHERE product.sku >= '' AND (on_hand_milli <> 0 OR allocated_milli <> 0)
ORDER BY product.sku, product.no
LIMIT ?2 OFFSET ?3
