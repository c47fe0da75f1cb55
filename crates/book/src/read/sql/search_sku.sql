SELECT subject.id, product.title, product.sku
FROM product JOIN subject ON subject.no = product.no
WHERE product.sku = ?1 AND ?2 = ?2
LIMIT ?3
