-- scan: a digest reads every row.
SELECT (SELECT id FROM subject WHERE no = stock_count.no),
       (SELECT text FROM term WHERE no = stock_count.location), state, title, began_ms, offset_min,
       products, version
FROM stock_count
