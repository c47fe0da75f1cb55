SELECT at_ms, offset_min, subject, from_location, to_location, quantity_milli
FROM lot_move
WHERE product = ?1 AND lot = ?2
ORDER BY at_ms, subject, part
