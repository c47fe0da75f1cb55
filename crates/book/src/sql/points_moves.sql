SELECT subject.id, points_move.kind, points, business_day, expires_day, at_ms, offset_min, cause
FROM points_move JOIN subject ON subject.no = points_move.cause
WHERE customer = ?1
ORDER BY at_ms, subject.id, part
