SELECT subject.id, product.title, product.sku
FROM product_search(?1)
JOIN product ON product.no = product_search.rowid
JOIN subject ON subject.no = product.no
WHERE ?2 = ?2
LIMIT ?3
