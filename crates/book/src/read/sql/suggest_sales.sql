SELECT product, units_milli FROM product_sales
WHERE grain = 0 AND period BETWEEN ?1 AND ?2
