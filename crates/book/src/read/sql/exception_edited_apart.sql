-- scan: the partial index holds the flagged orders alone.
SELECT orders.no, orders.number, NULL
FROM orders INDEXED BY orders_by_flags
WHERE orders.flags <> 0 AND orders.flags & 512 AND ?1 = ?1
