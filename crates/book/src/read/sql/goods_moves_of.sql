SELECT product, at_ms, subject, part, from_location, to_location, quantity_milli, offset_min,
       unit_cost_micro
FROM stock_move
WHERE product = ?1
ORDER BY at_ms, subject, part
