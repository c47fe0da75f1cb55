SELECT product, lines, units_milli, revenue_minor
FROM product_sales
WHERE grain = ?1 AND period BETWEEN ?2 AND ?3
