-- scan: a digest reads every row.
SELECT (SELECT id FROM subject WHERE no = stock_move.product), at_ms,
       (SELECT id FROM subject WHERE no = stock_move.subject), part,
       (SELECT text FROM term WHERE no = stock_move.from_location),
       (SELECT text FROM term WHERE no = stock_move.to_location), quantity_milli, offset_min,
       unit_cost_micro
FROM stock_move
