SELECT DISTINCT product.no, supply.pack_milli
FROM supply JOIN product ON product.no = supply.product
WHERE supply.pack_barcode = ?1 AND product.archived = 0
LIMIT 2
