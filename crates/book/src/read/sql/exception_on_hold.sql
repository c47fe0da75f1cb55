-- scan: the partial index holds the flagged orders alone.
SELECT orders.no, orders.number,
       trim(iif(flags & 16, 'payment_review ', '') || iif(flags & 32, 'address ', '')
            || iif(flags & 64, 'stock ', '') || iif(flags & 128, 'customer ', '')
            || iif(flags & 256, 'manual ', ''))
FROM orders INDEXED BY orders_by_flags
WHERE orders.flags <> 0 AND orders.flags & 496 AND ?1 = ?1
