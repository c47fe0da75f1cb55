SELECT product, units_milli, period FROM product_sales
WHERE grain = 0 AND period BETWEEN ?1 AND ?2
