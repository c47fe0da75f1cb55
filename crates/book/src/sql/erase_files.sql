DELETE FROM attachment
WHERE sha256 IN (SELECT sha256 FROM order_attachment WHERE order_no = ?1)
  AND NOT EXISTS (
    SELECT 1 FROM order_attachment AS other
    LEFT JOIN orders ON orders.no = other.order_no
    LEFT JOIN waiting ON waiting.subject = other.order_no
    LEFT JOIN customer ON customer.no = coalesce(waiting.customer, orders.customer)
    WHERE other.sha256 = attachment.sha256 AND coalesce(customer.erased, 0) = 0
      AND other.order_no <> ?1)
  AND NOT EXISTS (SELECT 1 FROM product_image WHERE product_image.sha256 = attachment.sha256)
