-- scan: the index of SKUs, as long as there are products.
SELECT max(product.no), product.sku || ' ' || max(product.title), CAST(count(*) AS TEXT)
FROM product WHERE ?1 = ?1
GROUP BY product.sku HAVING count(*) > 1
