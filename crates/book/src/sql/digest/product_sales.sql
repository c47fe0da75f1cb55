-- scan: a digest reads every row.
SELECT grain, period, (SELECT id FROM subject WHERE no = product_sales.product), lines,
       units_milli, revenue_minor
FROM product_sales
