-- scan: a digest reads every row.
SELECT (SELECT id FROM subject WHERE no = product_image.product), place, image, sha256
FROM product_image
