-- scan: balances of the shop's own location, as many as there are products.
SELECT product.no, product.sku || ' ' || product.title,
       CAST(stock_balance.on_hand_milli AS TEXT)
FROM stock_balance JOIN product ON product.no = stock_balance.product
WHERE stock_balance.location = ?1 AND stock_balance.on_hand_milli < 0
  AND stock_balance.allocated_milli <= 0
