SELECT at_ms, offset_min, subject, from_location, to_location, quantity_milli
FROM stock_move
WHERE product = ?1 AND (from_location = ?2 OR to_location = ?2)
ORDER BY at_ms DESC, subject DESC, part DESC
