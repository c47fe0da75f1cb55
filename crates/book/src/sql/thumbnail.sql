SELECT bytes FROM thumbnail
WHERE sha256 = ?1 AND EXISTS (SELECT 1 FROM product_image WHERE sha256 = ?1)
