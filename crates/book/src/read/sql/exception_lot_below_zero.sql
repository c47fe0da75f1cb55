-- scan: the partial index holds the few below zero alone.
SELECT product.no, product.sku || ' ' || product.title,
       lot_balance.lot || ': ' || CAST(sum(lot_balance.on_hand_milli) AS TEXT)
FROM lot_balance INDEXED BY lot_balance_below
JOIN product ON product.no = lot_balance.product
WHERE lot_balance.on_hand_milli < 0
  AND lot_balance.location IN (SELECT ?1 UNION SELECT place FROM location)
  AND lot_balance.on_hand_milli + coalesce((
    SELECT sum(there.on_hand_milli) FROM location AS shelf
    JOIN lot_balance AS there ON there.product = lot_balance.product
      AND there.location = shelf.place AND there.lot = lot_balance.lot
    WHERE shelf.parent = lot_balance.location), 0) < 0
GROUP BY lot_balance.product, lot_balance.lot
ORDER BY product.sku, lot_balance.lot
