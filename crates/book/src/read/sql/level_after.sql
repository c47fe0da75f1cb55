SELECT coalesce(sum(iif(to_location = ?2, quantity_milli, -quantity_milli)), 0)
FROM stock_move
WHERE product = ?1 AND at_ms > ?3 AND (from_location = ?2) <> (to_location = ?2)
