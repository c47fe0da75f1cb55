-- scan: suggestions look at every product once.
SELECT no, reorder_point_milli, reorder_to_milli, cost_micro, kept_back_milli
FROM product
WHERE archived = 0 AND service = 0 AND varied = 0
  AND NOT EXISTS (SELECT 1 FROM bundle WHERE bundle.product = product.no AND kind = 0)
