SELECT subject.id, product.title, product.sku
FROM barcode JOIN product ON product.no = barcode.product
JOIN subject ON subject.no = product.no
WHERE barcode.barcode = ?1 AND ?2 = ?2
LIMIT ?3
