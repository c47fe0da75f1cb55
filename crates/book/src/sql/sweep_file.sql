DELETE FROM attachment
WHERE sha256 = ?1
  AND NOT EXISTS (SELECT 1 FROM order_attachment WHERE sha256 = ?1)
  AND NOT EXISTS (SELECT 1 FROM product_image WHERE sha256 = ?1)
