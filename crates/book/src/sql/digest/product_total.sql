-- scan: a digest reads every row.
SELECT (SELECT id FROM subject WHERE no = product_total.product), lines, units_milli,
       revenue_minor
FROM product_total
