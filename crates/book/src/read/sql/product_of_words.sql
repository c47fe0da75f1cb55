SELECT product.no, product.sku
FROM product_search(?1)
JOIN product ON product.no = product_search.rowid
WHERE product.archived = 0
