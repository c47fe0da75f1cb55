SELECT business_day, from_location, to_location, moves, quantity_milli
FROM stock_day
WHERE business_day BETWEEN ?1 AND ?2
