SELECT units_milli, revenue_minor
FROM product_sales
WHERE grain = 1 AND period = ?2 AND product = ?1
