-- scan: a digest reads every row.
SELECT (SELECT id FROM subject WHERE no = safety_stock.product),
       (SELECT text FROM term WHERE no = safety_stock.location), quantity_milli
FROM safety_stock
