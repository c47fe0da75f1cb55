-- scan: the index of SKUs, as long as there are products.
SELECT max(product.no), twice.sku || ' ' || max(product.title), CAST(count(*) AS TEXT)
FROM (SELECT sku FROM product INDEXED BY product_by_sku GROUP BY sku HAVING count(*) > 1) AS twice
JOIN product ON product.sku = twice.sku
WHERE ?1 = ?1
GROUP BY twice.sku
