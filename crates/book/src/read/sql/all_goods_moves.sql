-- scan: reads every movement once, in the order of the table.
SELECT product, at_ms, subject, part, from_location, to_location, quantity_milli, offset_min,
       unit_cost_micro
FROM stock_move
ORDER BY product, at_ms, subject, part
