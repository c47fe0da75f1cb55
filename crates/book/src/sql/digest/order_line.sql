-- scan: a digest reads every row.
SELECT (SELECT id FROM subject WHERE no = order_line.product),
       (SELECT id FROM subject WHERE no = order_line.order_no), line, quantity_milli,
       total_minor
FROM order_line
