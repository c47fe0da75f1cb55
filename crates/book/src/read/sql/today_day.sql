SELECT coalesce(sum(revenue_minor), 0), coalesce(sum(tax_minor), 0),
       coalesce(sum(documents - returns - adjustments - corrections), 0)
FROM sales_day WHERE business_day BETWEEN ?1 AND ?2
