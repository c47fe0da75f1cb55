SELECT channel, documents, lines, units_milli, revenue_minor, tax_minor, returns, return_lines,
       returned_milli, returned_minor, adjustments, adjusted_minor, corrections
FROM sales_month
WHERE month BETWEEN ?1 AND ?2
