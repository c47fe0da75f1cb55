SELECT coalesce(sum(documents), 0), coalesce(sum(revenue_minor), 0)
FROM sales_day
WHERE business_day BETWEEN ?1 AND ?2
