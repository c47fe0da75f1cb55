-- scan: a handful of rows a day, whatever the number of orders.
SELECT from_location FROM stock_day
UNION
SELECT to_location FROM stock_day
