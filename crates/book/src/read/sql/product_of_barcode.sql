SELECT product.no, barcode.quantity_milli
FROM barcode JOIN product ON product.no = barcode.product
WHERE barcode.barcode = ?1 AND product.archived = 0
LIMIT 2
