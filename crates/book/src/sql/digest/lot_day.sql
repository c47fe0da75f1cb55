-- scan: a digest reads every row.
SELECT (SELECT id FROM subject WHERE no = lot_day.product), lot, expires_day FROM lot_day
