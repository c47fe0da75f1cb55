-- scan: a digest reads every row.
SELECT (SELECT id FROM subject WHERE no = component_line.product),
       (SELECT id FROM subject WHERE no = component_line.order_no), day, quantity_milli
FROM component_line
