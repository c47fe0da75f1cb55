SELECT orders.no, subject.id, orders.number, orders.placed_ms, orders.offset_min
FROM orders INDEXED BY orders_by_fulfilment
JOIN order_line ON order_line.product = ?1 AND order_line.order_no = orders.no
JOIN subject ON subject.no = orders.no
WHERE orders.fulfilment IN (2, 3) AND orders.fulfilment <> 4
GROUP BY orders.no
ORDER BY orders.placed_ms
