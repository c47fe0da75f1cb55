-- scan: a digest reads every row.
SELECT business_day, (SELECT text FROM term WHERE no = stock_day.from_location),
       (SELECT text FROM term WHERE no = stock_day.to_location), moves, quantity_milli
FROM stock_day
