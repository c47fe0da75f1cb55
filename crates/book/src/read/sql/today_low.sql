-- scan: the products that have a reorder point.
SELECT subject.id, product.sku, product.title, coalesce(stock_balance.on_hand_milli, 0) AS on_hand,
       product.reorder_point_milli
FROM product INDEXED BY product_to_reorder
LEFT JOIN stock_balance ON stock_balance.product = product.no AND stock_balance.location = ?1
JOIN subject ON subject.no = product.no
WHERE product.reorder_point_milli IS NOT NULL AND product.archived = 0 AND product.service = 0
  AND coalesce(stock_balance.on_hand_milli - stock_balance.allocated_milli, 0)
      <= product.reorder_point_milli
ORDER BY product.reorder_point_milli
         - coalesce(stock_balance.on_hand_milli - stock_balance.allocated_milli, 0) DESC,
         product.sku
