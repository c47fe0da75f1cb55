SELECT at_ms, offset_min, subject.kind, subject.id, subject.no, from_location, to_location,
       quantity_milli
FROM stock_move
JOIN subject ON subject.no = stock_move.subject
WHERE product = ?1
ORDER BY at_ms DESC, stock_move.subject DESC, part DESC
