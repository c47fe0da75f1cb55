-- scan: a digest reads every row.
SELECT (SELECT id FROM subject WHERE no = order_wait.no), until_day
FROM order_wait
