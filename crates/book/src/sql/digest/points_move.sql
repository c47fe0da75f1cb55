-- scan: a digest reads every row.
SELECT (SELECT id FROM subject WHERE no = points_move.customer), at_ms,
       (SELECT id FROM subject WHERE no = points_move.cause), part, offset_min, business_day,
       kind, points, expires_day
FROM points_move
