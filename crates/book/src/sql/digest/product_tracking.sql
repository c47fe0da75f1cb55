-- scan: a digest reads every row.
SELECT (SELECT id FROM subject WHERE no = product_tracking.product), tracking
FROM product_tracking
