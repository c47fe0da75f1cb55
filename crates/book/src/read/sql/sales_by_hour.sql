-- The first day of 1970 was a Thursday, three days after a Monday.
SELECT (business_day % 7 + 10) % 7 AS weekday, hour, sum(documents), sum(lines),
       sum(revenue_minor)
FROM sales_hour
WHERE business_day BETWEEN ?1 AND ?2
GROUP BY weekday, hour
