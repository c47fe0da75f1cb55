SELECT count(DISTINCT price.product)
FROM price
JOIN product ON product.no = price.product
WHERE price.list = ?1 AND (title_key LIKE ?2 OR sku LIKE ?2)
