SELECT subject.id, lot_balance.lot, product.sku || ' ' || product.title
FROM lot_balance JOIN product ON product.no = lot_balance.product
JOIN subject ON subject.no = product.no
WHERE lot_balance.lot = ?1 AND ?2 = ?2
GROUP BY subject.id
LIMIT ?3
