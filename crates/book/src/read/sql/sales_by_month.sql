SELECT month, sum(documents), sum(lines), sum(units_milli), sum(revenue_minor),
       sum(tax_minor), sum(returns), sum(return_lines), sum(returned_milli), sum(returned_minor),
       sum(adjustments), sum(adjusted_minor), sum(corrections)
FROM sales_month
WHERE month BETWEEN ?1 AND ?2
GROUP BY month
