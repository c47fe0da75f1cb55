-- scan: products with serial numbers are few.
SELECT product.no, product.sku || ' ' || product.title, lot_balance.lot
FROM product_tracking
JOIN lot_balance ON lot_balance.product = product_tracking.product
JOIN product ON product.no = lot_balance.product
WHERE product_tracking.tracking = 2
  AND lot_balance.location IN (
    SELECT ?1 UNION SELECT place FROM location
    UNION SELECT no FROM term WHERE text = 'transit')
GROUP BY lot_balance.product, lot_balance.lot
HAVING sum(lot_balance.on_hand_milli) > 1000
ORDER BY product.sku, lot_balance.lot
