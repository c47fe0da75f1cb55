-- scan: a digest reads every row.
SELECT (SELECT id FROM subject WHERE no = lot_move.product), lot, at_ms,
       (SELECT id FROM subject WHERE no = lot_move.subject), part,
       (SELECT text FROM term WHERE no = lot_move.from_location),
       (SELECT text FROM term WHERE no = lot_move.to_location), quantity_milli, offset_min,
       expires_day
FROM lot_move
