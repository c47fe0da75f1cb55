-- scan: a digest reads every row.
SELECT (SELECT id FROM subject WHERE no = goods_named.product),
       (SELECT id FROM subject WHERE no = goods_named.no)
FROM goods_named
