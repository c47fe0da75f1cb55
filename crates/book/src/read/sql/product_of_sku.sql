SELECT no, NULL
FROM product
WHERE sku = ?1 AND archived = 0
LIMIT 2
