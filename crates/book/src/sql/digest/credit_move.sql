-- scan: a digest reads every row.
SELECT (SELECT id FROM subject WHERE no = credit_move.holder), at_ms,
       (SELECT id FROM subject WHERE no = credit_move.cause), part, offset_min, business_day,
       kind, amount_minor
FROM credit_move
