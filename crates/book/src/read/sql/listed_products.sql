SELECT DISTINCT product.no, subject.id, sku, title, product.unit_price_micro
FROM price
JOIN product ON product.no = price.product
JOIN subject ON subject.no = price.product
WHERE price.list = ?1 AND (title_key LIKE ?2 OR sku LIKE ?2)
ORDER BY sku, product.no
LIMIT ?3 OFFSET ?4
