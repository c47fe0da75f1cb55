-- scan: a check reads every day.
SELECT count(*) FROM (
  SELECT business_day, sum(documents), sum(lines), sum(revenue_minor) FROM sales_day
  GROUP BY business_day
  EXCEPT
  SELECT business_day, sum(documents), sum(lines), sum(revenue_minor) FROM sales_hour
  GROUP BY business_day
)
