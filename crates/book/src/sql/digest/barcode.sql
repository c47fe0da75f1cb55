-- scan: a digest reads every row.
SELECT barcode, (SELECT id FROM subject WHERE no = barcode.product), quantity_milli
FROM barcode
