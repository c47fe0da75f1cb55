SELECT count(*)
FROM supply
JOIN product ON product.no = supply.product
WHERE supplier = ?1 AND (?2 = '' OR title_key LIKE ?2 OR sku LIKE ?2 OR code LIKE ?2)
