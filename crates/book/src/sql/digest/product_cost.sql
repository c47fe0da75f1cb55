-- scan: a digest reads every row.
SELECT (SELECT id FROM subject WHERE no = product_cost.product), from_ms, cost_micro
FROM product_cost
