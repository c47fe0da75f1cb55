SELECT no FROM orders WHERE run = ?1
UNION ALL
SELECT no FROM stock_document WHERE run = ?1
UNION ALL
SELECT no FROM product WHERE run = ?1
  AND NOT EXISTS (
    SELECT 1 FROM order_line JOIN orders ON orders.no = order_line.order_no
    WHERE order_line.product = product.no AND orders.run IS NOT ?1
  )
  AND NOT EXISTS (
    SELECT 1 FROM stock_move
    WHERE stock_move.product = product.no
      AND NOT EXISTS (SELECT 1 FROM orders WHERE no = stock_move.subject AND run = ?1)
      AND NOT EXISTS (SELECT 1 FROM stock_document WHERE no = stock_move.subject AND run = ?1)
  )
UNION ALL
SELECT no FROM customer WHERE run = ?1
  AND NOT EXISTS (
    SELECT 1 FROM orders WHERE orders.customer = customer.no AND orders.run IS NOT ?1
  )
