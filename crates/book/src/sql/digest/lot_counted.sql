-- scan: a digest reads every row.
SELECT (SELECT id FROM subject WHERE no = lot_counted.product),
       (SELECT text FROM term WHERE no = lot_counted.location), at_ms,
       (SELECT id FROM subject WHERE no = lot_counted.subject), lot, counted_milli, expires_day
FROM lot_counted
