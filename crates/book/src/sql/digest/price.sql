-- scan: a digest reads every row.
SELECT (SELECT id FROM subject WHERE no = price.product),
       (SELECT id FROM subject WHERE no = price.list), from_milli, unit_price_micro
FROM price
