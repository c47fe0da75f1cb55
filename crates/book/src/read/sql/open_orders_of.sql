SELECT orders.no, subject.id, orders.number, orders.placed_ms, orders.offset_min
FROM orders INDEXED BY orders_by_fulfilment
JOIN (SELECT order_no FROM order_line WHERE product = ?1
      UNION SELECT order_no FROM component_line WHERE product = ?1) AS named
  ON named.order_no = orders.no
JOIN subject ON subject.no = orders.no
WHERE orders.fulfilment IN (2, 3) AND orders.fulfilment <> 4
ORDER BY orders.placed_ms
