-- scan: a digest reads every row.
SELECT (SELECT id FROM subject WHERE no = points_balance.customer), points
FROM points_balance
