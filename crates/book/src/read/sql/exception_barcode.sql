-- scan: the index of barcodes, as long as there are products.
SELECT max(barcode.product), barcode.barcode, CAST(count(*) AS TEXT)
FROM barcode WHERE ?1 = ?1
GROUP BY barcode.barcode HAVING count(*) > 1
