-- scan: a digest reads every row.
SELECT (SELECT id FROM subject WHERE no = product.no), sku, title, title_key, category,
       unit_price_micro, cost_micro, tax, service, archived, reorder_point_milli,
       reorder_to_milli, (SELECT id FROM subject WHERE no = product.run), version,
       varied, (SELECT id FROM subject WHERE no = product.variant_of), variant,
       safety_milli, kept_back_milli
FROM product
