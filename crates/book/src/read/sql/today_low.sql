-- scan: the products that have a reorder point.
SELECT subject.id, low.sku, low.title, low.on_hand, low.reorder_point_milli
FROM (
  SELECT product.no, product.sku, product.title, product.reorder_point_milli,
         coalesce(sum(on_hand_milli), 0) AS on_hand,
         coalesce(sum(on_hand_milli * coalesce(location.sellable, 1) - allocated_milli)
                  - coalesce(product.safety_milli, 0), 0) AS available
  FROM product INDEXED BY product_to_reorder
  LEFT JOIN stock_balance ON stock_balance.product = product.no
    AND stock_balance.location NOT IN (SELECT no FROM term WHERE text IN
      ('customer', 'adjustment', 'supplier', 'transit', 'scrap', 'assembly'))
  LEFT JOIN location ON location.place = stock_balance.location
  WHERE product.reorder_point_milli IS NOT NULL AND product.archived = 0 AND product.service = 0
  GROUP BY product.no
) AS low
JOIN subject ON subject.no = low.no
WHERE low.available <= low.reorder_point_milli
ORDER BY low.reorder_point_milli - low.available DESC, low.sku
