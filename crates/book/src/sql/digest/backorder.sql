-- scan: a digest reads every row.
SELECT (SELECT id FROM subject WHERE no = backorder.order_no),
       (SELECT id FROM subject WHERE no = backorder.product), quantity_milli
FROM backorder
